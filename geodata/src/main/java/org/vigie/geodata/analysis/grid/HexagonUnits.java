package org.vigie.geodata.analysis.grid;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;

/** The hexagons of a study as what events are counted in. */
public final class HexagonUnits implements ArealUnits {

  private final Ground ground;
  private final StudyCells cells;
  private final long[] cellOfEach;

  private HexagonUnits(Ground ground, StudyCells cells, long[] cellOfEach) {
    this.ground = ground;
    this.cells = cells;
    this.cellOfEach = cellOfEach;
  }

  /** Where the events stand in the plane, before there are cells. */
  public static final class Ground {

    private final EqualAreaPlane plane;
    private final Optional<Geometry> area;

    /** x and y of event i at 2i and 2i + 1. */
    private final double[] places;

    /**
     * About the middle of the area, so that one event more does not shift the cells; without an
     * area about the middle of the events.
     *
     * @param events not empty
     */
    public Ground(List<Events.Event> events, Optional<Geometry> area) {
      this.area = area;
      double[] lon = events.stream().mapToDouble(Events.Event::lon).toArray();
      double[] lat = events.stream().mapToDouble(Events.Event::lat).toArray();
      Coordinate[] border = area.map(Geometry::getCoordinates).orElse(new Coordinate[0]);
      plane =
          border.length == 0
              ? EqualAreaPlane.amid(lon, lat)
              : EqualAreaPlane.amid(
                  Arrays.stream(border).mapToDouble(c -> c.x).toArray(),
                  Arrays.stream(border).mapToDouble(c -> c.y).toArray());
      places = new double[2 * lon.length];
      IntStream.range(0, lon.length)
          .parallel()
          .forEach(i -> plane.toMetres(lon[i], lat[i], places, 2 * i));
    }

    /** Of the area, else of the convex hull of the events. */
    public double areaSquareMetres() {
      if (area.isPresent()) {
        return Geodesy.areaSquareMetres(area.get());
      }
      MultiPoint points =
          LonLat.factory()
              .createMultiPointFromCoords(
                  IntStream.range(0, places.length / 2)
                      .mapToObj(i -> new Coordinate(places[2 * i], places[2 * i + 1]))
                      .toArray(Coordinate[]::new));
      return points.convexHull().getArea();
    }

    /**
     * Hexagons on it.
     *
     * @param width metres between the centres of two cells that touch
     */
    public HexagonUnits units(double width) throws BadInputException {
      HexagonLattice lattice = new HexagonLattice(plane, width / Math.sqrt(3));
      long[] cellOfEach = cells(lattice, new double[places.length]);
      return new HexagonUnits(this, StudyCells.of(lattice, cellOfEach, area), cellOfEach);
    }

    private long[] cells(HexagonLattice lattice, double[] offsets) {
      return IntStream.range(0, places.length / 2)
          .mapToLong(
              i ->
                  lattice.at(
                      places[2 * i] + offsets[2 * i], places[2 * i + 1] + offsets[2 * i + 1]))
          .toArray();
    }
  }

  public HexagonLattice lattice() {
    return cells.lattice();
  }

  /** A cell in metres of the lattice's plane. */
  public Geometry planar(int unit) {
    return LonLat.factory().createPolygon(lattice().ring(cells.cell(unit)));
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public int[] ofEvents() {
    return cells.numbers(cellOfEach);
  }

  @Override
  public int[] ofEvents(double[] offsets) {
    return cells.numbers(ground.cells(lattice(), offsets));
  }

  @Override
  public Geometry geometry(int unit) {
    return lattice().polygon(cells.cell(unit));
  }

  @Override
  public double areaKm2(int unit) {
    return lattice().areaKm2();
  }

  @Override
  public Map<String, Object> names(int unit) {
    return Map.of();
  }

  @Override
  public Neighbours contiguous() {
    return cells.neighbours(HexagonLattice.stepsWithinRings(1));
  }

  @Override
  public Neighbours within(double metres) {
    return cells.neighbours(lattice().stepsWithin(metres));
  }

  @Override
  public Neighbours nearest(int count) {
    return cells.nearest(count);
  }

  @Override
  public Band suggestedBand() {
    return new Band(2 * lattice().pitch(), "two cells: the eighteen around each");
  }

  /** Cells of another width over the same ground. */
  public HexagonUnits resized(double factor) throws BadInputException {
    return ground.units(lattice().pitch() * factor);
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cells", cells.size());
    figures.put("cellRule", cells.rule());
    figures.put("cellAreaKm2", lattice().areaKm2());
    figures.put("sideM", lattice().side());
    figures.put("scaleError", EqualAreaPlane.scaleError(cells.reach()));
    return figures;
  }
}
