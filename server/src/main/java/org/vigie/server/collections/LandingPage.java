package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Page;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.http.StaticAssets;

/**
 * What stands at the root: the map for a browser, the landing page of the API for everyone who asks
 * for JSON or for {@code f}; and the declaration of conformance.
 */
public final class LandingPage implements Routes {

  private static final List<Representation> OFFERED =
      List.of(Representation.JSON, Representation.HTML);
  private static final Parameter<String> F = Representation.parameter(OFFERED);
  private static final String MAP = "/index.html";
  private static final String DESCRIPTION =
      "Events, operations, protection and reference data of a peacekeeping mission.";

  private final StaticAssets assets;

  public LandingPage(StaticAssets assets) {
    this.assets = assets;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/")
            .describe("Capabilities", "getLandingPage", "Landing page")
            .with(F)
            .answers(
                Answer.ok("Links to everything else", Schema.ref("landingPage"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::landing),
        Route.get("/conformance")
            .describe("Capabilities", "getConformanceDeclaration", "Conformance classes")
            .with(F)
            .answers(
                Answer.ok("URIs of the conformance classes", Schema.ref("confClasses"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::conformance));
  }

  private void landing(Context context) throws BadInputException {
    Representation form = Representation.choose(context, OFFERED);
    boolean html = form.equals(Representation.HTML);
    if (html && context.queryParam("f") == null && assets.has(MAP)) {
      assets.serve(context, MAP);
      return;
    }
    List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
    String base = BaseUrl.of(context);
    links.add(
        Link.of(base + "/api?f=json", "service-desc", MediaTypes.OPENAPI, "The API, OpenAPI 3.0"));
    links.add(Link.of(base + "/api?f=html", "service-doc", MediaTypes.HTML, "The API as a page"));
    links.add(
        Link.of(base + "/conformance", "conformance", MediaTypes.JSON, "Conformance classes"));
    links.add(Link.of(base + "/collections", "data", MediaTypes.JSON, "The collections"));
    links.add(
        Link.of(
            base + "/processes",
            "http://www.opengis.net/def/rel/ogc/1.0/processes",
            MediaTypes.JSON,
            "The processes"));
    if (html) {
      Page.send(
          context,
          "Vigie API",
          List.of(),
          links,
          m -> {
            m.tag("p", DESCRIPTION).open("ul");
            m.open("li").link(base + "/collections?f=html", "Collections").close();
            m.open("li").link(base + "/api?f=html", "API description").close();
            m.open("li").link(base + "/conformance?f=html", "Conformance").close();
            m.close();
          });
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", "Vigie");
    document.put("description", DESCRIPTION);
    document.put("links", links);
    context.json(document);
  }

  private void conformance(Context context) throws BadInputException {
    Representation form = Representation.choose(context, OFFERED);
    List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
    if (form.equals(Representation.HTML)) {
      Page.send(
          context,
          "Conformance",
          List.of(),
          links,
          m -> {
            m.open("ul");
            Conformance.CLASSES.forEach(uri -> m.open("li").tag("code", uri).close());
            m.close();
          });
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("conformsTo", Conformance.CLASSES);
    document.put("links", new ArrayList<>(links));
    context.json(document);
  }
}
