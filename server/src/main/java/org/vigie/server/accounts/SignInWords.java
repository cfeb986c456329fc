package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.vigie.server.http.Language;

/** What the pages outside the map say, in one language: {@code sign-in.<language>.properties}. */
final class SignInWords {

  private static final Map<Language, SignInWords> ALL = readAll();

  private final Language language;
  private final Properties sentences;

  private SignInWords(Language language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  /** In the language of whoever asks. */
  static SignInWords of(Context context) {
    return in(Language.of(context));
  }

  static SignInWords in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  Language language() {
    return language;
  }

  /**
   * A sentence; {@code {}} in it is what it is told of.
   *
   * @throws IllegalArgumentException when there is no such sentence
   */
  String say(String name, Object... about) {
    String sentence = sentences.getProperty(name);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence " + name + " in " + language);
    }
    for (Object each : about) {
      int at = sentence.indexOf("{}");
      sentence = sentence.substring(0, at) + each + sentence.substring(at + 2);
    }
    return sentence;
  }

  /** A sentence if there is one; else what is said in English. */
  String sayOr(String name, String english) {
    return sentences.getProperty(name, english);
  }

  private static Map<Language, SignInWords> readAll() {
    Map<Language, SignInWords> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String file = "sign-in." + language.tag() + ".properties";
      try (Reader reader =
          new InputStreamReader(
              Objects.requireNonNull(SignInWords.class.getResourceAsStream(file), file),
              StandardCharsets.UTF_8)) {
        Properties sentences = new Properties();
        sentences.load(reader);
        all.put(language, new SignInWords(language, sentences));
      } catch (IOException broken) {
        throw new UncheckedIOException("cannot read " + file, broken);
      }
    }
    return all;
  }
}
