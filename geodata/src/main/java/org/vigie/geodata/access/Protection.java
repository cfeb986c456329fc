package org.vigie.geodata.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.Classification;

/**
 * Why a property is kept apart from its feature and shown to few of those who see the feature.
 * Here, and nowhere else, stands who they are: a role and at least a clearance.
 */
public enum Protection {
  /** Who told us: a name, a number, anything by which a source could be found. */
  SOURCE_IDENTITY(
      "source-identity",
      Set.of(Role.PROTECTION_ADVISER, Role.ANALYST),
      Classification.STRICTLY_CONFIDENTIAL),
  /** Detail that is not for everybody who may read the incident. */
  RESTRICTED_NARRATIVE(
      "restricted-narrative",
      Set.of(Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST),
      Classification.CONFIDENTIAL);

  private final String word;
  private final Set<Role> roles;
  private final Classification clearance;

  Protection(String word, Set<Role> roles, Classification clearance) {
    this.word = word;
    this.roles = roles;
    this.clearance = clearance;
  }

  /** As layer files write it: {@code source-identity}. */
  public String word() {
    return word;
  }

  /** Whether somebody with these roles and this clearance reads and writes what it protects. */
  public boolean isOpenTo(Set<Role> held, Classification clearanceHeld) {
    return clearanceHeld.compareTo(clearance) >= 0 && held.stream().anyMatch(roles::contains);
  }

  public static Optional<Protection> find(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Protection::word).toList();
  }
}
