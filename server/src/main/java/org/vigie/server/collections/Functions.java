package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.query.FilterFunction;
import org.vigie.geodata.query.ValueType;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** The functions that a CQL2 filter may call (OGC 19-079r2, clause on functions). */
final class Functions implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/functions")
            .describe("Capabilities", "getFunctions", "Functions of the filter language")
            .answers(Answer.ok("The functions", Schema.of("object")))
            .handle(Functions::answer));
  }

  private static void answer(Context context) {
    List<Map<String, Object>> functions = new ArrayList<>();
    for (FilterFunction function : FilterFunction.values()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("name", function.word());
      written.put("description", function.description());
      written.put("returns", List.of(word(function.result())));
      List<Map<String, Object>> arguments = new ArrayList<>();
      function.parameters().forEach(type -> arguments.add(Map.of("type", List.of(word(type)))));
      written.put("arguments", arguments);
      functions.add(written);
    }
    context.json(Map.of("functions", functions));
  }

  private static String word(ValueType type) {
    return switch (type) {
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case DATE, TIMESTAMP -> "datetime";
      case GEOMETRY -> "geometry";
      default -> "string";
    };
  }
}
