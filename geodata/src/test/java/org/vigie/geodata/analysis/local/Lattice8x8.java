package org.vigie.geodata.analysis.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.testing.SharedData;

/** The reference lattice of 64 squares with rook neighbours. */
final class Lattice8x8 {

  private Lattice8x8() {}

  /** Rows of a file of numbers without its heading; NA becomes NaN. */
  static List<double[]> rows(String file) throws IOException {
    Path path = SharedData.get("reference/" + file);
    return Files.readAllLines(path).stream()
        .skip(1)
        .map(
            line ->
                java.util.Arrays.stream(line.split(","))
                    .mapToDouble(cell -> cell.equals("NA") ? Double.NaN : Double.parseDouble(cell))
                    .toArray())
        .toList();
  }

  static double[] values() throws IOException {
    return rows("inputs/H2_lattice8x8.csv").stream().mapToDouble(row -> row[3]).toArray();
  }

  static Neighbours neighbours() throws IOException {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      lists.add(new ArrayList<>());
    }
    for (double[] pair : rows("inputs/H2_lattice_neighbours.csv")) {
      lists.get((int) pair[0] - 1).add((int) pair[1] - 1);
    }
    return Neighbours.of(64, i -> lists.get(i).stream().mapToInt(Integer::intValue).toArray());
  }
}
