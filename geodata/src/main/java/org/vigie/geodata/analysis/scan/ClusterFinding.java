package org.vigie.geodata.analysis.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.Classification;

/** A cluster with its figures, as a circle on the map and as a row of a table. */
final class ClusterFinding {

  /** Identifiers named of a cluster; the count says how many there are. */
  private static final int MOST_IDS = 500;

  /** Drawn at least, so that a single place can be seen and pointed at. */
  private static final double LEAST_RADIUS_METRES = 250;

  private final int rank;
  private final Survey survey;
  private final Window window;
  private final List<Events.Event> members;
  private final Significance significance;
  private final Optional<Instant> start;
  private final Optional<Instant> end;

  /**
   * @param rank from 1, the most likely first
   * @param days of the steps, empty for a scan without time
   */
  ClusterFinding(
      int rank,
      Survey survey,
      Window window,
      List<Events.Event> events,
      Significance significance,
      Optional<StudyDays> days) {
    this.rank = rank;
    this.survey = survey;
    this.window = window;
    this.significance = significance;
    BitSet inside = survey.events(window);
    members = inside.stream().mapToObj(events::get).toList();
    start = days.map(d -> d.start(window.firstStep()));
    end = days.map(d -> d.end(window.lastStep()));
  }

  double p() {
    return significance.p(window.llr());
  }

  int cases() {
    return window.cases();
  }

  /**
   * @param recurrenceDays days of a step when the scan is prospective
   * @param stability share of draws in which it stays
   */
  Map<String, Object> properties(OptionalDouble recurrenceDays, OptionalDouble stability) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cluster", rank);
    properties.put("count", window.cases());
    properties.put("expected", window.expected());
    properties.put("ratio", window.ratio());
    double risk = window.relativeRisk(survey.scan().total());
    if (Double.isFinite(risk)) {
      properties.put("relativeRisk", risk);
    }
    properties.put("llr", window.llr());
    properties.put("p", p());
    double gumbel = significance.gumbelP(window.llr());
    properties.put("pGumbel", gumbel);
    recurrenceDays.ifPresent(
        step -> {
          properties.put("recurrenceIntervalDays", step / p());
          if (gumbel > 0) {
            properties.put("recurrenceIntervalGumbelDays", step / gumbel);
          }
        });
    stability.ifPresent(share -> properties.put("stability", share));
    start.ifPresent(at -> properties.put("start", at));
    end.ifPresent(at -> properties.put("end", at));
    properties.put("centre", List.of(lon(), lat()));
    properties.put("radiusM", survey.radius(window));
    properties.put("places", window.places());
    return properties;
  }

  AnalysisResult.Finding finding(Map<String, Object> properties, Classification classification) {
    double drawn =
        Math.min(
            Circle.MOST_METRES,
            Math.max(survey.radius(window), Math.max(LEAST_RADIUS_METRES, uncertainty())));
    Geometry circle = new Circle(new LonLat(lon(), lat()), drawn).toPolygon();
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("drawnRadiusM", drawn);
    all.put("areaKm2", Geodesy.areaSquareMetres(circle) / 1e6);
    EventFigures figures = new EventFigures(members);
    all.put("groups", figures.groups());
    all.put("sums", figures.sums());
    all.put("eventIds", members.stream().limit(MOST_IDS).map(e -> e.id().toString()).toList());
    all.put("memberPlaces", memberPlaces());
    all.put("classification", classification.name());
    return new AnalysisResult.Finding(circle, all);
  }

  private List<List<Double>> memberPlaces() {
    List<List<Double>> places = new ArrayList<>();
    for (int place : survey.places(window)) {
      if (places.size() < MOST_IDS) {
        places.add(List.of(survey.ground().lon()[place], survey.ground().lat()[place]));
      }
    }
    return places;
  }

  private double lon() {
    return survey.ground().lon()[window.centre()];
  }

  private double lat() {
    return survey.ground().lat()[window.centre()];
  }

  /** Median uncertainty of the members' places, 0 when none states any. */
  private double uncertainty() {
    double[] known =
        members.stream()
            .flatMap(e -> e.uncertaintyMetres().stream())
            .mapToDouble(Objects::requireNonNull)
            .sorted()
            .toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }
}
