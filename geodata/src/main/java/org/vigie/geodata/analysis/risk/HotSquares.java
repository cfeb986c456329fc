package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The squares that a model ranks first, comparable between sizes of squares. */
final class HotSquares {

  private HotSquares() {}

  /**
   * Corners of the pieces of one size that the squares are made of.
   *
   * @param side of a piece in metres; the side of the squares is a multiple of it
   */
  static Set<Long> pieces(SquareCells cells, int[] order, int first, double side) {
    int across = (int) Math.round(cells.side() / side);
    Set<Long> pieces = new HashSet<>();
    for (int cell : Arrays.copyOf(order, Math.min(first, order.length))) {
      for (int i = 0; i < across * across; i++) {
        long column = (long) cells.column(cell) * across + i % across;
        long row = (long) cells.row(cell) * across + i / across;
        pieces.add((column << 32) ^ (row & 0xFFFF_FFFFL));
      }
    }
    return pieces;
  }

  /** Area in both over area in either, 0 to 1; 1 when both are empty. */
  static double jaccard(Set<Long> one, Set<Long> other) {
    Set<Long> both = new HashSet<>(one);
    both.retainAll(other);
    int either = one.size() + other.size() - both.size();
    return either == 0 ? 1 : (double) both.size() / either;
  }
}
