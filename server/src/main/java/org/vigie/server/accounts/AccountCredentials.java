package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Credential;
import org.vigie.server.http.Credentials;

/** Sessions and tokens of people who are listening: whether they still hold, and for the same. */
final class AccountCredentials implements Credentials {

  private static final String SESSION = "session";
  private static final String TOKEN = "token";
  private static final HexFormat HEX = HexFormat.of();

  private final Sessions sessions;
  private final Tokens tokens;
  private final AccessRules rules;

  AccountCredentials(Sessions sessions, Tokens tokens, AccessRules rules) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.rules = rules;
  }

  @Override
  public Credential of(Context context) {
    Caller caller = Callers.get(context);
    Optional<Session> session = AccountAuthentication.session(context);
    if (session.isPresent()) {
      return new Credential(SESSION, HEX.formatHex(RandomKey.digest(session.get().key())), caller);
    }
    String token = AccountAuthentication.token(context).map(UUID::toString).orElse("");
    return new Credential(TOKEN, token, caller);
  }

  @Override
  public Set<Credential> ended(Set<Credential> held) {
    Map<String, List<Credential>> byKind =
        held.stream()
            .filter(credential -> !credential.key().isEmpty())
            .collect(Collectors.groupingBy(Credential::kind));
    Set<Credential> ended = new HashSet<>();
    ended.addAll(endedSessions(byKind.getOrDefault(SESSION, List.of())));
    ended.addAll(endedTokens(byKind.getOrDefault(TOKEN, List.of())));
    return ended;
  }

  private List<Credential> endedSessions(List<Credential> held) {
    if (held.isEmpty()) {
      return List.of();
    }
    Map<String, Account> present =
        sessions.present(held.stream().map(each -> HEX.parseHex(each.key())).toList());
    List<Credential> ended = new ArrayList<>(held);
    ended.removeIf(
        each ->
            Optional.ofNullable(present.get(each.key()))
                .map(rules::caller)
                .filter(each.caller()::equals)
                .isPresent());
    return ended;
  }

  private List<Credential> endedTokens(List<Credential> held) {
    if (held.isEmpty()) {
      return List.of();
    }
    Map<String, TokenStore.Found> valid =
        tokens.valid(held.stream().map(each -> UUID.fromString(each.key())).toList()).stream()
            .collect(Collectors.toMap(found -> found.token().id().toString(), found -> found));
    List<Credential> ended = new ArrayList<>(held);
    ended.removeIf(
        each ->
            Optional.ofNullable(valid.get(each.key()))
                .map(found -> rules.caller(found.account(), found.token()))
                .filter(each.caller()::equals)
                .isPresent());
    return ended;
  }
}
