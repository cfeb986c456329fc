package org.vigie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void theBestThatTheBrowserPrefersIsTaken() {
    assertThat(Language.preferred("sw, ar-SD;q=0.8, fr;q=0.9")).isEqualTo(Language.FR);
    assertThat(Language.preferred("ar-SD")).isEqualTo(Language.AR);
    assertThat(Language.preferred("es-419,es;q=0.9,en;q=0.1")).isEqualTo(Language.ES);
  }

  @Test
  void whatIsUnknownOrMalformedIsEnglish() {
    assertThat(Language.preferred(null)).isEqualTo(Language.EN);
    assertThat(Language.preferred("sw")).isEqualTo(Language.EN);
    assertThat(Language.preferred(";;q=,\u0000,*/*;q=x")).isEqualTo(Language.EN);
    assertThat(Language.preferred("fr,".repeat(10_000))).isEqualTo(Language.EN);
  }

  @Test
  void aCookieOfSomeoneElsesMakingIsNoLanguage() {
    assertThat(Language.find("ar")).contains(Language.AR);
    assertThat(Language.find("AR")).isEmpty();
    assertThat(Language.find("../../etc/passwd")).isEmpty();
    assertThat(Language.find(null)).isEmpty();
  }
}
