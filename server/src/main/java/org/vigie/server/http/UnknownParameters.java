package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** Refuses query parameters that the endpoint does not declare: a misspelt filter must not pass. */
final class UnknownParameters {

  private UnknownParameters() {}

  static void refuse(Route route, Context context) throws BadInputException {
    if (route.anyQuery()) {
      return;
    }
    List<String> known =
        route.parameters().stream()
            .filter(p -> p.place() == Parameter.Place.QUERY)
            .map(Parameter::name)
            .toList();
    List<Fault> faults = new ArrayList<>();
    if (context.queryParamMap().size() > HttpLimits.PARAMETERS) {
      throw new BadInputException(
          Fault.of(
              null,
              "there are " + context.queryParamMap().size() + " parameters",
              "Give at most " + HttpLimits.PARAMETERS));
    }
    for (String name : context.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        String fix = known.isEmpty() ? "Leave it out" : "Use " + String.join(", ", known);
        faults.add(Fault.of(name, "is not a parameter of " + route.path(), fix));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
