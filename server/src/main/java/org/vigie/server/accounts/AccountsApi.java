package org.vigie.server.accounts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Credentials;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Everything about signing in, put together: who sends a request, and the pages and endpoints. */
public final class AccountsApi implements Routes {

  private final AccountAuthentication authentication;
  private final AccountCredentials credentials;
  private final List<Routes> parts;

  /**
   * @param exercise accounts that the sign-in page offers to everybody; none but in the exercise
   * @param oidc identity provider of the mission, when it has one
   */
  public AccountsApi(
      Accounts accounts,
      AccountStores stores,
      PasswordHashing hashing,
      AccessRules rules,
      Clock clock,
      List<ExerciseAccounts.Shown> exercise,
      Optional<OidcSettings> oidc) {
    Sessions sessions = new Sessions(stores.sessions(), clock);
    SignInLog log = new SignInLog(stores.audit());
    SignInThrottle throttle = new SignInThrottle(clock);
    SignIn signIn =
        new SignIn(stores.accounts(), stores.sessions(), log, sessions, hashing, throttle, clock);
    Optional<OidcProvider> provider = oidc.map(OidcProvider::new);
    LoginPage login = new LoginPage(signIn, exercise, provider.map(OidcProvider::host));
    Tokens tokens = new Tokens(stores.tokens(), clock);
    this.authentication = new AccountAuthentication(sessions, tokens, rules);
    this.credentials = new AccountCredentials(sessions, tokens, rules);
    this.parts =
        List.of(
            login,
            new OidcRoutes(
                provider, new OidcFlows(clock), stores.accounts(), sessions, login, log, throttle),
            new PasswordPage(accounts, sessions),
            new SessionRoutes(signIn, sessions, accounts),
            new OwnSessionRoutes(sessions),
            new UserRoutes(accounts),
            new AccountEventRoutes(stores.accounts()),
            new TokenRoutes(tokens),
            new AccountPages(accounts));
  }

  public Authentication authentication() {
    return authentication;
  }

  /** For answers that go on after the caller was let in. */
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public List<Route> routes() {
    return parts.stream().flatMap(p -> p.routes().stream()).toList();
  }

  @Override
  public Map<String, Schema> schemas() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    parts.forEach(p -> schemas.putAll(p.schemas()));
    return schemas;
  }
}
