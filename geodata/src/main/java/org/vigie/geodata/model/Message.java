package org.vigie.geodata.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for people that is not put together before it is written, so that it can be written in
 * another language than English. As text it is English.
 *
 * @param template the English sentence, with names in braces where the arguments stand
 * @param arguments one for each name, in the order in which the names first appear: texts, figures
 *     or messages; without any, the template is taken as it is, whatever stands in it
 */
public record Message(String template, List<Object> arguments) {

  private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

  public Message {
    arguments = List.copyOf(arguments);
  }

  /** What is neither a figure nor a message is kept as the text that it has now. */
  public static Message of(String template, @Nullable Object... arguments) {
    return new Message(template, Arrays.stream(arguments).map(Message::kept).toList());
  }

  private static Object kept(@Nullable Object argument) {
    return argument instanceof Message || argument instanceof Number || argument instanceof Figure
        ? argument
        : String.valueOf(argument);
  }

  /** The arguments by the names they have in the template. */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    Matcher name = NAME.matcher(template);
    while (name.find() && named.size() < arguments.size()) {
      named.putIfAbsent(name.group(1), arguments.get(named.size()));
    }
    return named;
  }

  /**
   * A sentence of any language with the arguments in their places. What an argument holds is never
   * looked into.
   */
  public String fill(String sentence, Function<Object, String> written) {
    if (arguments.isEmpty()) {
      return sentence;
    }
    Map<String, Object> named = named();
    return NAME.matcher(sentence)
        .replaceAll(
            name -> {
              Object argument = named.get(name.group(1));
              return Matcher.quoteReplacement(
                  argument == null ? name.group() : written.apply(argument));
            });
  }

  /** English. */
  @Override
  public String toString() {
    return fill(template, String::valueOf);
  }
}
