package org.vigie.server.accounts;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins that are on their way to the provider and back; each comes back once, in ten minutes.
 */
final class OidcFlows {

  static final Duration AGE = Duration.ofMinutes(10);

  private static final int MAX_KEPT = 10_000;

  private final Clock clock;
  private final Map<String, Flow> flows = new LinkedHashMap<>();

  /**
   * @param to path to go to afterwards, one of ours
   */
  record Flow(
      State state,
      Nonce nonce,
      CodeVerifier verifier,
      URI redirect,
      String to,
      Instant startedAt) {}

  OidcFlows(Clock clock) {
    this.clock = clock;
  }

  /**
   * Begins one.
   *
   * @param key what the browser's cookie will carry
   */
  synchronized Flow begin(String key, URI redirect, String to) {
    if (flows.size() >= MAX_KEPT) {
      flows.remove(flows.keySet().iterator().next());
    }
    Flow flow =
        new Flow(
            new State(RandomKey.create()),
            new Nonce(RandomKey.create()),
            new CodeVerifier(RandomKey.create()),
            redirect,
            to,
            clock.instant());
    flows.put(key, flow);
    return flow;
  }

  /** Takes the one of this browser away, when it is the one that comes back. */
  synchronized Optional<Flow> take(String key, String state) {
    return Optional.ofNullable(flows.remove(key))
        .filter(flow -> RandomKey.same(state, flow.state().getValue()))
        .filter(flow -> clock.instant().isBefore(flow.startedAt().plus(AGE)));
  }
}
