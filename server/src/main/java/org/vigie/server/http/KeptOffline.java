package org.vigie.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;

/**
 * Which answers a browser may keep on its disk for when it has no line. The header {@value #HEADER}
 * says so for one answer: under which key, and for how many seconds. The key changes with the
 * session and with what its caller may see; what lies under another one is deleted. An answer
 * without the header is not kept.
 */
public final class KeptOffline {

  static final String HEADER = "X-Keep-Offline";

  /** The word of the setting that has nothing kept. */
  private static final String NOTHING = "none";

  private static final String KEY = "kept.key";

  private final Optional<Classification> highest;

  private KeptOffline(Optional<Classification> highest) {
    this.highest = highest;
  }

  /**
   * Reads the setting.
   *
   * @param word {@code none}, or the highest classification that may lie on a disk
   * @throws IllegalArgumentException when it may not be kept at all, or is no classification
   */
  public static KeptOffline of(String word) {
    if (word.equalsIgnoreCase(NOTHING)) {
      return new KeptOffline(Optional.empty());
    }
    Classification highest =
        Arrays.stream(Classification.values())
            .filter(c -> c.name().equals(word.toUpperCase(Locale.ROOT)))
            .filter(c -> !c.equals(Classification.STRICTLY_CONFIDENTIAL))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "say none, UNCLASSIFIED or CONFIDENTIAL, not " + word));
    return new KeptOffline(Optional.of(highest));
  }

  /**
   * Tells under which key answers to this request may be kept, and how long; said of sessions only.
   *
   * @param key changes with whoever asks and with what they may see
   */
  public static void under(Context context, String key, Duration atMost) {
    context.attribute(KEY, key + ' ' + atMost.toSeconds());
  }

  /** Marks a finished answer when it may be kept. */
  void mark(Route route, Context context) {
    @Nullable String key = context.attribute(KEY);
    boolean allowed = highest.filter(h -> h.highest(Mark.of(context)).equals(h)).isPresent();
    if (route.mayBeKept() && key != null && allowed) {
      context.header(HEADER, key);
    }
  }
}
