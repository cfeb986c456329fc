package org.vigie.geodata.duplicate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text made comparable: without case, accents and punctuation. */
final class Wording {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "and", "in", "at", "by", "de", "du", "des", "la", "le", "les",
          "et");
  private static final int GRAM = 3;

  /** Longest text that is compared; bounds the cost. */
  private static final int MAX_LENGTH = 4_000;

  private Wording() {}

  static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** The words that carry meaning, in order of the alphabet. */
  static Set<String> words(Collection<String> texts) {
    return texts.stream()
        .flatMap(text -> Arrays.stream(fold(text).split(" ")))
        .filter(word -> !word.isEmpty() && !SMALL.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How often each run of three characters occurs. */
  static Map<String, Integer> grams(String text) {
    String folded = ' ' + fold(text.substring(0, Math.min(text.length(), MAX_LENGTH))) + ' ';
    Map<String, Integer> grams = new HashMap<>();
    for (int i = 0; i + GRAM <= folded.length(); i++) {
      grams.merge(folded.substring(i, i + GRAM), 1, Integer::sum);
    }
    return grams;
  }

  /** Dice's coefficient of two bags, 0 to 1; of two empty ones 0. */
  static double dice(Map<String, Integer> one, Map<String, Integer> other) {
    long sizes = size(one) + size(other);
    long common = 0;
    for (Map.Entry<String, Integer> gram : one.entrySet()) {
      common += Math.min(gram.getValue(), other.getOrDefault(gram.getKey(), 0));
    }
    return sizes == 0 ? 0 : 2.0 * common / sizes;
  }

  private static long size(Map<String, Integer> bag) {
    return bag.values().stream().mapToLong(Integer::longValue).sum();
  }
}
