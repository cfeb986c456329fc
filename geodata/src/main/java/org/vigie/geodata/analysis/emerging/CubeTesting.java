package org.vigie.geodata.analysis.emerging;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.grid.Neighbours;

/** How bins are tested: the same for the events as they stand, moved, and in other cells. */
record CubeTesting(int lag, Window window, FalseDiscovery fdr) {

  /** A bin is hot or cold with 95 % confidence. */
  private static final double ALPHA = 0.05;

  static CubeTesting of(Parameters.Values values) {
    return new CubeTesting(
        values.integer(HotspotEmerging.LAG.name()), Window.of(values), FalseDiscovery.of(values));
  }

  /** One history for each cell. */
  List<History> of(SpaceTimeCube cube, Neighbours neighbours) {
    double[][] z = cube.z(neighbours, lag, window);
    int[][] sides = SpaceTimeCube.sides(z, fdr, ALPHA);
    return IntStream.range(0, sides.length)
        .parallel()
        .mapToObj(
            cell -> {
              double[] course = new double[z.length];
              for (int step = 0; step < z.length; step++) {
                course[step] = z[step][cell];
              }
              return new History(course, sides[cell]);
            })
        .toList();
  }
}
