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

  private static final String CACHE = "Cache-Control";

  /** What an answer says that a browser may keep and must ask about. */
  static final String REVALIDATED = "private, no-cache";

  /** The word of the setting that has nothing kept. */
  private static final String NOTHING = "none";

  private static final String KEY = "kept.key";
  private static final String WORD = "kept.highest";
  private static final String NEVER = "kept.never";

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

  /**
   * Keeps this answer off the disk whatever it is marked: it tells of something that a compartment
   * keeps among few, and a disk is read by whoever has it.
   */
  public static void never(Context context) {
    context.attribute(NEVER, true);
  }

  /**
   * Under which key parts of this answer may be kept, as the header would say it; empty when
   * nothing may. For answers whose parts say for themselves whether they may be kept.
   */
  public static Optional<String> key(Context context) {
    return highest(context).equals(NOTHING)
        ? Optional.empty()
        : Optional.ofNullable(context.attribute(KEY));
  }

  /** Whether what is marked so may be kept under {@link #key}. */
  public static boolean allows(Context context, Classification mark) {
    if (key(context).isEmpty()) {
      return false;
    }
    Classification most = Classification.valueOf(highest(context));
    return most.highest(mark).equals(most);
  }

  /**
   * The highest mark that may lie on the disks of those who ask, as the setting says it: a
   * classification, or {@code none}.
   */
  public static String highest(Context context) {
    @Nullable String word = context.attribute(WORD);
    return word == null ? NOTHING : word;
  }

  /** Lets whoever answers tell the setting. */
  void tell(Context context) {
    context.attribute(WORD, highest.map(Classification::name).orElse(NOTHING));
  }

  /**
   * Marks a finished answer when it may be kept; what may not lie on a disk is kept out of the
   * browser's own cache too.
   */
  void mark(Route route, Context context) {
    @Nullable String key = context.attribute(KEY);
    if (key == null) {
      return;
    }
    Classification most = highest.orElse(Classification.UNCLASSIFIED);
    boolean mayLie =
        context.attribute(NEVER) == null && most.highest(Mark.of(context)).equals(most);
    @Nullable String cached = context.res().getHeader(CACHE);
    if (!mayLie && cached != null) {
      context.header(CACHE, "no-store");
    } else if (mayLie && highest.isPresent() && route.mayBeKept()) {
      context.header(HEADER, key);
    }
  }
}
