package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.server.selection.Area;
import org.vigie.server.selection.Selection;

/** The figures of one area and period beside those of the period of equal length just before. */
final class Statistics {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final FeatureStore seen;
  private final Selection asked;
  private final FeatureQuery query;
  private final String groupBy;
  private final Steps steps;
  private final GroupLabels labels;
  private final @Nullable Double areaKm2;

  Statistics(FeatureStore seen, Selection asked, String groupBy, Steps steps) {
    this.seen = seen;
    this.asked = asked;
    this.query = asked.query();
    this.groupBy = groupBy;
    this.steps = steps;
    this.labels = new GroupLabels(query.layer().findProperty(groupBy));
    this.areaKm2 = areaKm2(query);
  }

  /**
   * @param items how many of the newest features to list, 0 for none
   * @throws BadInputException when there are too many periods of the step
   */
  Answer answer(int items) throws BadInputException {
    Figures figures = new Figures(seen, query, groupBy);
    Summary summary = figures.summary(steps, query.layer().sums());
    Optional<TimeSpan> before = query.datetime().before();
    Previous previous = before.isEmpty() ? null : previous(before.get());
    Classification found =
        previous == null ? summary.highest() : summary.highest().highest(previous.classification());
    return new Answer(
        summary.asOf(),
        asked.mark(found),
        asked.area().map(Asked::of).orElse(null),
        areaKm2,
        query.datetime().equals(TimeSpan.ALWAYS) ? null : query.datetime(),
        summary.count(),
        perKm2(summary.count()),
        figures.unmapped(summary).count(),
        labels.of(summary.groups()),
        steps.word(),
        steps.bars(summary, query.datetime()),
        summary.byHours().map(Summary.ByHours::before).orElse(null),
        summary.byHours().map(Summary.ByHours::unknown).orElse(null),
        summary.sums(),
        previous,
        previous == null ? null : RateRatio.of(summary.count(), previous.count()),
        items == 0 ? null : new NewestItems(seen, query).list(items));
  }

  private Previous previous(TimeSpan before) throws BadInputException {
    Summary summary =
        new Figures(seen, query.withDatetime(before), groupBy).summary(steps, query.layer().sums());
    return new Previous(
        before,
        summary.highest(),
        summary.count(),
        perKm2(summary.count()),
        labels.of(summary.groups()),
        steps.bars(summary, before),
        summary.byHours().map(Summary.ByHours::before).orElse(null),
        summary.byHours().map(Summary.ByHours::unknown).orElse(null),
        summary.sums());
  }

  private @Nullable Double perKm2(long count) {
    return areaKm2 == null || areaKm2 == 0 ? null : count / areaKm2;
  }

  /** What area and box have in common; null without either. */
  private static @Nullable Double areaKm2(FeatureQuery query) {
    if (query.bbox().isEmpty()) {
      return query.area().map(Geodesy::areaSquareMetres).map(m2 -> m2 / 1e6).orElse(null);
    }
    return query.bbox().get().parts().stream()
        .map(b -> GEOMETRIES.toGeometry(new Envelope(b.west(), b.east(), b.south(), b.north())))
        .mapToDouble(box -> Geodesy.areaSquareMetres(common(box, query.area())) / 1e6)
        .sum();
  }

  private static Geometry common(Geometry box, Optional<Geometry> area) {
    return area.isEmpty() ? box : OverlayNGRobust.overlay(area.get(), box, OverlayNG.INTERSECTION);
  }

  /**
   * What was understood as the area.
   *
   * @param withinM metres that its border may be off
   * @param feature what it is the area of, with its title
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Asked(double withinM, @Nullable Described feature) {

    static Asked of(Area area) {
      return new Asked(area.withinMetres(), area.named().map(Described::of).orElse(null));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Described(String layer, String id, @Nullable String title) {

    static Described of(Area.Named named) {
      return new Described(
          named.layer().name(), named.feature().id().toString(), named.title().orElse(null));
    }
  }

  /**
   * @param perKm2 events per square kilometre, null without an area
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Previous(
      TimeSpan datetime,
      Classification classification,
      long count,
      @Nullable Double perKm2,
      List<GroupLabels.Labelled> groups,
      List<Bar> periods,
      Summary.@Nullable Counted earlier,
      Summary.@Nullable Counted withoutHour,
      Map<String, Double> sums) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      LogPosition dataAsOf,
      Classification classification,
      @Nullable Asked area,
      @Nullable Double areaKm2,
      @Nullable TimeSpan datetime,
      long count,
      @Nullable Double perKm2,
      long unmapped,
      List<GroupLabels.Labelled> groups,
      String step,
      List<Bar> periods,
      Summary.@Nullable Counted earlier,
      Summary.@Nullable Counted withoutHour,
      Map<String, Double> sums,
      @Nullable Previous previous,
      @Nullable RateRatio change,
      @Nullable List<NewestItems.Item> items) {}
}
