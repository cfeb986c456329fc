package org.vigie.geodata.tile.event;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The dictionary of a tile: the values that its records have, in the order of their characters. So
 * it does not tell in which order anything was read, nor what others than these there are.
 */
final class Categories {

  private final List<String> values;
  private final int[] rank;

  /**
   * @param used numbers that occur
   * @param all values by number
   */
  Categories(BitSet used, List<String> all) {
    values = used.stream().mapToObj(all::get).distinct().sorted().toList();
    rank = new int[used.length()];
    String[] sorted = values.toArray(String[]::new);
    used.stream().forEach(code -> rank[code] = Arrays.binarySearch(sorted, all.get(code)));
  }

  List<String> values() {
    return values;
  }

  /** Place in the dictionary of the value of this number. */
  int rank(int code) {
    return rank[code];
  }
}
