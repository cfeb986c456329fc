package org.vigie.geodata.analysis.repeat;

import java.util.Arrays;

/**
 * Half-open bands of whole days between two events, from 0 on: with edges 8 and 15 the bands are 0
 * to 7 and 8 to 14 days.
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of edges, never changed
record DayBands(int[] edges) {

  DayBands {
    edges = edges.clone();
    for (int i = 0; i < edges.length; i++) {
      if (edges[i] <= (i == 0 ? 0 : edges[i - 1])) {
        throw new IllegalArgumentException("edges do not ascend: " + Arrays.toString(edges));
      }
    }
  }

  int count() {
    return edges.length;
  }

  int from(int band) {
    return band == 0 ? 0 : edges[band - 1];
  }

  int to(int band) {
    return edges[band];
  }

  /** The band of each number of days below the last edge. */
  byte[] byDay() {
    byte[] bands = new byte[edges[edges.length - 1]];
    for (int band = 0; band < edges.length; band++) {
      Arrays.fill(bands, from(band), to(band), (byte) band);
    }
    return bands;
  }
}
