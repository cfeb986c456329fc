package org.vigie.geodata.layer;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;

/** What the roles of a person entitle to, by the layer files that are in force. */
public final class Entitlements {

  private final LayerCatalog catalog;

  private Entitlements(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  public static Entitlements of(LayerCatalog catalog) {
    return new Entitlements(catalog);
  }

  /**
   * The access of one person. Several roles add up; without a role there is no layer at all.
   *
   * @param compartments held by the person, or {@link Access#ALL}
   * @param area area of responsibility, WGS 84 longitude/latitude; empty for the whole mission
   */
  public Access access(
      Author author,
      Set<Role> roles,
      Classification clearance,
      Set<String> compartments,
      Optional<Geometry> area) {
    return new Access(
        author,
        clearance,
        compartments,
        layers(roles, Layer::read),
        layers(roles, Layer::write),
        Arrays.stream(Protection.values())
            .filter(p -> p.isOpenTo(roles, clearance))
            .collect(Collectors.toSet()),
        area);
  }

  private Set<String> layers(Set<Role> roles, Function<Layer, Set<Role>> allowed) {
    return catalog.list().stream()
        .filter(layer -> roles.stream().anyMatch(allowed.apply(layer)::contains))
        .map(Layer::name)
        .collect(Collectors.toSet());
  }
}
