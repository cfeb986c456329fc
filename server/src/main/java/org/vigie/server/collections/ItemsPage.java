package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Markup;
import org.vigie.server.http.Page;

/** A page of features as a map and a table. */
final class ItemsPage {

  private static final int COLUMNS = 7;

  private ItemsPage() {}

  static void send(Context context, Layer layer, FeaturePage page, List<Link> links) {
    String url = BaseUrl.of(context) + "/collections/" + layer.name();
    ItemTable table = new ItemTable(layer);
    List<Page.Step> steps =
        List.of(
            new Page.Step("Collections", "/collections?f=html"),
            new Page.Step(layer.title(), "/collections/" + layer.name() + "?f=html"));
    Page.send(
        context,
        layer.title() + ": features",
        steps,
        links,
        m -> {
          m.open("p").text(page.features().size() + " of " + page.numberMatched() + ". ");
          for (Link link : links) {
            if (link.rel().equals("enclosure")) {
              m.link(link.href(), link.title()).text(" ");
            }
          }
          m.close();
          Maps.write(m, Links.with(context, Map.of("f", "json", "crs", "")), url, layer);
          table(m, table, page.features(), url);
          next(m, links);
        });
  }

  private static void table(Markup m, ItemTable table, List<Feature> features, String url) {
    List<JsonNode> rows =
        features.stream()
            .map(f -> ItemJson.tree(f).path("properties"))
            .map(JsonNode.class::cast)
            .toList();
    List<String> columns =
        table.columns().stream()
            .filter(name -> rows.stream().anyMatch(r -> r.has(name)))
            .limit(COLUMNS)
            .toList();
    m.open("div", "class", "scroll").open("table").open("thead").open("tr");
    m.tag("th", "Feature", "scope", "col");
    columns.forEach(name -> m.tag("th", table.title(name), "scope", "col"));
    m.close().close().open("tbody");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode properties = rows.get(i);
      String id = features.get(i).id().toString();
      m.open("tr").open("td").link(url + "/items/" + id + "?f=html", id.substring(0, 8)).close();
      columns.forEach(name -> m.tag("td", table.value(name, properties.path(name))));
      m.close();
    }
    m.close().close().close();
  }

  private static void next(Markup m, List<Link> links) {
    for (Link link : links) {
      if (link.rel().equals("next")) {
        m.open("p", "class", "pages").link(link.href(), "Next page", "rel", "next").close();
      }
    }
  }
}
