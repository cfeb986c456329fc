package org.vigie.geodata.access;

import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;

/**
 * What one caller may see and change. A feature is visible when its layer is readable, its
 * classification is not above the clearance, each of its compartments is held, and it meets the
 * area of responsibility or has no geometry. Nothing else decides.
 *
 * @param author the name that the change log keeps; unique in the mission and never given again
 * @param clearance highest classification that is visible
 * @param compartments need-to-know compartments held, for example {@code POC}; or {@link #ALL}
 * @param readable names of the layers that may be read, or {@link #ALL}
 * @param writable names of the layers that may be changed, or {@link #ALL}
 * @param protections fields that are kept apart and may be read nevertheless
 * @param area area of responsibility, WGS 84 longitude/latitude; empty for the whole mission
 */
public record Access(
    Author author,
    Classification clearance,
    Set<String> compartments,
    Set<String> readable,
    Set<String> writable,
    Set<Protection> protections,
    Optional<Geometry> area) {

  /** Stands for every layer or every compartment, also those that are declared later. */
  public static final Set<String> ALL = Set.of("*");

  public Access {
    compartments = Set.copyOf(compartments);
    readable = Set.copyOf(readable);
    writable = Set.copyOf(writable);
    protections = Set.copyOf(protections);
  }

  /** For the process itself: loading, verifying, backing up. Never for a request. */
  public static Access everything(Author author) {
    return new Access(
        author,
        Classification.STRICTLY_CONFIDENTIAL,
        ALL,
        ALL,
        ALL,
        Set.of(Protection.values()),
        Optional.empty());
  }

  /** What decides an answer: everything but the name. */
  public View view() {
    return new View(clearance, compartments, readable, writable, protections, area);
  }

  public boolean mayRead(String layer) {
    return holds(readable, layer);
  }

  public boolean mayWrite(String layer) {
    return holds(writable, layer);
  }

  /** Whether something marked so may be seen, wherever it lies. */
  public boolean clears(Classification classification, Set<String> marked) {
    return classification.compareTo(clearance) <= 0
        && (compartments.equals(ALL) || compartments.containsAll(marked));
  }

  /** Whether all that another may see may be seen here; who may write what does not matter. */
  public boolean sees(Access other) {
    boolean places =
        area.isEmpty() || (other.area.isPresent() && area.get().covers(other.area.get()));
    return clears(other.clearance, other.compartments)
        && (readable.equals(ALL) || readable.containsAll(other.readable))
        && protections.containsAll(other.protections)
        && places;
  }

  private static boolean holds(Set<String> names, String name) {
    return names.equals(ALL) || names.contains(name);
  }
}
