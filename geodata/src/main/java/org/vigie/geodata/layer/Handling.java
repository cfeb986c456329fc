package org.vigie.geodata.layer;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;

/**
 * How the features of a layer are handled: who reads and writes them, which marks they get.
 *
 * @param read roles that may read the layer at all; clearance, compartments and area narrow further
 * @param write roles that may add and change features
 * @param compartments marks that a new feature gets when none are said
 * @param areaApplies whether a caller's area of responsibility limits what is visible
 * @param appendOnly whether a feature never changes once it is stored, except its marks
 * @param generalisation which features lose their exact place before they are stored
 * @param releasing which counts everybody may know; empty when none
 * @param known the mission's compartments; a feature may carry no other. Empty in layers that no
 *     file declares: any
 */
public record Handling(
    Set<Role> read,
    Set<Role> write,
    Set<String> compartments,
    boolean areaApplies,
    boolean appendOnly,
    Optional<Generalisation> generalisation,
    Optional<Releasing> releasing,
    List<Choice> known) {

  /** Everybody who signs in. */
  public static final Set<Role> READERS = Set.copyOf(EnumSet.allOf(Role.class));

  /** Everybody who works with the data: neither those who only look nor those who keep accounts. */
  public static final Set<Role> WRITERS =
      Set.of(Role.REPORTER, Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST);

  /** What holds where a layer file says nothing, outside reference data. */
  public static final Handling USUAL =
      new Handling(
          READERS, WRITERS, Set.of(), true, false, Optional.empty(), Optional.empty(), List.of());

  public Handling {
    read = Set.copyOf(read);
    write = Set.copyOf(write);
    compartments = Set.copyOf(compartments);
    known = List.copyOf(known);
  }
}
