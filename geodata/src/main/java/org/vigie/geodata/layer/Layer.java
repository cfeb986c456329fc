package org.vigie.geodata.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Classification;

/**
 * A declared kind of feature.
 *
 * @param name lower-case words joined by hyphens; the collection id over HTTP
 * @param titles plural name by language, {@code en} always present
 * @param descriptions one sentence by language; may be empty
 * @param group heading in the layer tree: events, operations, protection, mission, reference
 * @param geometryRequired false when features of unknown place are kept, counted and listed
 * @param identity properties that together name a feature whose source gives it no id, for
 *     idempotent re-import; may be empty
 * @param groupedBy the CODE property by which statistics break this layer down first; the symbol's
 *     property unless declared
 * @param severity name of an INTEGER property from 1 (least) to 5, or empty
 * @param sums names of the numeric properties that statistics add up, for example casualties
 * @param source origin and licence of reference data, or empty
 * @param handling who reads and writes it, and how its features are marked and kept
 * @param workflow the states its features go through; empty when they have none
 */
public record Layer(
    String name,
    Map<String, String> titles,
    Map<String, String> descriptions,
    String group,
    GeometryKind geometry,
    boolean geometryRequired,
    TimeModel time,
    Classification defaultClassification,
    List<Property> properties,
    Symbol symbol,
    List<String> identity,
    Optional<String> groupedBy,
    Optional<String> titleProperty,
    Optional<String> severity,
    List<String> sums,
    String source,
    Handling handling,
    Optional<Workflow> workflow) {

  /** English title. */
  public String title() {
    return titles.getOrDefault("en", name);
  }

  /** English description, or an empty string. */
  public String description() {
    return descriptions.getOrDefault("en", "");
  }

  /**
   * The CODE property that the map draws and counts by: the one that chooses the mark, else the one
   * that statistics break down first. Legend, picture and histogram must agree on it.
   */
  public Optional<String> drawnBy() {
    return Optional.ofNullable(symbol.property()).or(() -> groupedBy);
  }

  /** Roles that may read the layer. */
  public Set<Role> read() {
    return handling.read();
  }

  /** Roles that may add and change features. */
  public Set<Role> write() {
    return handling.write();
  }

  /** Compartments of a new feature that says none. */
  public Set<String> compartments() {
    return handling.compartments();
  }

  public boolean areaApplies() {
    return handling.areaApplies();
  }

  /** Which counts everybody who signs in may know. */
  public Optional<Releasing> releasing() {
    return handling.releasing();
  }

  /** Whether a feature never changes once it is stored; a correction is a new feature. */
  public boolean appendOnly() {
    return handling.appendOnly();
  }

  /** The layer as a caller knows it: a protected property without the right is not there. */
  public Layer visibleTo(Access access) {
    for (Property property : properties) {
      if (!property.isVisibleTo(access)) {
        return withProperties(properties.stream().filter(p -> p.isVisibleTo(access)).toList());
      }
    }
    return this;
  }

  public Layer withProperties(List<Property> kept) {
    return new Layer(
        name,
        titles,
        descriptions,
        group,
        geometry,
        geometryRequired,
        time,
        defaultClassification,
        kept,
        symbol,
        identity,
        groupedBy,
        titleProperty,
        severity,
        sums,
        source,
        handling,
        workflow);
  }

  public Optional<Property> findProperty(String property) {
    return properties.stream().filter(p -> p.name().equals(property)).findFirst();
  }
}
