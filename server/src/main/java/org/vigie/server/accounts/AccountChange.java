package org.vigie.server.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Classification;

/**
 * What shall be different about an account; what is empty stays as it is.
 *
 * @param area an empty one inside takes the area away
 * @param oidcSubject an empty one inside takes the link away
 */
public record AccountChange(
    Optional<String> title,
    Optional<Set<Role>> roles,
    Optional<Classification> clearance,
    Optional<Set<String>> compartments,
    Optional<Optional<Geometry>> area,
    Optional<Boolean> disabled,
    Optional<Optional<String>> oidcSubject) {

  public static final AccountChange NONE =
      new AccountChange(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public AccountChange withDisabled(boolean now) {
    return new AccountChange(
        title, roles, clearance, compartments, area, Optional.of(now), oidcSubject);
  }

  public AccountChange withOidcSubject(Optional<String> now) {
    return new AccountChange(
        title, roles, clearance, compartments, area, disabled, Optional.of(now));
  }

  public AccountChange withRoles(Set<Role> now) {
    return new AccountChange(
        title, Optional.of(now), clearance, compartments, area, disabled, oidcSubject);
  }

  public AccountChange withClearance(Classification now) {
    return new AccountChange(
        title, roles, Optional.of(now), compartments, area, disabled, oidcSubject);
  }

  public AccountChange withCompartments(Set<String> now) {
    return new AccountChange(
        title, roles, clearance, Optional.of(now), area, disabled, oidcSubject);
  }

  public AccountChange withTitle(String now) {
    return new AccountChange(
        Optional.of(now), roles, clearance, compartments, area, disabled, oidcSubject);
  }

  public AccountChange withArea(Optional<Geometry> now) {
    return new AccountChange(
        title, roles, clearance, compartments, Optional.of(now), disabled, oidcSubject);
  }

  /** Whether it touches more than the title. */
  boolean isOfRights() {
    return !equals(NONE.withTitleOf(this));
  }

  Account apply(Account a) {
    return new Account(
        a.username(),
        title.orElse(a.title()),
        roles.orElse(a.roles()),
        clearance.orElse(a.clearance()),
        compartments.orElse(a.compartments()),
        area.orElse(a.area()),
        disabled.orElse(a.disabled()),
        a.mustChangePassword(),
        oidcSubject.orElse(a.oidcSubject()));
  }

  /** For the log. */
  String words() {
    List<String> words = new ArrayList<>();
    title.ifPresent(t -> words.add("title " + t));
    roles.ifPresent(r -> words.add("roles " + words(r)));
    clearance.ifPresent(c -> words.add("clearance " + c.label()));
    compartments.ifPresent(c -> words.add("compartments " + listed(c)));
    area.ifPresent(a -> words.add(a.isPresent() ? "area " + a.get().toText() : "area removed"));
    disabled.ifPresent(d -> words.add(d ? "disabled" : "enabled"));
    oidcSubject.ifPresent(
        o -> words.add(o.map(s -> "OpenID subject " + s).orElse("OpenID subject removed")));
    return words.isEmpty() ? "nothing changed" : String.join("; ", words);
  }

  /** What a new account may do, for the log. */
  static String words(Account account) {
    AccountChange rights =
        NONE.withRoles(account.roles())
            .withClearance(account.clearance())
            .withCompartments(account.compartments());
    return account
        .oidcSubject()
        .map(s -> rights.withOidcSubject(Optional.of(s)))
        .orElse(rights)
        .words();
  }

  private AccountChange withTitleOf(AccountChange other) {
    return new AccountChange(
        other.title, roles, clearance, compartments, area, disabled, oidcSubject);
  }

  private static String words(Set<Role> roles) {
    return listed(roles.stream().map(Role::word).collect(Collectors.toSet()));
  }

  private static String listed(Set<String> words) {
    return words.isEmpty() ? "none" : words.stream().sorted().collect(Collectors.joining(", "));
  }
}
