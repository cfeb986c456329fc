package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Set;

/** For answers that go on: whether whoever asked may still hear them. */
public interface Credentials {

  /** What the request came in with; its caller has been let in. */
  Credential of(Context context);

  /**
   * Those that have ended or now let in somebody who may see something else. One question for all,
   * which does not count as a use of any.
   */
  Set<Credential> ended(Set<Credential> held);

  /** Where callers stay who they are. */
  static Credentials lasting() {
    return new Credentials() {
      @Override
      public Credential of(Context context) {
        return new Credential("lasting", "", Callers.get(context));
      }

      @Override
      public Set<Credential> ended(Set<Credential> held) {
        return Set.of();
      }
    };
  }
}
