package org.vigie.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;

/**
 * Which answers a browser may keep on its disk for when it has no line. The header {@value #HEADER}
 * says so for one answer: under which key, for how many seconds, and whether {@code open} or only
 * {@code locked} with a passphrase. The key changes with the session and with what its caller may
 * see; what lies under another one is deleted. An answer without the header is not kept.
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
  private static final String LOCKED_WORD = "kept.locked";
  private static final String NEVER = "kept.never";

  /** How an answer may lie on a disk. */
  public enum Way {
    NOT(0),
    OPEN(1),
    LOCKED(2);

    private final int code;

    Way(int code) {
      this.code = code;
    }

    /** As bundles of tiles write it. */
    public int code() {
      return code;
    }
  }

  private final Optional<Classification> highest;
  private final Optional<Classification> locked;

  private KeptOffline(Optional<Classification> highest, Optional<Classification> locked) {
    this.highest = highest;
    this.locked = locked;
  }

  /**
   * Reads the setting; nothing is kept locked.
   *
   * @param word {@code none}, or the highest classification that may lie on a disk
   * @throws IllegalArgumentException when it may not be kept at all, or is no classification
   */
  public static KeptOffline of(String word) {
    return new KeptOffline(
        read(
            word,
            EnumSet.of(Classification.UNCLASSIFIED, Classification.CONFIDENTIAL),
            "say none, UNCLASSIFIED or CONFIDENTIAL, not "),
        Optional.empty());
  }

  /**
   * Reads the setting of what may be kept locked. Where nothing may be kept, nothing may be locked.
   *
   * @param word {@code none}, or the highest classification that may lie on a disk when a
   *     passphrase locks it
   * @throws IllegalArgumentException when it may not be kept at all, or is no classification
   */
  public KeptOffline locked(String word) {
    Optional<Classification> most =
        read(word, EnumSet.of(Classification.CONFIDENTIAL), "say none or CONFIDENTIAL, not ");
    return new KeptOffline(
        highest, most.filter(m -> highest.isPresent() && !highest.get().equals(m)));
  }

  private static Optional<Classification> read(
      String word, Set<Classification> allowed, String otherwise) {
    if (word.equalsIgnoreCase(NOTHING)) {
      return Optional.empty();
    }
    return Optional.of(
        allowed.stream()
            .filter(c -> c.name().equals(word.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(otherwise + word)));
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

  /** How what is marked so may be kept under {@link #key}. */
  public static Way way(Context context, Classification mark) {
    if (key(context).isEmpty()) {
      return Way.NOT;
    }
    if (isWithin(highest(context), mark)) {
      return Way.OPEN;
    }
    return isWithin(highestLocked(context), mark) ? Way.LOCKED : Way.NOT;
  }

  private static boolean isWithin(String word, Classification mark) {
    if (word.equals(NOTHING)) {
      return false;
    }
    Classification most = Classification.valueOf(word);
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

  /** The same for what a passphrase locks there; {@code none} too where nothing is left to lock. */
  public static String highestLocked(Context context) {
    @Nullable String word = context.attribute(LOCKED_WORD);
    return word == null ? NOTHING : word;
  }

  /** Lets whoever answers tell the setting. */
  void tell(Context context) {
    context.attribute(WORD, highest.map(Classification::name).orElse(NOTHING));
    context.attribute(LOCKED_WORD, locked.map(Classification::name).orElse(NOTHING));
  }

  /**
   * Marks a finished answer when it may be kept; what may not lie open on a disk is kept out of the
   * browser's own cache too.
   */
  void mark(Route route, Context context) {
    @Nullable String key = context.attribute(KEY);
    if (key == null) {
      return;
    }
    boolean isForFew = context.attribute(NEVER) != null;
    Way way = isForFew ? Way.NOT : way(context, Mark.of(context));
    // What is unclassified may lie in the browser's own cache also where no answers are kept.
    Classification most = highest.orElse(Classification.UNCLASSIFIED);
    boolean mayLieOpen = !isForFew && most.highest(Mark.of(context)).equals(most);
    if (!mayLieOpen && context.res().getHeader(CACHE) != null) {
      context.header(CACHE, "no-store");
    }
    if (way != Way.NOT && route.mayBeKept()) {
      context.header(HEADER, key + ' ' + way.name().toLowerCase(Locale.ROOT));
    }
  }
}
