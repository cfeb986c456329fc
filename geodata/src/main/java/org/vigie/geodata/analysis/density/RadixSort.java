package org.vigie.geodata.analysis.density;

/** Sorts non-negative keys with the numbers that go with them; stable, linear in the length. */
final class RadixSort {

  private static final int DIGIT_BITS = 11;

  private RadixSort() {}

  static void sort(long[] keys, int[] numbers) {
    long all = 0;
    for (long key : keys) {
      all |= key;
    }
    int digits = (64 - Long.numberOfLeadingZeros(all) + DIGIT_BITS - 1) / DIGIT_BITS;
    long[] fromKeys = keys;
    int[] fromNumbers = numbers;
    long[] toKeys = new long[keys.length];
    int[] toNumbers = new int[keys.length];
    for (int digit = 0; digit < digits; digit++) {
      pass(fromKeys, fromNumbers, toKeys, toNumbers, digit * DIGIT_BITS);
      long[] swapKeys = fromKeys;
      fromKeys = toKeys;
      toKeys = swapKeys;
      int[] swapNumbers = fromNumbers;
      fromNumbers = toNumbers;
      toNumbers = swapNumbers;
    }
    if (fromKeys != keys) {
      System.arraycopy(fromKeys, 0, keys, 0, keys.length);
      System.arraycopy(fromNumbers, 0, numbers, 0, numbers.length);
    }
  }

  private static void pass(
      long[] fromKeys, int[] fromNumbers, long[] toKeys, int[] toNumbers, int shift) {
    int mask = (1 << DIGIT_BITS) - 1;
    int[] next = new int[mask + 2];
    for (long key : fromKeys) {
      next[(int) (key >>> shift & mask) + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    for (int i = 0; i < fromKeys.length; i++) {
      int to = next[(int) (fromKeys[i] >>> shift & mask)]++;
      toKeys[to] = fromKeys[i];
      toNumbers[to] = fromNumbers[i];
    }
  }
}
