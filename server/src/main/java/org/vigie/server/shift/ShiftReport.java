package org.vigie.server.shift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.HighestMark;

/** Everything that differs for one caller between a position of the log and now. */
final class ShiftReport {

  /** More than a night and a large import bring; beyond that only the layers are named. */
  static final int MOST = 1_000;

  private final Difference difference;
  private final List<ShiftChange> changes = new ArrayList<>();
  private final HighestMark mark = new HighestMark();

  private ShiftReport(Difference difference) {
    this.difference = difference;
  }

  /**
   * @param after position of the log, which counts microseconds since 1970
   */
  static ShiftReport of(FeatureStore seen, LayerCatalog readable, long after, Reader reader) {
    ShiftReport report = new ShiftReport(seen.difference(after, MOST));
    Map<FeatureRef, Told> told = Told.of(seen, moment(after), report.difference);
    Told nothing = new Told(Optional.empty(), Optional.empty(), null, null, Set.of());
    for (Difference.Entry entry : report.difference.entries()) {
      Layer layer = readable.get(entry.feature().layer());
      Told each = told.getOrDefault(entry.feature(), nothing);
      report.changes.add(ShiftChange.of(layer, entry, each, reader));
      each.now().ifPresent(report.mark::take);
    }
    return report;
  }

  /** The moment of a position, and the position of a moment. */
  static Instant moment(long position) {
    return Instant.EPOCH.plus(position, ChronoUnit.MICROS);
  }

  static long position(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  Classification mark() {
    return mark.get();
  }

  /** As of when, in the log of everybody: goes out sealed only. */
  long until() {
    return difference.until();
  }

  /**
   * @param since what the caller is told that it is since
   * @param marked when the caller last said to have seen what changed; null for never
   * @param until as of when this is, sealed
   * @param mark the caller's mark, or what this is since when there is none, sealed
   */
  Document document(Instant since, @Nullable Instant marked, String until, String mark) {
    Map<String, List<ShiftChange>> byLayer = new LinkedHashMap<>();
    changes.forEach(
        each -> byLayer.computeIfAbsent(each.layer(), name -> new ArrayList<>()).add(each));
    Set<String> crowded = new TreeSet<>(difference.crowded());
    long unread = changes.stream().filter(each -> !each.seen()).count();
    List<Group> layers =
        byLayer.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
    return new Document(
        since, marked, difference.position(), until, mark, changes.size(), unread, layers, crowded);
  }

  /**
   * @param crowded layers with changes when there are too many to tell one by one; there are no
   *     layers and no exact count then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      Instant since,
      @Nullable Instant markedAt,
      LogPosition dataAsOf,
      String until,
      String mark,
      long total,
      long unread,
      List<Group> layers,
      Set<String> crowded) {}

  record Group(String layer, List<ShiftChange> changes) {}
}
