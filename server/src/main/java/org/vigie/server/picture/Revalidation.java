package org.vigie.server.picture;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.selection.ViewCache;

/**
 * Spares a client what it has. The tag is made of the answer itself and so tells nothing that the
 * answer does not; what is kept is only that the same question had this tag, for callers who see
 * the same and while nothing is written.
 */
final class Revalidation {

  private static final int KEPT = 4_000;

  private final ViewCache<Known> known;

  Revalidation(GuardedStore store) {
    known = new ViewCache<>(store, KEPT);
  }

  /**
   * An answer in JSON.
   *
   * @param mark classification of the highest feature in it
   * @param needToKnow whether it tells of something in a compartment
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Document(byte[] body, Classification mark, boolean needToKnow) {

    /** For an answer that no browser keeps in any case. */
    Document(byte[] body, Classification mark) {
      this(body, mark, false);
    }
  }

  /** Reads what an answer is made of and writes it. */
  @FunctionalInterface
  interface Composer {
    Document compose(Access access) throws BadInputException, IOException;
  }

  /** Answers with the document, or that the client holds it already. */
  void answer(Context context, Composer composer) throws BadInputException, IOException {
    Access access = Callers.access(context);
    ViewCache.Question question = known.ask(access, context.path() + '?' + context.queryString());
    Optional<Known> before = known.find(question);
    if (before.isPresent()
        && EntityTags.matches(context.header("If-None-Match"), before.get().tag(), false)) {
      mark(context, before.get());
      EntityTags.notModified(context, before.get().tag());
      return;
    }
    Document document = composer.compose(access);
    String tag = EntityTags.ofContent(document.body());
    Known now = new Known(tag, document.mark(), document.needToKnow());
    known.keep(question, now);
    mark(context, now);
    if (!EntityTags.notModified(context, tag)) {
      context.result(document.body()).contentType(MediaTypes.JSON);
    }
  }

  private static void mark(Context context, Known answer) {
    Mark.set(context, answer.mark());
    if (answer.needToKnow()) {
      KeptOffline.never(context);
    }
  }

  private record Known(String tag, Classification mark, boolean needToKnow) {}
}
