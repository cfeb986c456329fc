package org.vigie.geodata.analysis.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * The cells of a lattice that a study looks at, those without an event among them, numbered from 0
 * in rising order. How many are empty decides what counts as unusual, so the rule is named.
 */
public final class StudyCells {

  /** Cells of a box that are looked at: 16 MB of numbers. */
  private static final double MOST_IN_BOX = 4_000_000;

  /** Edges of an area are straight in degrees: one this long bows by some metres in the plane. */
  private static final double LONGEST_EDGE_DEGREES = 0.1;

  private static final Coordinate ORIGIN = new Coordinate(0, 0);

  private final HexagonLattice lattice;
  private final CellBox box;
  private final int[] numbers;
  private final long[] cells;
  private final String rule;
  private final Map<Integer, long[]> outwards = new HashMap<>();

  private StudyCells(HexagonLattice lattice, CellBox box, boolean[] member, String rule) {
    this.lattice = lattice;
    this.box = box;
    this.rule = rule;
    numbers = new int[box.size()];
    Arrays.fill(numbers, -1);
    cells = new long[count(member)];
    int next = 0;
    for (int i = 0; i < member.length; i++) {
      if (member[i]) {
        numbers[i] = next;
        cells[next++] = box.cell(i);
      }
    }
  }

  /**
   * The cells whose centre lies in the area and those that hold an event; without an area, those
   * whose centre lies in the convex hull of the occupied cells or within one cell of it.
   *
   * @param occupied cells of the events, repeated as often as there are events; not empty
   * @param area Polygon or MultiPolygon in degrees, cut at the antimeridian
   * @throws BadInputException when the box around them holds more than four million cells
   */
  public static StudyCells of(HexagonLattice lattice, long[] occupied, Optional<Geometry> area)
      throws BadInputException {
    return area.isPresent() ? in(lattice, occupied, area.get()) : around(lattice, occupied);
  }

  private static StudyCells in(HexagonLattice lattice, long[] occupied, Geometry area)
      throws BadInputException {
    CellBox box = new CellBox();
    for (Coordinate corner : Densifier.densify(area, LONGEST_EDGE_DEGREES).getCoordinates()) {
      Coordinate place = lattice.plane().toMetres(corner.x, corner.y);
      box.include(lattice.at(place.x, place.y));
    }
    box.grow(1);
    box.includeAll(occupied);
    check(box, lattice);
    PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area);
    boolean[] member = box.marked(occupied);
    IntStream.range(0, box.rows())
        .parallel()
        .forEach(
            row -> {
              for (int i = row * box.columns(); i < (row + 1) * box.columns(); i++) {
                member[i] =
                    member[i]
                        || locator.locate(lattice.centreDegrees(box.cell(i))) != Location.EXTERIOR;
              }
            });
    return new StudyCells(
        lattice, box, member, "cells whose centre lies in the area, and every cell with an event");
  }

  private static StudyCells around(HexagonLattice lattice, long[] occupied)
      throws BadInputException {
    CellBox box = new CellBox();
    box.includeAll(occupied);
    box.grow(1);
    check(box, lattice);
    boolean[] member = box.marked(occupied);
    Coordinate[] centres =
        IntStream.range(0, member.length)
            .filter(i -> member[i])
            .mapToObj(i -> lattice.centre(box.cell(i)))
            .toArray(Coordinate[]::new);
    Geometry hull = new ConvexHull(centres, new GeometryFactory()).getConvexHull();
    RoundedHull wide = new RoundedHull(hull.getCoordinates(), lattice.pitch() * (1 + 1e-9));
    for (int row = 0; row < box.rows(); row++) {
      int first = row * box.columns();
      double[] section = wide.section(lattice.centre(box.cell(first)).y);
      for (int i = first; i < first + box.columns(); i++) {
        double x = lattice.centre(box.cell(i)).x;
        member[i] = member[i] || (x >= section[0] && x <= section[1]);
      }
    }
    return new StudyCells(
        lattice,
        box,
        member,
        "cells whose centre lies in the convex hull of the cells with events or next to it");
  }

  private static void check(CellBox box, HexagonLattice lattice) throws BadInputException {
    double size = (double) box.rows() * box.columns();
    if (size > MOST_IN_BOX) {
      throw new BadInputException(
          Fault.of(
              "sideM",
              Message.of(
                  "hexagons with sides of {side} m are too many for so wide an area: {count}",
                  Figure.whole(lattice.side()),
                  Figure.whole(size)),
              Message.of(
                  "Use sides of at least {side} m or choose a smaller area",
                  Figure.whole(
                      Math.ceil(lattice.side() * Math.sqrt(size / MOST_IN_BOX) / 100) * 100))));
    }
  }

  private static int count(boolean[] member) {
    int count = 0;
    for (boolean one : member) {
      count += one ? 1 : 0;
    }
    return count;
  }

  public HexagonLattice lattice() {
    return lattice;
  }

  public int size() {
    return cells.length;
  }

  /** Which cells are looked at, in words. */
  public String rule() {
    return rule;
  }

  public long cell(int number) {
    return cells[number];
  }

  /** Number of a cell, -1 when the study does not look at it; in constant time. */
  public int number(long cell) {
    int i = box.index(cell);
    return i < 0 ? -1 : numbers[i];
  }

  /** Number of the cell of each event, -1 outside. */
  public int[] numbers(long[] cellOfEach) {
    return Arrays.stream(cellOfEach).parallel().mapToInt(this::number).toArray();
  }

  /** Events in each cell; those outside are not counted. */
  public int[] counts(long[] cellOfEach) {
    int[] counts = new int[cells.length];
    for (int number : numbers(cellOfEach)) {
      if (number >= 0) {
        counts[number]++;
      }
    }
    return counts;
  }

  /**
   * The study's cells at some steps from each, in the order of the steps.
   *
   * @param steps those of {@link HexagonLattice#stepsWithinRings} or {@link
   *     HexagonLattice#stepsWithin}
   */
  public Neighbours neighbours(long[] steps) {
    return Neighbours.of(size(), i -> at(i, steps));
  }

  /** The nearest cells of each, at equal distance the southern and western ones. */
  public Neighbours nearest(int count) {
    int wanted = Math.min(count, size() - 1);
    return Neighbours.of(
        size(),
        i -> {
          // within this many rings lie as many cells at the edge of the study too, or it is wider
          for (int rings = 2 + (int) Math.sqrt(wanted); ; rings *= 2) {
            int[] found = at(i, outwards.computeIfAbsent(rings, this::stepsOutwards));
            if (found.length >= wanted) {
              return Arrays.copyOf(found, wanted);
            }
          }
        });
  }

  /** Steps by distance, all that lead no further than some rings lead at least. */
  private long[] stepsOutwards(int rings) {
    return Arrays.stream(lattice.stepsWithin(rings * 1.5 * lattice.side()))
        .boxed()
        .sorted(
            Comparator.<Long>comparingDouble(
                    step -> Math.rint(lattice.centre(step).distance(ORIGIN) / lattice.side() * 1e6))
                .thenComparing(Comparator.naturalOrder()))
        .mapToLong(Long::longValue)
        .toArray();
  }

  private int[] at(int number, long[] steps) {
    int[] found = new int[steps.length];
    int count = 0;
    for (long step : steps) {
      int other = number(cells[number] + step);
      if (other >= 0) {
        found[count++] = other;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Greatest distance of a cell's centre from that of the plane, in metres. */
  public double reach() {
    return Arrays.stream(cells)
        .mapToDouble(cell -> Math.hypot(lattice.centre(cell).x, lattice.centre(cell).y))
        .max()
        .orElse(0);
  }
}
