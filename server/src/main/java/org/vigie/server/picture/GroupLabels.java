package org.vigie.server.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.store.Summary;

/** Names the values of a property as its layer declares them. */
final class GroupLabels {

  private final Optional<Property> property;

  GroupLabels(Optional<Property> property) {
    this.property = property;
  }

  List<Labelled> of(List<Summary.Group> groups) {
    return groups.stream()
        .map(g -> new Labelled(g.value(), label(g.value()), g.count(), g.sums()))
        .toList();
  }

  private String label(String value) {
    if (value.isEmpty()) {
      return "Unknown";
    }
    return property.flatMap(p -> p.findChoice(value)).map(Choice::label).orElse(value);
  }

  /**
   * @param value the code, empty for unknown
   */
  record Labelled(String value, String label, long count, Map<String, Double> sums) {}
}
