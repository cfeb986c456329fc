package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;

/** The description of the whole API at {@code /api}: OpenAPI 3.0, and a plain page of it. */
public final class ApiDescription implements Routes {

  private static final Representation OPENAPI = new Representation("json", MediaTypes.OPENAPI);
  private static final List<Representation> OFFERED = List.of(OPENAPI, Representation.HTML);
  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final List<Routes> capabilities;
  private final String version;
  private @Nullable ApiDocument document;

  /**
   * @param capabilities every other capability of the server
   * @param version of this software
   */
  public ApiDescription(List<Routes> capabilities, String version) {
    this.capabilities = List.copyOf(capabilities);
    this.version = version;
  }

  @Override
  public List<Route> routes() {
    List<Route> own =
        List.of(
            Route.get("/api")
                .open()
                .describe("Capabilities", "getApi", "This description")
                .with(F)
                .answers(
                    Answer.ok("The description", MediaTypes.OPENAPI, Schema.of("object"))
                        .or(MediaTypes.HTML, Schema.string()))
                .handle(this::answer));
    List<Route> all = new ArrayList<>();
    capabilities.forEach(c -> all.addAll(c.routes()));
    all.addAll(own);
    Map<String, Schema> schemas = new TreeMap<>();
    capabilities.forEach(c -> schemas.putAll(c.schemas()));
    document = new ApiDocument(all, schemas, version);
    return own;
  }

  private void answer(Context context) throws BadInputException {
    ApiDocument api = Objects.requireNonNull(document, "routes() comes before requests");
    String base = BaseUrl.of(context);
    if (Representation.choose(context, OFFERED).equals(OPENAPI)) {
      context.result(Json.bytes(api.write(base))).contentType(MediaTypes.OPENAPI);
      return;
    }
    List<Link> links =
        List.of(Link.of(base + "/api?f=json", "alternate", MediaTypes.OPENAPI, "OpenAPI 3.0"));
    Page.send(context, "API", List.of(), links, m -> operations(m, api.routes()));
  }

  private static void operations(Markup m, List<Route> routes) {
    for (String tag : routes.stream().map(Route::tag).distinct().toList()) {
      m.tag("h2", tag);
      routes.stream().filter(r -> r.tag().equals(tag)).forEach(r -> operation(m, r));
    }
  }

  private static void operation(Markup m, Route route) {
    m.open("details").open("summary");
    m.tag("code", route.method().name() + " " + route.path());
    m.text(" " + route.summary()).close();
    m.open("table").open("tbody");
    for (Parameter<?> parameter : route.parameters()) {
      Page.row(m, parameter.name(), parameter.help());
    }
    m.close().close().close();
  }
}
