package org.vigie.server.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * The sentences of one language by their English ones, as the catalogues of gettext have them: when
 * an English sentence is changed, its translation no longer fits it and must not be said. What is
 * not in here is said in English.
 *
 * <p>Where a figure decides the form, the sentence is an object: the name of the figure, and the
 * sentence for each form that the language tells apart.
 */
public final class Catalogue {

  /** Keeps a name or a figure of one direction apart from a sentence of the other (Unicode). */
  private static final char ISOLATE = '\u2068';

  private static final char END_OF_ISOLATE = '\u2069';

  private static final Map<Language, Catalogue> ALL =
      Arrays.stream(Language.values())
          .collect(Collectors.toMap(Function.identity(), Catalogue::new));

  private final Language language;
  private final Map<String, JsonNode> sentences;

  private Catalogue(Language language) {
    this.language = language;
    this.sentences = read(language);
  }

  public static Catalogue of(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** The message in this language. */
  public String say(Message message) {
    Optional<String> own = sentence(message);
    return own.isPresent()
        ? message.fill(own.get(), this::written)
        : message.fill(message.template(), this::embedded);
  }

  /** Whether all of it can be said in this language. */
  public boolean says(Message message) {
    return language == Language.EN || sentence(message).isPresent();
  }

  Map<String, JsonNode> sentences() {
    return sentences;
  }

  private Optional<String> sentence(Message message) {
    JsonNode found = sentences.get(message.template());
    if (found == null) {
      return Optional.empty();
    }
    if (found.isTextual()) {
      return Optional.of(found.textValue());
    }
    Map.Entry<String, JsonNode> forms = found.properties().iterator().next();
    String form = Plural.of(language, figure(message.named().get(forms.getKey())));
    return Optional.of(forms.getValue().path(form).asText(forms.getValue().path("other").asText()));
  }

  private static double figure(@Nullable Object argument) {
    if (argument instanceof Figure figure) {
      return figure.value();
    }
    try {
      return Double.parseDouble(String.valueOf(argument));
    } catch (NumberFormatException noFigure) {
      return Double.NaN;
    }
  }

  private String written(Object argument) {
    if (argument instanceof Message message) {
      return says(message) ? say(message) : isolated(say(message));
    }
    return isolated(argument instanceof Figure figure ? grouped(figure) : String.valueOf(argument));
  }

  private String grouped(Figure figure) {
    NumberFormat format = NumberFormat.getInstance(language.digits());
    format.setMinimumFractionDigits(figure.decimals());
    format.setMaximumFractionDigits(figure.decimals());
    return format.format(figure.value());
  }

  /** In an English sentence that stands alone everything runs one way. */
  private String embedded(Object argument) {
    return argument instanceof Message message ? say(message) : String.valueOf(argument);
  }

  private String isolated(String text) {
    return language.isRightToLeft() ? ISOLATE + text + END_OF_ISOLATE : text;
  }

  private static Map<String, JsonNode> read(Language language) {
    if (language == Language.EN) {
      return Map.of();
    }
    try (InputStream in =
        Catalogue.class.getResourceAsStream("messages." + language.tag() + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no messages in " + language.ownName());
      }
      return Map.copyOf(
          Json.MAPPER.readValue(in, new TypeReference<TreeMap<String, JsonNode>>() {}));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the messages in " + language.ownName(), unreadable);
    }
  }
}
