package org.vigie.geodata.store;

import java.time.YearMonth;
import java.util.List;

/**
 * What everybody who signs in may know of a layer's numbers, the same for all: rounded down, with
 * small counts left out, as known at the beginning of a month.
 *
 * @param month the month (UTC) that has begun; it and what follows is not counted
 * @param below a cell that is not in the list has fewer than this of each classification and
 *     compartments, or none at all
 * @param cells by area, then by month
 */
public record ReleasedCounts(YearMonth month, int below, List<Cell> cells) {

  public ReleasedCounts {
    cells = List.copyOf(cells);
  }

  /**
   * @param area value of the layer's property
   * @param month calendar month in UTC in which the features start
   * @param atLeast a multiple of {@code below}, not zero; there may be more
   */
  public record Cell(String area, YearMonth month, long atLeast) {}
}
