package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

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
              Message.of("there are {count} parameters", context.queryParamMap().size()),
              Message.of("Give at most {parameters}", HttpLimits.PARAMETERS)));
    }
    for (String name : context.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        String fix = known.isEmpty() ? "Leave it out" : "Use " + String.join(", ", known);
        faults.add(Fault.of(name, Message.of("is not a parameter of {path}", route.path()), fix));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
