package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A parameter of an endpoint, declared once: the check, the value and the API description all come
 * from here.
 *
 * @param standard value when the parameter is absent; null when there is none
 * @param <T> type of the value
 */
public record Parameter<T>(
    String name,
    Place place,
    String help,
    Schema schema,
    boolean required,
    Reader<T> reader,
    @Nullable T standard) {

  /** Where it stands; the lower-case name is OpenAPI's {@code in}. */
  public enum Place {
    QUERY,
    PATH,
    HEADER
  }

  /** Turns the text into a value; says what is wrong with it otherwise. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(String text) throws BadInputException;
  }

  public static <T> Parameter<T> query(String name, String help, Schema schema, Reader<T> reader) {
    return new Parameter<>(name, Place.QUERY, help, schema, false, reader, null);
  }

  public static <T> Parameter<T> path(String name, String help, Schema schema, Reader<T> reader) {
    return new Parameter<>(name, Place.PATH, help, schema, true, reader, null);
  }

  public static <T> Parameter<T> header(String name, String help, Schema schema, Reader<T> reader) {
    return new Parameter<>(name, Place.HEADER, help, schema, false, reader, null);
  }

  /** A query parameter that is one text. */
  public static Parameter<String> text(String name, String help) {
    return query(
        name,
        help,
        Schema.string(),
        text -> {
          if (text.indexOf(0) >= 0) {
            throw new BadInputException(
                Fault.of(name, "has a NUL in it, which no text can hold", "Remove it"));
          }
          return text;
        });
  }

  /** A query parameter that is one of these words. */
  public static Parameter<String> word(String name, String help, List<String> words) {
    return query(
        name,
        help,
        Schema.words(words),
        text -> {
          if (!words.contains(text)) {
            throw new BadInputException(
                Fault.of(
                    name,
                    Message.of("'{text}' is unknown", text),
                    Message.of("Use one of {words}", words)));
          }
          return text;
        });
  }

  public Parameter<T> orElse(T value) {
    return new Parameter<>(name, place, help, schema, required, reader, value);
  }

  public Parameter<T> mandatory() {
    return new Parameter<>(name, place, help, schema, true, reader, standard);
  }

  /**
   * The value, or the standard one; empty when there is neither.
   *
   * @throws BadInputException when it is wrong, given twice, or required and absent
   */
  public Optional<T> find(Context context) throws BadInputException {
    String text = text(context);
    if (text != null) {
      return Optional.of(reader.read(text));
    }
    if (required) {
      throw new BadInputException(Fault.of(name, "is missing", help));
    }
    return Optional.ofNullable(standard);
  }

  /** The value of a parameter that is required or has a standard value. */
  public T get(Context context) throws BadInputException {
    return find(context)
        .orElseThrow(() -> new IllegalStateException(name + " may be absent: use find"));
  }

  private @Nullable String text(Context context) throws BadInputException {
    return switch (place) {
      case PATH -> context.pathParam(name);
      case HEADER -> context.header(name);
      case QUERY -> {
        List<String> values = context.queryParams(name);
        if (values.size() > 1) {
          throw new BadInputException(
              Fault.of(name, Message.of("is given {count} times", values.size()), "Give it once"));
        }
        yield values.isEmpty() ? null : values.get(0);
      }
    };
  }
}
