package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Grid;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Classification;

/** The contours of a surface as findings, with its cells as grids. */
final class VolumeContours {

  static final double[] SHARES = {0.5, 0.75, 0.95};

  static final Legend LEGEND =
      new Legend(
          "Densest area that holds a share of the mass",
          "percent",
          List.of(
              Legend.Entry.word("50", "50 % of the mass", Legend.Tone.STEP_5),
              Legend.Entry.word("75", "75 % of the mass", Legend.Tone.STEP_3),
              Legend.Entry.word("95", "95 % of the mass", Legend.Tone.STEP_1)));

  private static final double SQUARE_METRES = 1e6;

  private final CorrectedSurface surface;
  private final List<Events.Event> used;
  private final SurfacePeriod period;
  private final MassLevel levels;
  private final List<Geometry> areas = new ArrayList<>();
  private float[][] stability = {};

  VolumeContours(
      CorrectedSurface surface, StudyWindow window, List<Events.Event> used, SurfacePeriod period) {
    this.surface = surface;
    this.used = used;
    this.period = period;
    levels = surface.levels();
    for (double share : SHARES) {
      areas.add(surface.area(share, window));
    }
  }

  /** Share of draws in which each cell lies within each contour. */
  void stability(float[][] shares) {
    stability = shares;
  }

  /** The densest area, that holds half of the mass. */
  Geometry half() {
    return areas.get(0);
  }

  /** Narrowest first; none for a surface without mass. */
  List<AnalysisResult.Finding> findings(Classification classification) {
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    for (int i = 0; i < SHARES.length; i++) {
      OptionalDouble level = levels.level(SHARES[i]);
      if (level.isPresent() && !areas.get(i).isEmpty()) {
        findings.add(
            new AnalysisResult.Finding(
                areas.get(i), properties(i, level.getAsDouble(), classification)));
      }
    }
    return findings;
  }

  private Map<String, Object> properties(int i, double level, Classification classification) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("percent", Math.round(100 * SHARES[i]));
    properties.put("definition", "mass");
    properties.put("levelPerKm2", level * SQUARE_METRES);
    properties.put("areaKm2", Geodesy.areaSquareMetres(areas.get(i)) / SQUARE_METRES);
    long inside = inside(areas.get(i));
    properties.put("count", inside);
    properties.put("share", (double) inside / used.size());
    period.days().ifPresent(days -> properties.put("periodDays", days));
    if (i < stability.length) {
      properties.put("stability", meanStability(i, level));
    }
    properties.put("classification", classification.name());
    return properties;
  }

  private long inside(Geometry area) {
    PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area);
    return used.stream()
        .filter(e -> locator.locate(new Coordinate(e.lon(), e.lat())) != Location.EXTERIOR)
        .count();
  }

  private double meanStability(int i, double level) {
    double sum = 0;
    double total = 0;
    for (int c = 0; c < surface.density().length; c++) {
      if (surface.density()[c] >= level) {
        double area = surface.cells().area(c / surface.cells().columns());
        sum += stability[i][c] * area;
        total += area;
      }
    }
    return sum / total;
  }

  /** The density, and how often each cell stays within the 50 % contour. */
  List<Grid> grids() {
    float[] density = new float[surface.density().length];
    for (int c = 0; c < density.length; c++) {
      density[c] = (float) (surface.density()[c] * SQUARE_METRES);
    }
    List<Grid> grids = new ArrayList<>();
    grids.add(grid("density", "Density of events", period.unit(), density));
    if (stability.length > 0) {
      grids.add(grid("stability", "Share of draws inside the 50 % contour", "1", stability[0]));
    }
    return grids;
  }

  private Grid grid(String name, String title, String unit, float[] values) {
    DegreeCells cells = surface.cells();
    return new Grid(
        name,
        title,
        unit,
        cells.west(),
        cells.north(),
        cells.degreesPerColumn(),
        cells.degreesPerRow(),
        cells.columns(),
        values);
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    double peak = 0;
    for (double density : surface.density()) {
      peak = Math.max(peak, density);
    }
    figures.put("peakPerKm2", peak * SQUARE_METRES);
    figures.put("massOnMap", levels.total());
    figures.put("massOutsideShare", surface.outside());
    figures.put("cells", surface.cells().size());
    figures.put("binned", !surface.exact());
    period.days().ifPresent(days -> figures.put("periodDays", days));
    return figures;
  }
}
