package org.vigie.server.picture;

import io.javalin.http.Context;
import java.util.UUID;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;

/**
 * Spares a client what it has: while nothing was written, the same question has the same answer.
 */
final class Revalidation {

  private final GuardedStore store;

  /** A restart may bring other layer files, so tags do not outlive the process. */
  private final String process;

  Revalidation(GuardedStore store, String version) {
    this.store = store;
    this.process = version + ' ' + UUID.randomUUID();
  }

  /**
   * Sets the entity tag and answers 304 when the client holds that answer. The log is read before
   * the data, so a write in between costs one more question and never a wrong answer.
   *
   * @return true when the answer is complete
   */
  boolean notModified(Context context) {
    LogPosition position = store.as(Callers.access(context)).position();
    String question = context.path() + '?' + context.queryString();
    return EntityTags.notModified(
        context, EntityTags.ofText(process + ' ' + position.sequence() + ' ' + question));
  }
}
