package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Link;
import org.vigie.server.http.Page;

/** One feature as a map and every value it has. */
final class ItemPage {

  private ItemPage() {}

  static void send(Context context, Layer layer, Feature feature, List<Link> links) {
    String collection = "/collections/" + layer.name();
    String url = BaseUrl.of(context) + collection;
    ItemTable table = new ItemTable(layer);
    ObjectNode tree = ItemJson.tree(feature);
    JsonNode properties = tree.path("properties");
    String title =
        layer
            .titleProperty()
            .map(name -> table.value(name, properties.path(name)))
            .filter(text -> !text.isBlank())
            .orElse(feature.id().toString());
    List<Page.Step> steps =
        List.of(
            new Page.Step("Collections", "/collections?f=html"),
            new Page.Step(layer.title(), collection + "?f=html"),
            new Page.Step("Features", collection + "/items?f=html"));
    Page.send(
        context,
        title,
        steps,
        links,
        m -> {
          String self = url + "/items/" + feature.id();
          Maps.write(m, self + "?f=json", url, layer);
          m.open("table").open("tbody");
          Page.row(m, "Id", feature.id().toString());
          properties
              .properties()
              .forEach(
                  p -> Page.row(m, table.title(p.getKey()), table.value(p.getKey(), p.getValue())));
          m.close().close();
          m.open("p").link(self + "/history?f=html", "Every version of it").close();
        });
  }
}
