package org.vigie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

class CatalogueTest {

  private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");
  private static final Path ENGLISH_ONLY =
      Path.of("src/test/resources/org/vigie/server/http/english-only.txt");
  private static final Message RANGE =
      Message.of("Give a number from {least} to {most}", Figure.whole(1000), Figure.whole(25000));
  private static final int COMPOSED = 3;
  private static final String COUNTED = "{count} events are selected";

  @Test
  void aTemplateIsSaidInTheLanguageThatIsAskedFor() {
    assertThat(say(Language.EN, RANGE)).isEqualTo("Give a number from 1,000 to 25,000");
    assertThat(say(Language.FR, RANGE)).isEqualTo("Donnez un nombre de 1\u202f000 à 25\u202f000");
    assertThat(say(Language.ES, RANGE)).isEqualTo("Indique un número de 1.000 a 25.000");
    assertThat(say(Language.AR, RANGE))
        .isEqualTo("أدخل عدداً من \u20681,000\u2069 إلى \u206825,000\u2069");
  }

  @Test
  void whatIsNotInTheCatalogueIsSaidInEnglish() {
    Message unknown = Message.of("no translation of {this} exists", "such a thing");
    for (Language language : Language.values()) {
      assertThat(say(language, unknown)).isEqualTo("no translation of such a thing exists");
    }
  }

  @Test
  void aMessageWithinAMessageIsSaidInTheSameLanguage() {
    Message outer = Message.of("at position {value}: {what}", 3, Message.of("LIKE takes text"));
    assertThat(say(Language.FR, outer)).isEqualTo("à la position 3\u00a0: LIKE attend du texte");
    Fault fault = Fault.of("title", "is missing", "It is required").at("a.csv", 4);
    assertThat(say(Language.ES, fault.message()))
        .isEqualTo("a.csv:4: title: falta. Es obligatorio");
    assertThat(fault).hasToString("a.csv:4: title: is missing. It is required");
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 0, sélectionné",
    "FR, 1, événement est",
    "FR, 2, événements sont",
    "ES, 1, suceso seleccionado",
    "ES, 2, sucesos",
    "AR, 0, أي حدث",
    "AR, 1, حدث واحد",
    "AR, 2, حدثان",
    "AR, 7, أحداث",
    "AR, 103, أحداث",
    "AR, 45, حدثاً",
    "AR, 100, حدث"
  })
  void aFigureDecidesTheFormOfTheWordsWithIt(Language language, int count, String form) {
    assertThat(say(language, Message.of(COUNTED, count))).contains(form);
  }

  @Test
  void whatAnArgumentHoldsIsNeverLookedInto() {
    for (String hostile :
        List.of("{value}", "{what} {0} %s %n", "$1 \\$ \\", "<img src=x onerror=alert(1)>", "{")) {
      for (Language language : Language.values()) {
        assertThat(say(language, Message.of("\"{text}\" is no whole number", hostile)))
            .contains(hostile);
        assertThat(say(language, Message.of(hostile))).isEqualTo(hostile);
        assertThat(
                say(
                    language,
                    Message.of("\"{text}\" cannot be read: {what}", hostile, Message.of(hostile))))
            .contains(hostile)
            .doesNotContain("null");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EN")
  void everySentenceHasTheSamePlaceholdersInEveryLanguage(Language language) {
    Map<String, JsonNode> sentences = Catalogue.of(language).sentences();
    assertThat(sentences.keySet())
        .isEqualTo(Catalogue.of(Language.FR).sentences().keySet())
        .hasSizeGreaterThan(500);
    sentences.forEach(
        (english, own) -> {
          for (String form : forms(own)) {
            assertThat(names(form)).as(english).isEqualTo(names(english));
            assertThat(form).isNotBlank();
          }
          if (own.isObject()) {
            String by = own.fieldNames().next();
            assertThat(names(english)).contains(by);
            assertThat(own.path(by).has("other")).as(english).isTrue();
          }
        });
  }

  /** What is added has to be translated; what is translated has to leave the list. */
  @Test
  void everySentenceOfTheSourcesIsInTheCataloguesOrListedAsEnglishOnly() throws IOException {
    SourceSentences sources =
        SourceSentences.of(Path.of("src/main/java"), Path.of("../geodata/src/main/java"));
    Set<String> all = new TreeSet<>(sources.templates());
    all.addAll(sources.sentences());
    assertThat(all).as("the control: sentences are found").hasSizeGreaterThan(700);
    Set<String> english = new TreeSet<>(all);
    english.removeAll(Catalogue.of(Language.FR).sentences().keySet());
    assertThat(english).isEqualTo(new TreeSet<>(Files.readAllLines(ENGLISH_ONLY)));
    assertThat(sources.composed()).as("put together on the spot").hasSize(COMPOSED);
    assertThat(Files.readString(Path.of("../docs/languages.md")))
        .as("the figures in the documentation")
        .contains(english.size() + " sentences")
        .contains(COMPOSED + " are still put together");
  }

  private static String say(Language language, Message message) {
    return Catalogue.of(language).say(message);
  }

  private static List<String> forms(JsonNode own) {
    List<String> forms = new ArrayList<>();
    if (own.isTextual()) {
      forms.add(own.textValue());
    } else {
      own.elements().next().forEach(form -> forms.add(form.textValue()));
    }
    return forms;
  }

  private static Set<String> names(String sentence) {
    return NAME.matcher(sentence)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
