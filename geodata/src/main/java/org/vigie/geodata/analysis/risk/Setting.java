package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.EqualAreaPlane;

/** Events on a plane, to be looked at in squares of any size and at places moved a little. */
final class Setting {

  /** More distinct places than these are taken for the middle of the half square they lie in. */
  static final int MOST_PLACES = 20_000;

  private final DatedEvents events;
  private final Parameters.Values values;
  private final EqualAreaPlane plane;
  private final double[] x;
  private final double[] y;
  private final double[] days;
  private final StudySquares squares;
  private final boolean snapped;

  private Setting(
      Subject subject, DatedEvents events, Parameters.Values values, EqualAreaPlane plane) {
    this.events = events;
    this.values = values;
    this.plane = plane;
    List<Events.Event> list = events.list();
    x = new double[list.size()];
    y = new double[list.size()];
    Set<Coordinate> places = new HashSet<>();
    for (int i = 0; i < x.length; i++) {
      Coordinate at = plane.toMetres(list.get(i).lon(), list.get(i).lat());
      x[i] = at.x;
      y[i] = at.y;
      places.add(at);
    }
    snapped = places.size() > MOST_PLACES;
    days = events.days();
    squares = new StudySquares(plane, subject.area(), x, y);
  }

  static Setting of(Subject subject, DatedEvents events, Parameters.Values values) {
    Coordinate[] corners =
        subject
            .area()
            .map(a -> a.getCoordinates())
            .orElseGet(
                () ->
                    events.list().stream()
                        .map(e -> new Coordinate(e.lon(), e.lat()))
                        .toArray(Coordinate[]::new));
    return new Setting(
        subject,
        events,
        values,
        EqualAreaPlane.amid(
            Arrays.stream(corners).mapToDouble(c -> c.x).toArray(),
            Arrays.stream(corners).mapToDouble(c -> c.y).toArray()));
  }

  EqualAreaPlane plane() {
    return plane;
  }

  StudySquares squares() {
    return squares;
  }

  /** Whether places were moved to the middle of half squares, because there are so many. */
  boolean snapped() {
    return snapped;
  }

  List<Events.Event> events() {
    return events.list();
  }

  Past past(SquareCells cells) {
    return moved(cells, new double[2 * x.length]);
  }

  /**
   * The events moved by metres east and north at 2i and 2i + 1; those that leave the study are not
   * in it.
   */
  Past moved(SquareCells cells, double[] offsets) {
    double half = cells.side() / 2;
    double[] east =
        IntStream.range(0, x.length)
            .mapToDouble(i -> placed(x[i] + offsets[2 * i], half))
            .toArray();
    double[] north =
        IntStream.range(0, x.length)
            .mapToDouble(i -> placed(y[i] + offsets[2 * i + 1], half))
            .toArray();
    int[] inside =
        IntStream.range(0, x.length).filter(i -> cells.at(east[i], north[i]) >= 0).toArray();
    return new Past(
        cells,
        IntStream.of(inside).mapToDouble(i -> east[i]).toArray(),
        IntStream.of(inside).mapToDouble(i -> north[i]).toArray(),
        IntStream.of(inside).mapToDouble(i -> days[i]).toArray());
  }

  private double placed(double metres, double half) {
    return snapped ? (Math.floor(metres / half) + 0.5) * half : metres;
  }

  Models models(SquareCells cells, Past past, Progress progress) {
    return new Models(
        past,
        values.find("bandwidthM").orElse(values.number("cellM") / 2),
        values.integer("horizonDays"),
        RiskForecast.STEP_DAYS,
        values.integer("delayDays"),
        Math.max(events.medianUncertainty(), cells.side() / 10),
        progress);
  }

  /** Greatest distance of a square's middle from that of the plane, in metres. */
  double reach(SquareCells cells) {
    return IntStream.range(0, cells.size())
        .mapToDouble(i -> Math.hypot(cells.x(i), cells.y(i)))
        .max()
        .orElse(0);
  }
}
