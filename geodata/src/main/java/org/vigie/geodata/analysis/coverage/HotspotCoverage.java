package org.vigie.geodata.analysis.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/**
 * How one hotspot was patrolled.
 *
 * @param lastSecond of any presence, since 1970; NaN for never
 * @param seen share of its area seen in the last 7, 14 and 30 days
 * @param visits of the window
 * @param events of the selection inside it
 */
@SuppressWarnings("ArrayRecordComponent") // three shares that nobody compares
record HotspotCoverage(
    Feature hotspot,
    Geometry geometry,
    double lastSecond,
    double[] seen,
    Visits visits,
    Window window,
    long events) {

  static final double[] DAYS = {7, 14, 30};

  static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("hotspot", "Hotspot", ""),
          new Table.Column("lastSeen", "Last presence", ""),
          new Table.Column("daysSince", "Days since", "d"),
          new Table.Column("seen7Days", "Seen in 7 days", "1"),
          new Table.Column("seen14Days", "Seen in 14 days", "1"),
          new Table.Column("seen30Days", "Seen in 30 days", "1"),
          new Table.Column("visits", "Visits", ""),
          new Table.Column("visitsPerWeek", "Visits per week", "/wk"),
          new Table.Column("requiredPerWeek", "Required per week", "/wk"),
          new Table.Column("meetsRequirement", "Requirement met", ""),
          new Table.Column("longestGapDays", "Longest gap", "d"),
          new Table.Column("currentGapDays", "Current gap", "d"),
          new Table.Column("events", "Events inside", ""));

  static final List<Table.Column> VISIT_COLUMNS =
      List.of(
          new Table.Column("hotspot", "Hotspot", ""),
          new Table.Column("from", "From", ""),
          new Table.Column("to", "To", ""));

  String name() {
    return Stream.of("name", "title", "ref")
        .map(hotspot.properties()::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse(hotspot.id().toString());
  }

  boolean never() {
    return Double.isNaN(lastSecond);
  }

  double daysSince() {
    return never() ? Double.NaN : window.daysSince(lastSecond);
  }

  double perWeek() {
    return visits.list().size() / window.weeks();
  }

  AnalysisResult.Finding finding(Classification classification) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", "hotspot");
    properties.put("hotspot", hotspot.id().toString());
    properties.put("name", name());
    properties.put("lastPresence", LastPresence.of(daysSince()).name());
    for (int i = 0; i < DAYS.length; i++) {
      properties.put("seen" + (int) DAYS[i] + "Days", seen[i]);
    }
    properties.put("visits", visits.list().size());
    properties.put("visitsPerWeek", perWeek());
    if (hotspot.properties().get("patrols_per_week") instanceof Number required) {
      properties.put("requiredPerWeek", required.doubleValue());
      properties.put("meetsRequirement", perWeek() >= required.doubleValue());
    }
    // Of a place that nobody was seen at, no time between visits is known.
    if (!never()) {
      properties.put("lastSeen", Window.instant(lastSecond));
      properties.put("daysSince", daysSince());
      properties.put(
          "longestGapDays", visits.longestGap(window.start(), window.end()) / Window.DAY);
      properties.put("currentGapDays", daysSince());
    }
    properties.put("events", events);
    properties.put("areaKm2", Geodesy.areaSquareMetres(geometry) / 1e6);
    properties.put("classification", classification.name());
    return new AnalysisResult.Finding(geometry, properties);
  }

  /** As the columns stand; nothing where nothing is known. */
  List<Object> row(Classification classification) {
    Map<String, Object> properties = finding(classification).properties();
    return COLUMNS.stream()
        .map(c -> c.name().equals("hotspot") ? name() : properties.getOrDefault(c.name(), ""))
        .toList();
  }

  List<List<Object>> visitRows() {
    return visits.list().stream()
        .map(v -> List.<Object>of(name(), Window.instant(v.from()), Window.instant(v.to())))
        .toList();
  }
}
