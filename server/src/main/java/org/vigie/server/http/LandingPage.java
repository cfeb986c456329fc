package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;

/**
 * What stands at the root: the map for a browser, the landing page of the API for everyone who asks
 * for JSON or for {@code f}; and the declaration of conformance.
 */
public final class LandingPage implements Routes {

  private static final List<Representation> OFFERED =
      List.of(Representation.JSON, Representation.HTML);
  private static final Parameter<String> F = Representation.parameter(OFFERED);
  private static final String MAP = "index";
  private static final String DESCRIPTION =
      "Events, operations, protection and reference data of a peacekeeping mission.";

  private final List<Routes> capabilities;
  private final StaticAssets assets;

  /**
   * @param capabilities every other capability, in the order of their links
   * @param assets where the map is
   */
  public LandingPage(List<Routes> capabilities, StaticAssets assets) {
    this.capabilities = List.copyOf(capabilities);
    this.assets = assets;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/")
            .open()
            .describe("Capabilities", "getLandingPage", "Landing page")
            .with(F)
            .answers(
                Answer.ok("Links to everything else", Schema.ref("landingPage"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::landing),
        Route.get("/conformance")
            .open()
            .describe("Capabilities", "getConformanceDeclaration", "Conformance classes")
            .with(F)
            .answers(
                Answer.ok("URIs of the conformance classes", Schema.ref("confClasses"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::conformance));
  }

  @Override
  public Map<String, Schema> schemas() {
    Schema text = Schema.string();
    Schema links = Schema.array(Schema.ref("link"));
    return Map.of(
        "link",
        Schema.object("href", text, "rel", text, "type", text, "title", text)
            .requiring("href", "rel"),
        "landingPage",
        Schema.object("title", text, "description", text, "links", links).requiring("links"),
        "confClasses",
        Schema.object("conformsTo", Schema.array(text), "links", links).requiring("conformsTo"));
  }

  private void landing(Context context) throws BadInputException {
    Representation form = Representation.choose(context, OFFERED);
    boolean html = form.equals(Representation.HTML);
    if (html && context.queryParam("f") == null && assets.has(Language.EN.page(MAP))) {
      if (Callers.find(context).isEmpty()) {
        throw Navigation.toSignIn(context);
      }
      assets.serve(context, Language.of(context).page(MAP));
      return;
    }
    List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
    String base = BaseUrl.of(context);
    links.add(
        Link.of(base + "/api?f=json", "service-desc", MediaTypes.OPENAPI, "The API, OpenAPI 3.0"));
    links.add(Link.of(base + "/api?f=html", "service-doc", MediaTypes.HTML, "The API as a page"));
    links.add(
        Link.of(base + "/conformance", "conformance", MediaTypes.JSON, "Conformance classes"));
    capabilities.forEach(c -> links.addAll(c.entries(base)));
    if (html) {
      Page.send(
          context,
          "Vigie API",
          List.of(),
          links,
          m -> {
            m.tag("p", DESCRIPTION).open("ul");
            for (Link link : links) {
              if (!link.rel().equals("self") && !link.rel().equals("alternate")) {
                m.open("li").link(link.href(), link.title()).close();
              }
            }
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
    List<String> classes = capabilities.stream().flatMap(c -> c.conformsTo().stream()).toList();
    if (form.equals(Representation.HTML)) {
      Page.send(
          context,
          "Conformance",
          List.of(),
          links,
          m -> {
            m.open("ul");
            classes.forEach(uri -> m.open("li").tag("code", uri).close());
            m.close();
          });
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("conformsTo", classes);
    document.put("links", links);
    context.json(document);
  }
}
