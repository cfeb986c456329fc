package org.vigie.server.accounts;

import java.util.HashSet;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.server.http.Caller;

/** What an account entitles to: its own clearance, compartments and area, and its roles' layers. */
public final class AccessRules {

  private final Entitlements entitlements;

  public AccessRules(LayerCatalog catalog) {
    this.entitlements = Entitlements.of(catalog);
  }

  public Caller caller(Account account) {
    return caller(account, account.roles());
  }

  /** With a token: what the account has now, and of that only what the token lends. */
  Caller caller(Account account, ApiToken token) {
    Set<Role> roles = new HashSet<>(account.roles());
    roles.retainAll(token.roles().orElse(account.roles()));
    // Accounts are kept by people who have signed in, never by a program.
    roles.remove(Role.ADMINISTRATOR);
    Caller whole = caller(account, roles);
    Access access = whole.access();
    return new Caller(
        whole.title(),
        roles,
        new Access(
            access.author(),
            access.clearance(),
            access.compartments(),
            lent(access.readable(), token),
            token.writes() ? lent(access.writable(), token) : Set.of(),
            access.protections(),
            access.area()),
        token.writes());
  }

  private Caller caller(Account account, Set<Role> roles) {
    return new Caller(
        account.title(),
        roles,
        entitlements.access(
            new Author(account.username()),
            roles,
            account.clearance(),
            account.compartments(),
            account.area()));
  }

  private static Set<String> lent(Set<String> layers, ApiToken token) {
    Set<String> lent = new HashSet<>(layers);
    token.layers().ifPresent(lent::retainAll);
    return lent;
  }
}
