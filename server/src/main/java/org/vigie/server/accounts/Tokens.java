package org.vigie.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Makes, checks and revokes API tokens. */
public final class Tokens {

  public static final int DEFAULT_DAYS = 90;
  public static final int MAX_DAYS = 365;

  private static final int MAX_NAME = 100;
  private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

  private final TokenStore store;
  private final Clock clock;

  public Tokens(TokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a token shall be.
   *
   * @param days until it expires, 1 to {@value #MAX_DAYS}
   */
  public record Wanted(
      String name,
      boolean writes,
      Optional<Set<String>> layers,
      Optional<Set<Role>> roles,
      int days) {}

  /**
   * @param text the token itself, told once and kept nowhere
   */
  public record Created(ApiToken token, String text) {}

  /**
   * @param by who makes it
   * @throws BadInputException when a value is out of range, or a role is not the account's
   */
  public Created create(Account account, Wanted wanted, String by) throws BadInputException {
    check(account, wanted);
    Instant now = clock.instant();
    ApiToken token =
        new ApiToken(
            UUID.randomUUID(),
            account.username(),
            wanted.name().strip(),
            wanted.writes(),
            wanted.layers(),
            wanted.roles(),
            now,
            now.plus(Duration.ofDays(wanted.days())),
            Optional.empty(),
            Optional.empty());
    String text = ApiToken.PREFIX + RandomKey.create();
    String what =
        "token '%s' made, %s, expires %s"
            .formatted(token.name(), token.writes() ? "writes" : "reads", token.expiresAt());
    store.add(token, RandomKey.digest(text), new AccountEntry(now, by, account.username(), what));
    return new Created(token, text);
  }

  public List<ApiToken> list(String username) {
    return store.list(username);
  }

  /** Everybody's. */
  List<ApiToken> list() {
    return store.list();
  }

  public Optional<ApiToken> find(UUID id) {
    return store.find(id);
  }

  public void revoke(ApiToken token, String by) {
    store.revoke(
        token.id(),
        new AccountEntry(
            clock.instant(), by, token.username(), "token '" + token.name() + "' revoked"));
  }

  /** The token of this text with its account, when both may be used; notes that it was. */
  Optional<TokenStore.Found> use(String text) {
    Instant now = clock.instant();
    Optional<TokenStore.Found> found =
        text.startsWith(ApiToken.PREFIX) ? store.find(RandomKey.digest(text)) : Optional.empty();
    Optional<TokenStore.Found> valid = found.filter(f -> mayBeUsed(f, now));
    valid
        .map(TokenStore.Found::token)
        .filter(t -> t.lastUsedAt().map(at -> at.plus(BETWEEN_TOUCHES).isBefore(now)).orElse(true))
        .ifPresent(t -> store.touch(t.id(), now));
    return valid;
  }

  /** Those of the tokens that may be used now. Does not count as a use. */
  List<TokenStore.Found> valid(List<UUID> ids) {
    Instant now = clock.instant();
    return store.list(ids).stream().filter(found -> mayBeUsed(found, now)).toList();
  }

  private static boolean mayBeUsed(TokenStore.Found found, Instant now) {
    return found.token().isValid(now)
        && !found.account().disabled()
        && !found.account().mustChangePassword();
  }

  private static void check(Account account, Wanted wanted) throws BadInputException {
    int length = wanted.name().strip().length();
    if (length < 1 || length > MAX_NAME) {
      throw wrong(
          "name",
          Message.of("the name has {length} characters", length),
          Message.of("Use 1 to {maxName}", MAX_NAME));
    }
    if (wanted.days() < 1 || wanted.days() > MAX_DAYS) {
      throw wrong(
          "days",
          Message.of("{days} is out of range", wanted.days()),
          Message.of("Use 1 to {maxDays}", MAX_DAYS));
    }
    if (!account.roles().containsAll(wanted.roles().orElse(Set.of()))) {
      throw wrong(
          "roles",
          Message.of("a role is not the account's"),
          Message.of("Use only roles that it has"));
    }
  }

  private static BadInputException wrong(String field, Message what, Message fix) {
    return new BadInputException(Fault.of(field, what, fix));
  }
}
