package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.query.AreaCalls;
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
    functions.add(area());
    context.json(Map.of("functions", functions));
  }

  /** Not one of the others: it becomes a geometry before the filter is looked at. */
  private static Map<String, Object> area() {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("name", AreaCalls.NAME);
    written.put(
        "description",
        "An area in one of the forms of the parameter area, as an operand of a spatial condition");
    written.put("returns", List.of(word(ValueType.GEOMETRY)));
    written.put("arguments", List.of(Map.of("type", List.of(word(ValueType.TEXT)))));
    return written;
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
