package org.vigie.server.accounts;

import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Author;
import org.vigie.server.http.Caller;

/** What an account entitles to. */
public final class AccessRules {

  private static final Set<Role> WRITERS =
      Set.of(Role.REPORTER, Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST);

  Caller caller(Account account) {
    Set<Role> roles = account.roles();
    boolean writes = roles.stream().anyMatch(WRITERS::contains);
    return new Caller(
        account.title(),
        roles,
        new Access(
            new Author(account.username()),
            account.clearance(),
            account.compartments(),
            Access.ALL,
            writes ? Access.ALL : Set.of(),
            writes ? Set.of(Protection.values()) : Set.of(),
            account.area()));
  }
}
