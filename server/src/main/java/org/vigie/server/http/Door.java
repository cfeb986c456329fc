package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/** Lets a request through to a route when its caller has the right to it. */
final class Door {

  private final Authentication authentication;

  Door(Authentication authentication) {
    this.authentication = authentication;
  }

  void pass(Route route, Context context) throws BadInputException {
    Optional<Caller> caller = authentication.find(context);
    caller.ifPresent(c -> Callers.remember(context, c));
    if (route.changes() && !caller.map(Caller::mayChange).orElse(true)) {
      throw ProblemException.of(
          403, "Forbidden", "This API token may only read. Make one with the scope write.");
    }
    if (route.right().isOpen()) {
      return;
    }
    if (caller.isEmpty()) {
      throw nobody(context);
    }
    if (!route.right().admits(caller.get())) {
      if (route.refusal().isPresent() && Navigation.opensPage(context)) {
        throw new RefusedPageException(route.refusal().get().html(context));
      }
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of("This is for {words}. Ask an administrator.", route.right().words()));
    }
  }

  private static RuntimeException nobody(Context context) {
    return Navigation.opensPage(context)
        ? Navigation.toSignIn(context)
        : Challenge.of(context, "Sign in, or send an API token: Authorization: Bearer …");
  }
}
