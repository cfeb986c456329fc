package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.vigie.server.http.Language;

/** The pages outside the map say the same in every language. */
class SignInWordsTest {

  @Test
  void everyLanguageHasTheSentencesOfEnglishWithTheSamePlaces() throws Exception {
    Properties english = sentences(Language.EN);
    for (Language language : Language.values()) {
      Properties sentences = sentences(language);
      assertThat(differences(english, sentences)).as(language.tag()).isEmpty();
      if (!language.equals(Language.EN)) {
        assertThat(sentences.entrySet())
            .as("left in English: " + language.tag())
            .doesNotContainAnyElementsOf(english.entrySet());
      }
    }
  }

  @Test
  void aSentenceTakenOutIsFound() throws Exception {
    Properties english = sentences(Language.EN);
    Properties french = sentences(Language.FR);
    french.remove("wrong");
    french.setProperty("sign-in-at", "Se connecter");
    assertThat(differences(english, french)).containsExactlyInAnyOrder("wrong", "sign-in-at");
  }

  @Test
  void whoGuessedTooOftenIsToldInHisLanguageHowLongToWait() {
    assertThat(Waiting.sentence(SignInWords.in(Language.FR), Duration.ofSeconds(20)))
        .contains("dans une minute");
    assertThat(Waiting.sentence(SignInWords.in(Language.AR), Duration.ofMinutes(11)))
        .contains("11")
        .doesNotContain("{}");
  }

  private static List<String> differences(Properties english, Properties other) {
    return english.stringPropertyNames().stream()
        .filter(
            name ->
                !other.containsKey(name)
                    || places(other.getProperty(name)) != places(english.getProperty(name)))
        .toList();
  }

  private static int places(String sentence) {
    return sentence.split("\\{\\}", -1).length;
  }

  private static Properties sentences(Language language) throws IOException {
    String file = "sign-in." + language.tag() + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(SignInWords.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      Properties sentences = new Properties();
      sentences.load(reader);
      return sentences;
    }
  }
}
