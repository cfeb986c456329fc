package org.vigie.geodata.layer;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.Classification;

/**
 * A declared kind of feature.
 *
 * @param name lower-case words joined by hyphens; the collection id over HTTP
 * @param group heading in the layer tree: events, operations, protection, mission, reference
 * @param geometryRequired false when features of unknown place are kept, counted and listed
 * @param groupedBy the CODE property by which statistics break this layer down first; the symbol's
 *     property unless declared
 * @param severity name of an INTEGER property from 1 (least) to 5, or empty
 * @param sums names of the numeric properties that statistics add up, for example casualties
 * @param source origin and licence of reference data, or empty
 */
public record Layer(
    String name,
    String title,
    String description,
    String group,
    GeometryKind geometry,
    boolean geometryRequired,
    TimeModel time,
    Classification defaultClassification,
    List<Property> properties,
    Symbol symbol,
    Optional<String> groupedBy,
    Optional<String> titleProperty,
    Optional<String> severity,
    List<String> sums,
    String source) {

  public Optional<Property> findProperty(String property) {
    return properties.stream().filter(p -> p.name().equals(property)).findFirst();
  }
}
