package org.vigie.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request comes from, whatever it says itself. */
class TrustedProxiesTest {

  private static final TrustedProxies OURS =
      TrustedProxies.of(List.of("10.1.0.0/24", "192.0.2.7", "2001:db8::/32"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.9 | 203.0.113.5 | 198.51.100.9",
        "10.1.0.5 | 203.0.113.5 | 203.0.113.5",
        "10.1.1.5 | 203.0.113.5 | 10.1.1.5",
        "10.1.0.5 | '' | 10.1.0.5",
        "10.1.0.5 | 6.6.6.6, 203.0.113.5 | 203.0.113.5",
        "10.1.0.5 | 6.6.6.6, 203.0.113.5, 192.0.2.7 | 203.0.113.5",
        "10.1.0.5 | 10.1.0.9, 10.1.0.8 | 10.1.0.9",
        "10.1.0.5 | 203.0.113.5, unknown | 10.1.0.5",
        "10.1.0.5 | 203.0.113.5, example.org, 192.0.2.7 | 192.0.2.7",
        "10.1.0.5 | 203.0.113.5:4711 | 203.0.113.5",
        "10.1.0.5 | [2001:db9::1]:4711 | 2001:db9:0:0:0:0:0:1",
        "2001:db8::1 | 203.0.113.5 | 203.0.113.5",
        "2001:db9::1 | 203.0.113.5 | 2001:db9::1",
        "10.1.0.5 | 999.1.1.1 | 10.1.0.5",
        "10.1.0.5 | 1 | 10.1.0.5",
      })
  void onlyWhatOurOwnProxiesWroteIsBelieved(String peer, String header, String client) {
    assertThat(OURS.client(peer, List.of(header))).isEqualTo(client);
    assertThat(TrustedProxies.NONE.client(peer, List.of(header))).isEqualTo(peer);
  }

  @Test
  void severalHeadersAreOneInTheirOrderAndALongOneIsReadFromItsEnd() {
    assertThat(OURS.client("10.1.0.5", List.of("6.6.6.6", "203.0.113.5, 192.0.2.7")))
        .isEqualTo("203.0.113.5");
    List<String> many = new ArrayList<>(List.of("6.6.6.6"));
    many.addAll(java.util.Collections.nCopies(1000, "10.1.0.9"));
    assertThat(OURS.client("10.1.0.5", many)).isEqualTo("10.1.0.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example", "10.1.0.0/33", "10.1.0.0/-1", "10.1.0.0/x", "0.0.0.0/0", ""})
  void whatIsNoProxyOrEverybodyIsRefused(String written) {
    assertThatThrownBy(() -> TrustedProxies.of(List.of(written)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.1.0.0/24");
  }

  @Test
  void theServerBelievesNobodyUnlessItIsTold() throws Exception {
    Routes peer = () -> List.of(Route.get("/peer").handle(c -> c.result(PeerAddress.of(c))));
    HttpOptions standard = HttpOptions.loopback(0);
    HttpOptions told = standard.withProxies(TrustedProxies.of(Set.of("127.0.0.1")));
    for (HttpOptions options : List.of(standard, told)) {
      try (HttpServer server =
          new HttpServer(options, Authentication.always(Caller.operator("test")), List.of(peer))
              .start()) {
        var request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/peer"))
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-For", "203.0.113.5")
                .build();
        String answer =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer).isEqualTo(options == told ? "203.0.113.5" : "127.0.0.1");
      }
    }
  }
}
