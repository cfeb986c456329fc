package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.value.ColumnTargets;
import org.vigie.geodata.format.value.DateText;
import org.vigie.geodata.format.value.FeatureAssembly;
import org.vigie.geodata.format.value.Identity;
import org.vigie.geodata.format.value.PropertyJson;
import org.vigie.geodata.format.value.Styles;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;

/**
 * GeoJSON Feature objects to features of one layer. Members of {@code properties} that are neither
 * properties of the layer nor common attributes are kept as provenance. Not for use by two threads.
 */
public final class GeoJsonFeatures {

  private final Layer layer;
  private final Mapping mapping;
  private final ColumnTargets targets;
  private final Identity identity;
  private final Styles styles;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  /**
   * @throws BadInputException when the mapping names what the layer does not have
   */
  public GeoJsonFeatures(Layer layer, Mapping mapping) throws BadInputException {
    this.layer = layer;
    this.mapping = mapping;
    this.targets = new ColumnTargets(layer, mapping);
    this.identity = new Identity(layer, mapping);
    this.styles = Styles.PLAIN.withDates(new DateText(mapping.dateOrder(), mapping.zone(), false));
  }

  /** A feature, or what is wrong with it. */
  public record Result(Optional<Feature> feature, List<Fault> faults) {}

  /** Where the members met so far go. */
  List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** Reads a Feature object, or a bare geometry as a feature without properties. */
  public Result read(JsonNode node) {
    FeatureAssembly feature = new FeatureAssembly(layer);
    String type = node.path("type").asText("");
    boolean bare = !type.equals("Feature") && !node.has("properties");
    if (!node.isObject() || (!bare && !type.equals("Feature"))) {
      feature.fault(Fault.of("type", "this is no GeoJSON Feature", "Give \"type\": \"Feature\""));
      return new Result(Optional.empty(), feature.faults());
    }
    readGeometry(feature, bare ? node : node.path("geometry"));
    Map<String, String> original = new LinkedHashMap<>();
    JsonNode id = node.path("id");
    if (id.isValueNode() && !id.isNull()) {
      original.put("id", id.asText());
    }
    if (!bare) {
      readProperties(feature, node.path("properties"), original);
    }
    mapping.constants().forEach((target, text) -> feature.put(target, target, text, styles));
    Optional<String> ownId = Optional.ofNullable(original.get("id"));
    identity.complete(feature, original.isEmpty() ? whole(node) : original, ownId);
    Map<String, String> kept = CommonColumn.isOurs(original.keySet()) ? Map.of() : original;
    Optional<Feature> built = feature.build(new Provenance(Identity.FILE, null, null, kept));
    return new Result(built, feature.faults());
  }

  private static Map<String, String> whole(JsonNode node) {
    return Map.of("feature", node.toString());
  }

  private static void readGeometry(FeatureAssembly feature, JsonNode geometry) {
    if (geometry.isMissingNode() || geometry.isNull()) {
      return;
    }
    try {
      feature.place(GeoJsonGeometry.read(geometry));
    } catch (BadInputException bad) {
      bad.faults().forEach(feature::fault);
    }
  }

  private void readProperties(
      FeatureAssembly feature, JsonNode members, Map<String, String> original) {
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      String text = value.isValueNode() ? value.asText() : value.toString();
      original.put(name, value.isNull() ? "" : text);
      Optional<String> target = target(name);
      if (target.isPresent() && !value.isNull()) {
        put(feature, target.get(), name, value, text);
      }
    }
  }

  private Optional<String> target(String name) {
    Column known = columns.get(name);
    if (known != null) {
      return known.target();
    }
    if (columns.size() >= Limits.COLUMNS) {
      return Optional.empty();
    }
    Column column = targets.of(List.of(name)).get(0);
    columns.put(name, column);
    return column.target();
  }

  private void put(
      FeatureAssembly feature, String target, String name, JsonNode value, String text) {
    Map<String, String> words = mapping.values().getOrDefault(target, Map.of());
    Optional<Property> property = layer.findProperty(target);
    if (property.isPresent() && value.isContainerNode()) {
      try {
        feature.set(target, PropertyJson.read(property.get(), value));
      } catch (BadInputException bad) {
        bad.faults().forEach(f -> feature.fault(f.in(name)));
      }
    } else if (target.equals(CommonColumn.COMPARTMENTS.target()) && value.isArray()) {
      List<String> codes = new ArrayList<>();
      value.forEach(code -> codes.add(code.asText()));
      feature.keptTo(codes);
    } else if (CommonColumn.find(target).isEmpty() || value.isValueNode()) {
      feature.put(target, name, words.getOrDefault(text, text), styles);
    }
  }
}
