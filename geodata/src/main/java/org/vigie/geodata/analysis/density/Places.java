package org.vigie.geodata.analysis.density;

import java.util.Arrays;

/**
 * Points at the same coordinates taken together. Geocoding piles events on towns, so this is where
 * quadratic work would hide.
 */
public final class Places {

  private final int[] placeOfPoint;
  private final int[] firstPoint;
  private final int[] weight;

  public Places(Space space) {
    int n = space.size();
    placeOfPoint = new int[n];
    int[] first = new int[n];
    int[] count = new int[n];
    int[] slots = new int[Integer.highestOneBit(Math.max(8, n)) * 4];
    Arrays.fill(slots, -1);
    int places = 0;
    for (int i = 0; i < n; i++) {
      int slot = hash(space, i) & (slots.length - 1);
      while (slots[slot] >= 0 && !same(space, first[slots[slot]], i)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] < 0) {
        slots[slot] = places;
        first[places++] = i;
      }
      placeOfPoint[i] = slots[slot];
      count[slots[slot]]++;
    }
    firstPoint = Arrays.copyOf(first, places);
    weight = Arrays.copyOf(count, places);
  }

  public int size() {
    return firstPoint.length;
  }

  /** The place a point lies at. */
  public int of(int point) {
    return placeOfPoint[point];
  }

  /** The lowest point of a place; places are numbered in its order. */
  public int firstPoint(int place) {
    return firstPoint[place];
  }

  /** Number of points at a place. */
  public int weight(int place) {
    return weight[place];
  }

  private static boolean same(Space space, int a, int b) {
    return space.x(a) == space.x(b) && space.y(a) == space.y(b) && space.z(a) == space.z(b);
  }

  private static int hash(Space space, int i) {
    long bits = Double.doubleToLongBits(space.x(i));
    bits = bits * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(space.y(i));
    bits = bits * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(space.z(i));
    bits *= 0xBF58476D1CE4E5B9L;
    return (int) (bits >>> 32);
  }
}
