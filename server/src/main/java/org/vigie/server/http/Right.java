package org.vigie.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Role;

/**
 * Who may call a route at all. What he then sees is the store's affair, not the route's.
 *
 * @param isOpen also without signing in: nothing of the mission's data may be behind it
 * @param roles one of these is needed; everybody who is signed in when empty
 */
public record Right(boolean isOpen, Set<Role> roles) {

  public static final Right OPEN = new Right(true, Set.of());
  public static final Right SIGNED_IN = new Right(false, Set.of());

  public static Right of(Role... roles) {
    return new Right(false, Set.copyOf(List.of(roles)));
  }

  boolean admits(Caller caller) {
    return isOpen || roles.isEmpty() || caller.hasAny(roles);
  }

  /** For a sentence: "analyst or administrator". */
  String words() {
    return Arrays.stream(Role.values())
        .filter(roles::contains)
        .map(Role::word)
        .collect(Collectors.joining(" or "));
  }
}
