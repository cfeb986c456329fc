package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.FeatureId;
import org.vigie.server.http.Link;
import org.vigie.server.http.Markup;
import org.vigie.server.http.Page;

/** Every version of a feature, for people. */
final class HistoryPage {

  private HistoryPage() {}

  static void send(
      Context context, Layer layer, FeatureId id, JsonNode versions, List<Link> links) {
    String collection = "/collections/" + layer.name();
    ItemTable table = new ItemTable(layer);
    List<Page.Step> steps =
        List.of(
            new Page.Step("Collections", "/collections?f=html"),
            new Page.Step(layer.title(), collection + "?f=html"),
            new Page.Step("Features", collection + "/items?f=html"),
            new Page.Step(id.toString(), collection + "/items/" + id + "?f=html"));
    Page.send(
        context,
        "History",
        steps,
        links,
        m -> versions.forEach(version -> version(m, table, version)));
  }

  private static void version(Markup m, ItemTable table, JsonNode version) {
    m.tag(
        "h2", version.path("operation").asText() + ", version " + version.path("version").asText());
    m.tag(
        "p",
        version.path("committedAt").asText() + " by " + version.path("author").asText(),
        "class",
        "soft");
    m.open("div", "class", "scroll").open("table").open("thead").open("tr");
    List.of("Property", "Before", "After").forEach(h -> m.tag("th", h, "scope", "col"));
    m.close().close().open("tbody");
    for (JsonNode change : version.path("changes")) {
      String name = change.path("property").asText();
      m.open("tr").tag("th", table.title(name), "scope", "row");
      m.tag("td", table.value(name, change.path("before")));
      m.tag("td", table.value(name, change.path("after"))).close();
    }
    m.close().close().close();
  }
}
