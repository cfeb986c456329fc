package org.vigie.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of the hidden stands in an answer. */
final class Leaks {

  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");

  /**
   * Cells of a surface: among a hundred thousand densities are the digits of any place. What they
   * are made of is compared, bit for bit, by {@link InferenceTest}.
   */
  private static final Pattern CELLS =
      Pattern.compile("\"rows\":[0-9]+,\"values\":\\[[0-9.,Eenul+-]*\\]");

  private Leaks() {}

  /**
   * @param words that must not be in it, ids among them
   * @param hidden whose places must not be in it
   */
  static List<String> in(String text, Set<String> words, List<Canary> hidden) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Ask.CANDIDATE.matcher(text);
    while (matcher.find()) {
      if (words.contains(matcher.group())) {
        found.add(matcher.group());
      }
    }
    // The seconds of 09:44:24.613 hold the digits of the latitude 4.613.
    String timeless = INSTANT.matcher(CELLS.matcher(text).replaceAll("")).replaceAll("");
    for (Canary canary : hidden) {
      List<String> place = canary.place();
      if (!place.isEmpty() && timeless.contains(place.get(0)) && timeless.contains(place.get(1))) {
        found.add("the place of " + canary.feature().id());
      }
    }
    return found;
  }
}
