package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.geodata.model.Classification;

/** The frame of every plain HTML page: style, path of links, alternates. */
public final class Page {

  private Page() {}

  /**
   * A step of the path above the title.
   *
   * @param href below the base URL, starting with a slash
   */
  public record Step(String title, String href) {}

  /**
   * Answers with a page.
   *
   * @param path where the page stands, from the top
   * @param links alternates and others, shown at the foot and told in the head
   */
  public static void send(
      Context context, String title, List<Step> path, List<Link> links, Consumer<Markup> body) {
    String base = BaseUrl.of(context);
    Markup m = new Markup();
    m.open("html", "lang", "en");
    head(m, base, title, links);
    m.open("body");
    banner(m, Mark.of(context));
    m.open("header").open("nav", "aria-label", "Path");
    m.link(base + "/", "Map");
    m.text(" · ").link(base + "/?f=html", "Vigie API");
    for (Step step : path) {
      m.text(" › ").link(base + step.href(), step.title());
    }
    m.close().close().open("main").tag("h1", title);
    body.accept(m);
    m.close().open("footer").open("p").text("As ");
    for (Link link : links) {
      if (link.rel().equals("alternate")) {
        m.link(link.href(), link.title().isEmpty() ? link.type() : link.title()).text(" ");
      }
    }
    m.close().close();
    banner(m, Mark.of(context));
    m.close().close();
    context.html("<!doctype html>" + m);
  }

  /** The classification of the page, at its top and at its bottom. */
  private static void banner(Markup m, Classification mark) {
    m.tag("p", mark.label(), "class", "mark", "data-mark", mark.name());
  }

  private static void head(Markup m, String base, String title, List<Link> links) {
    m.open("head").empty("meta", "charset", "utf-8");
    m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    m.tag("title", title + " - Vigie");
    // The map's icon has an address that only the map knows; without any, browsers ask for one.
    m.empty("link", "rel", "icon", "href", "data:,");
    String leaflet = base + "/webjars/leaflet/" + WebJars.version("leaflet") + "/dist/";
    m.empty("link", "rel", "stylesheet", "href", leaflet + "leaflet.css");
    m.empty("link", "rel", "stylesheet", "href", base + "/assets/pages/pages.css");
    m.open("script", "src", leaflet + "leaflet.js", "defer", "defer").close();
    m.open("script", "src", base + "/assets/pages/pages.js", "defer", "defer").close();
    for (Link link : links) {
      m.empty("link", "rel", link.rel(), "type", link.type(), "href", link.href());
    }
    m.close();
  }

  /** A table row of a name and its value. */
  public static void row(Markup m, String name, String value) {
    m.open("tr").tag("th", name, "scope", "row").tag("td", value).close();
  }
}
