package org.vigie.geodata.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.TimePrecision;

/**
 * Hours of the day and days of the week where the mission is: at a fixed offset from UTC, or by the
 * clock of a place with its daylight saving from 1970 to 2069; before and after, the offset of the
 * nearest of these years holds. What is known to the day only has no hour, and its day is the one
 * it was written with; what is known less well has neither, so that no week's midnight counts as a
 * night.
 */
public final class LocalTimes {

  /** In UTC. */
  public static final LocalTimes UTC = new LocalTimes(new long[0], new int[] {0});

  private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00");
  private static final Pattern PLACE =
      Pattern.compile(
          "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2070-01-01T00:00:00Z");
  private static final long MICROS = 1_000_000;
  private static final Map<String, Optional<LocalTimes>> KNOWN = new ConcurrentHashMap<>();

  private final long[] changes;
  private final int[] offsets;

  private LocalTimes(long[] changes, int[] offsets) {
    this.changes = changes;
    this.offsets = offsets;
  }

  /**
   * @param zone an offset such as {@code +01:00} or {@code -03:30}, 14 hours at most, or a place of
   *     the IANA database such as {@code Asia/Beirut}; empty for anything else
   */
  public static Optional<LocalTimes> find(String zone) {
    if (OFFSET.matcher(zone).matches()) {
      return KNOWN.computeIfAbsent(zone, each -> Optional.of(read(ZoneOffset.of(each))));
    }
    return PLACE.matcher(zone).matches() && ZoneId.getAvailableZoneIds().contains(zone)
        ? KNOWN.computeIfAbsent(zone, each -> Optional.of(read(ZoneId.of(each))))
        : Optional.empty();
  }

  private static LocalTimes read(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<Long> changes = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>(List.of(rules.getOffset(FIRST).getTotalSeconds()));
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      changes.add(next.toEpochSecond());
      offsets.add(next.getOffsetAfter().getTotalSeconds());
      next = rules.nextTransition(next.getInstant());
    }
    return new LocalTimes(
        changes.stream().mapToLong(Long::longValue).toArray(),
        offsets.stream().mapToInt(Integer::intValue).toArray());
  }

  /** When the offset changes, in seconds since 1970-01-01T00:00Z; none for a fixed offset. */
  public long[] changes() {
    return changes.clone();
  }

  /** Offsets from UTC in seconds: before the first change, and from each change on. */
  public int[] offsets() {
    return offsets.clone();
  }

  /**
   * @param micros microseconds since 1970-01-01T00:00Z
   * @return the same of the local clock
   */
  public long local(long micros) {
    return micros + offset(Math.floorDiv(micros, MICROS)) * MICROS;
  }

  /**
   * The first moment after another at which the offset changes.
   *
   * @param micros microseconds since 1970-01-01T00:00Z
   * @return the same; {@link Long#MAX_VALUE} for none
   */
  long nextChange(long micros) {
    int at = Arrays.binarySearch(changes, Math.floorDiv(micros, MICROS));
    int next = at >= 0 ? at + 1 : -at - 1;
    return next < changes.length ? changes[next] * MICROS : Long.MAX_VALUE;
  }

  private int offset(long second) {
    int at = Arrays.binarySearch(changes, second);
    return offsets[at >= 0 ? at + 1 : -at - 1];
  }

  /** {@code 18:05}; null when the hour is not known. */
  @Nullable String timeOfDay(Instant instant, String precision) {
    if (!precision.equals(TimePrecision.EXACT_MINUTE.code())) {
      return null;
    }
    OffsetDateTime local = local(instant);
    return String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
  }

  /** 1 Monday to 7 Sunday; null when the day is not known. */
  @Nullable Double dayOfWeek(Instant instant, String precision) {
    if (precision.equals(TimePrecision.EXACT_DAY.code())) {
      return (double) UTC.local(instant).getDayOfWeek().getValue();
    }
    return precision.equals(TimePrecision.EXACT_MINUTE.code())
        ? (double) local(instant).getDayOfWeek().getValue()
        : null;
  }

  private OffsetDateTime local(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MICROS)
        .atOffset(ZoneOffset.UTC)
        .plusSeconds(offset(instant.getEpochSecond()));
  }
}
