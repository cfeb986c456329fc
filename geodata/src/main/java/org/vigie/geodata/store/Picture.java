package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;

/**
 * What a map needs of a selection, and no more. Features without a geometry are not in it. Every
 * form says how many features match exactly.
 *
 * <p>The arrays belong to the reader; they are arrays because a picture of 20 000 points in boxed
 * numbers would be mostly boxes.
 */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Picture {

  /** Matching features that have a geometry. */
  long count();

  /** The state of the log this was read from. */
  LogPosition asOf();

  /** Classification of the highest feature in it; UNCLASSIFIED when it is empty. */
  Classification highest();

  /** Whether any feature in it is in a compartment, whatever its classification. */
  boolean needToKnow();

  /**
   * Points, one array element a feature, oldest start first so that the newest is drawn on top; by
   * id where they start together.
   *
   * @param lon degrees east
   * @param lat degrees north
   * @param start seconds since 1970-01-01T00:00Z, {@link #NO_TIME} when unknown
   * @param end exclusive end, likewise; {@link #NO_TIME} for an instant or "until further notice"
   * @param groups distinct values of the layer's grouping property; the empty string for unknown
   * @param group index into groups
   * @param severity 1 to 5, 0 when unknown or the layer has none
   * @param radiusMetres uncertainty of the place, 0 when unknown
   * @param titles empty when not requested or the layer has no title property
   */
  record Points(
      LogPosition asOf,
      Classification highest,
      boolean needToKnow,
      List<FeatureId> ids,
      double[] lon,
      double[] lat,
      long[] start,
      long[] end,
      List<String> groups,
      int[] group,
      int[] severity,
      int[] radiusMetres,
      List<String> titles)
      implements Picture {

    @Override
    public long count() {
      return lon.length;
    }

    /** The same with titles, one a point. */
    public Points withTitles(List<String> wanted) {
      return new Points(
          asOf,
          highest,
          needToKnow,
          ids,
          lon,
          lat,
          start,
          end,
          groups,
          group,
          severity,
          radiusMetres,
          wanted);
    }
  }

  /**
   * Lines and areas simplified to the zoom, largest first so that the small lie on top.
   *
   * @param shapes all matches
   */
  record Shapes(LogPosition asOf, Classification highest, boolean needToKnow, List<Shape> shapes)
      implements Picture {

    @Override
    public long count() {
      return shapes.size();
    }
  }

  /**
   * One line or area.
   *
   * @param geometry GeoJSON geometry, WGS 84, simplified; never empty
   * @param group value of the layer's grouping property, empty for unknown
   * @param start seconds since 1970-01-01T00:00Z, null when unknown
   * @param end exclusive end, null for none
   */
  record Shape(
      FeatureId id,
      String geometry,
      Optional<String> title,
      String group,
      int severity,
      @Nullable Long start,
      @Nullable Long end) {}

  /**
   * Counts on a grid, when there are more features than fit a map. Lines and areas count once, at
   * the centre of their box.
   *
   * @param cellDegrees side of a cell, in degrees of longitude and latitude
   * @param lon mean longitude of the features of each occupied cell, rounded as {@link CellArrays}
   *     says
   * @param lat mean latitude, likewise
   * @param n features in the cell; the sum is {@code count}
   * @param group index into groups of the most frequent value in the cell; the first by code point
   *     where several are equally frequent
   */
  record Cells(
      LogPosition asOf,
      Classification highest,
      boolean needToKnow,
      long count,
      double cellDegrees,
      double[] lon,
      double[] lat,
      long[] n,
      List<String> groups,
      int[] group)
      implements Picture {}

  /** Stands for "no time" in arrays of seconds. */
  long NO_TIME = Long.MIN_VALUE;
}
