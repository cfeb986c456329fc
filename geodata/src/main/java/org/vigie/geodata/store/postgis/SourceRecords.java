package org.vigie.geodata.store.postgis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;

/**
 * What may stay of a source record beside a feature: everybody who sees the feature reads it, so a
 * column that fills a protected property is left out, whoever imports.
 */
final class SourceRecords {

  /** Shorter values (a code, a number) are too common to say that a column is the property. */
  private static final int TELLING_LENGTH = 4;

  private SourceRecords() {}

  static Feature withoutProtected(Feature feature, Layer layer) {
    List<Property> apart =
        layer.properties().stream().filter(p -> p.protection().isPresent()).toList();
    Provenance given = feature.provenance();
    if (apart.isEmpty() || given.original().isEmpty()) {
      return feature;
    }
    Map<String, String> kept = new LinkedHashMap<>(given.original());
    kept.entrySet().removeIf(column -> apart.stream().anyMatch(p -> fills(column, p, feature)));
    return kept.size() == given.original().size()
        ? feature
        : feature.withProvenance(
            new Provenance(given.sourceSystem(), given.sourceId(), given.batch(), kept));
  }

  /** By its heading, or because the property has the value of the column under any heading. */
  private static boolean fills(
      Map.Entry<String, String> column, Property property, Feature feature) {
    String heading = plain(column.getKey());
    if (heading.equals(plain(property.name())) || heading.equals(plain(property.title()))) {
      return true;
    }
    Object value = feature.properties().get(property.name());
    String text = value == null ? "" : value.toString().strip();
    return text.length() >= TELLING_LENGTH && column.getValue().contains(text);
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }
}
