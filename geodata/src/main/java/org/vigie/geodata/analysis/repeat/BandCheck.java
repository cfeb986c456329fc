package org.vigie.geodata.analysis.repeat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.density.GeodesicSpace;

/**
 * What becomes of the nearest and soonest cell when all bands of distance are half, and twice, as
 * wide: pairs over those expected, and standard deviations above, by the exact moments. A pattern
 * that stands in one width alone was found by the choice of the width.
 */
final class BandCheck {

  private final GeodesicSpace space;
  private final int[] days;
  private final RepeatSettings settings;
  private final long mostPairs;

  BandCheck(GeodesicSpace space, int[] days, RepeatSettings settings, long mostPairs) {
    this.space = space;
    this.days = days;
    this.settings = settings;
    this.mostPairs = mostPairs;
  }

  /** A width with more close pairs than may be held is left out. */
  Map<String, Object> figures(KnoxTable shown, Progress progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("shownBands", cell(shown, settings.metres()));
    put(figures, "halfBands", 0.5, progress);
    put(figures, "doubleBands", 2, progress);
    return figures;
  }

  private void put(Map<String, Object> figures, String name, double factor, Progress progress) {
    double[] metres = Arrays.stream(settings.metres()).map(m -> m * factor).toArray();
    metres[0] = RepeatSettings.SAME_PLACE_METRES;
    try {
      ClosePairs pairs =
          ClosePairs.of(
              space,
              metres,
              mostPairs,
              () -> progress.at(factor / 4, "trying half and double bands"));
      figures.put(name, cell(KnoxTable.of(pairs, days, settings.days()), metres));
    } catch (ClosePairs.TooManyPairs tooMany) {
      figures.put(name, Map.of("bandM", metres[1]));
    }
  }

  /** Of the first band beyond the same place and the first of days. */
  private static Map<String, Object> cell(KnoxTable table, double[] metres) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("bandM", metres[1]);
    cell.put("pairs", table.observed()[1][0]);
    if (table.expected()[1][0] > 0) {
      cell.put("ratio", table.observed()[1][0] / table.expected()[1][0]);
    }
    if (!Double.isNaN(table.z(1, 0))) {
      cell.put("z", table.z(1, 0));
    }
    return cell;
  }
}
