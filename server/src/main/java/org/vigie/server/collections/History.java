package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Who changed what of a feature and when, newest first; also of one that is gone. */
public final class History implements Routes {

  private static final List<Representation> OFFERED = Collections.OFFERED;
  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final GuardedStore store;
  private final CollectionPath path;

  public History(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Item.PATH + "/history")
            .describe("Data", "getHistory", "Every version of a feature")
            .with(CollectionPath.COLLECTION, CollectionPath.FEATURE, F)
            .answers(
                Answer.ok("The versions, newest first", Schema.ref("history"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException {
    Layer layer = path.get(context);
    Representation form = Representation.choose(context, OFFERED);
    FeatureId id = CollectionPath.featureId(context);
    List<Change> changes = store.as(Callers.access(context)).history(layer.name(), id);
    if (changes.isEmpty()) {
      throw CollectionPath.absent(id);
    }
    KeptOffline.never(context);
    HighestMark mark = new HighestMark();
    for (Change change : changes) {
      change.before().ifPresent(mark::take);
      change.after().ifPresent(mark::take);
    }
    Mark.set(context, mark.get());
    List<Map<String, Object>> versions = new ArrayList<>();
    for (Change change : changes) {
      versions.add(0, write(change));
    }
    if (form.equals(Representation.HTML)) {
      List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
      HistoryPage.send(context, layer, id, Json.MAPPER.valueToTree(versions), links);
      return;
    }
    context.json(Map.of("versions", versions));
  }

  private static Map<String, Object> write(Change change) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("version", change.after().or(change::before).map(Feature::version).orElse(0L));
    version.put("operation", change.operation().name());
    version.put("author", change.author().name());
    if (!change.reason().isEmpty()) {
      version.put("reason", change.reason());
    }
    version.put("committedAt", change.committedAt().toString());
    version.put("changes", differences(state(change.before()), state(change.after())));
    return version;
  }

  private static List<Map<String, Object>> differences(ObjectNode before, ObjectNode after) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    List<Map<String, Object>> differences = new ArrayList<>();
    for (String name : names) {
      JsonNode old = before.path(name);
      JsonNode now = after.path(name);
      if (!old.equals(now)) {
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("property", name);
        difference.put("before", old.isMissingNode() ? NullNode.instance : old);
        difference.put("after", now.isMissingNode() ? NullNode.instance : now);
        differences.add(difference);
      }
    }
    return differences;
  }

  /** What a person can change, the geometry among it. */
  private static ObjectNode state(Optional<Feature> feature) {
    if (feature.isEmpty()) {
      return Json.MAPPER.createObjectNode();
    }
    ObjectNode tree = ItemJson.tree(feature.get());
    ObjectNode state = (ObjectNode) tree.get("properties");
    state.remove(List.of("recorded_at", "version"));
    if (!tree.path("geometry").isNull()) {
      state.set("geometry", tree.get("geometry"));
    }
    return state;
  }
}
