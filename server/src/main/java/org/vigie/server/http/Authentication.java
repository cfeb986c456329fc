package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;

/** Finds out who sends a request. */
@FunctionalInterface
public interface Authentication {

  /**
   * The caller, empty when the request brings no credentials.
   *
   * @throws ProblemException when it brings credentials that are not, or no longer, valid
   */
  Optional<Caller> find(Context context) throws BadInputException;

  /** Where there is nobody else: one caller for every request. */
  static Authentication always(Caller caller) {
    return context -> Optional.of(caller);
  }
}
