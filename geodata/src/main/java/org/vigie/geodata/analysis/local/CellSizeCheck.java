package org.vigie.geodata.analysis.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.grid.HexagonUnits;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;

/**
 * Whether what is hot was made by the size of the cells (the modifiable areal unit problem): the
 * same with half and double the width, and the Jaccard index of the hot areas, common area over
 * joint area.
 */
public final class CellSizeCheck {

  private final HexagonUnits units;
  private final Geometry hot;

  private CellSizeCheck(HexagonUnits units, boolean[] hot) {
    this.units = units;
    this.hot = area(units, hot);
  }

  /**
   * Says what half and double the width give; of areas, that their size is given.
   *
   * @param hot of each unit of the study
   * @param verdict which of other units are hot
   */
  public static void say(
      Study study,
      boolean[] hot,
      Function<HexagonUnits, boolean[]> verdict,
      Diagnostics.Builder said) {
    if (study.units() instanceof HexagonUnits hexagons) {
      CellSizeCheck check = new CellSizeCheck(hexagons, hot);
      Map<String, Object> sizes = new LinkedHashMap<>();
      sizes.put("half", check.with(0.5, verdict));
      sizes.put("double", check.with(2, verdict));
      said.figure("cellSizeCheck", sizes);
    } else {
      said.caveat(
          "The borders were drawn for administration: compare with another level and with"
              + " hexagons.");
    }
  }

  private static Geometry area(HexagonUnits units, boolean[] hot) {
    List<Geometry> cells =
        IntStream.range(0, units.size()).filter(i -> hot[i]).mapToObj(units::planar).toList();
    return cells.isEmpty() ? LonLat.factory().createPolygon() : UnaryUnionOp.union(cells);
  }

  private Map<String, Object> with(double factor, Function<HexagonUnits, boolean[]> verdict) {
    Map<String, Object> figures = new LinkedHashMap<>();
    HexagonUnits resized;
    try {
      resized = units.resized(factor);
    } catch (BadInputException tooMany) {
      figures.put("leftOut", "more cells than can be looked at");
      return figures;
    }
    boolean[] otherHot = verdict.apply(resized);
    int count = 0;
    for (boolean one : otherHot) {
      count += one ? 1 : 0;
    }
    Geometry otherArea = area(resized, otherHot);
    double common = hot.intersection(otherArea).getArea();
    double joint = hot.getArea() + otherArea.getArea() - common;
    figures.put("cellM", resized.lattice().pitch());
    figures.put("cells", resized.size());
    figures.put("hot", count);
    // nothing hot in either is the same answer
    figures.put("jaccard", joint == 0 ? 1.0 : common / joint);
    return figures;
  }
}
