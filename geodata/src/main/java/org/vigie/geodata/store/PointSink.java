package org.vigie.geodata.store;

import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.model.Classification;

/**
 * Takes points as plain values, in any order: where very many are drawn or counted, an object for
 * each would cost more than the drawing. One sink belongs to one thread.
 *
 * @param <S> the sink itself
 */
public interface PointSink<S extends PointSink<S>> {

  /** Stands for an unknown moment. */
  long NO_TIME = Long.MIN_VALUE;

  /**
   * Takes one feature.
   *
   * @param x cell from west to east, see {@link Mercator}
   * @param y cell from south to north
   * @param start microseconds since 1970-01-01T00:00Z, or {@link #NO_TIME}
   * @param end exclusive end, likewise; {@link #NO_TIME} for an instant or "until further notice"
   * @param category number of the value that the layer is drawn by, from 0, see {@link
   *     GatheredPoints}
   * @param severity as stored, 1 to 5; 0 when unknown or the layer has none
   * @param needToKnow whether it is in a compartment
   */
  void take(
      int x,
      int y,
      long start,
      long end,
      int category,
      long severity,
      Classification mark,
      boolean needToKnow);

  /** Takes all that another sink of the same reading was given; the other is used up by it. */
  void join(S other);
}
