package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser is told in words of ours, whatever it says of itself. */
class BrowserNameTest {

  private static final String MOZILLA = "Mozilla/5.0 ";

  @Test
  void theUsualBrowsersAreKnownAgain() {
    Map<String, String> agents =
        Map.of(
            MOZILLA + "(Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Firefox 128 on Windows",
            MOZILLA + "(X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36",
            "Chrome 126 on Linux",
            MOZILLA + "(Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge 126 on Windows",
            MOZILLA + "(Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1.15",
            "Safari 17 on Mac",
            MOZILLA
                + "(iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148"
                + " Safari/604.1",
            "Safari 17 on iPhone",
            MOZILLA + "(Linux; Android 14) Chrome/126.0.0.0 Mobile Safari/537.36",
            "Chrome 126 on Android",
            "curl/7.88.1",
            "curl 7");
    agents.forEach((agent, words) -> assertThat(BrowserName.of(agent)).as(agent).isEqualTo(words));
  }

  @Test
  void nothingOfWhatABrowserMakesUpGoesIn() {
    assertThat(BrowserName.of(null)).isEqualTo("a program");
    assertThat(BrowserName.of("<script>alert(1)</script> Windows"))
        .isEqualTo("a program on Windows");
    assertThat(BrowserName.of("Firefox/999999999999999999")).isEqualTo("Firefox 9999");
    assertThat(BrowserName.of("x".repeat(1_000_000) + "Firefox/1")).isEqualTo("a program");
  }
}
