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
    String timeless = INSTANT.matcher(text).replaceAll("");
    for (Canary canary : hidden) {
      List<String> place = canary.place();
      if (!place.isEmpty() && timeless.contains(place.get(0)) && timeless.contains(place.get(1))) {
        found.add("the place of " + canary.feature().id());
      }
    }
    return found;
  }
}
