package org.vigie.geodata.layer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Provenance;

/**
 * Strikes an exact place out of texts: names that are withheld, and whatever is written like a
 * coordinate. It cannot know every way in which people describe a place.
 */
final class TextRedaction {

  private static final String STRUCK = "[place withheld]";

  /** A decimal degree, a pair of them, degrees and minutes, and MGRS. */
  private static final Pattern COORDINATE =
      Pattern.compile(
          "[-+]?\\b\\d{1,3}[.,]\\d{4,}\\s*°?(\\s*[NSEWO]\\b)?|[-+]?\\b\\d{1,3}\\.\\d{2,}\\s*°?\\s*[NSEWO]?[\\s,/]+[-+]?\\d{1,3}\\.\\d{2,}\\s*°?(\\s*[NSEWO]\\b)?|\\b\\d{1,3}\\s*°\\s*\\d{1,2}[^\\p{L}\\n"
              + "]{0,14}[NSEWO]\\b"
              + "|\\b\\d{1,2}\\s?[C-HJ-NP-X]\\s?[A-HJ-NP-Z]{2}\\s?\\d{2,5}\\s?\\d{2,5}\\b",
          Pattern.CASE_INSENSITIVE);

  /** Shorter names are more often part of other words. */
  private static final int SHORTEST_NAME = 3;

  /** A digest of the whole source record, as imports without identity make it. */
  private static final String OF_RECORD = "sha256:";

  private static final String OF_KEPT = "withheld:";

  private final List<Pattern> names;

  TextRedaction(List<String> withheld) {
    this.names =
        withheld.stream()
            .map(String::strip)
            .filter(name -> name.length() >= SHORTEST_NAME)
            .map(
                name ->
                    Pattern.compile(
                        Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
  }

  /** The value with every text in it redacted. */
  Object apply(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof List<?> several) {
      return several.stream().map(v -> v == null ? "" : apply(v)).toList();
    }
    if (value instanceof Map<?, ?> row) {
      Map<String, Object> redacted = new LinkedHashMap<>();
      row.forEach(
          (name, cell) -> redacted.put(String.valueOf(name), cell == null ? "" : apply(cell)));
      return redacted;
    }
    return value;
  }

  private String text(String text) {
    String redacted = COORDINATE.matcher(text).replaceAll(STRUCK);
    for (Pattern name : names) {
      redacted = name.matcher(redacted).replaceAll(STRUCK);
    }
    return redacted;
  }

  /**
   * Without the source record, which would hold the place. A name in the source system that is a
   * digest of that record, or holds coordinates, becomes a digest of what is kept: a digest of few
   * unknown digits is guessed in seconds.
   */
  Provenance provenance(Provenance given, String kept, double kilometres) {
    Map<String, String> original =
        given.original().isEmpty()
            ? Map.of()
            : Map.of(
                "withheld",
                String.format(
                    Locale.ROOT,
                    "source record not kept: place generalised to %.0f km",
                    kilometres));
    return new Provenance(
        given.sourceSystem(), named(given.sourceId(), kept), given.batch(), original);
  }

  private static @Nullable String named(@Nullable String sourceId, String kept) {
    boolean tells =
        sourceId != null && (sourceId.startsWith(OF_RECORD) || COORDINATE.matcher(sourceId).find());
    return tells ? OF_KEPT + digest(kept) : sourceId;
  }

  private static String digest(String kept) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(kept.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
