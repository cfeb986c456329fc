package org.vigie.geodata.index;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Divides the segments that a question goes through among the cores. */
final class Shares {

  private Shares() {}

  /**
   * Goes through the items, each core through some of them, so that there are few results to join.
   *
   * @param least so many items are not worth another thread
   * @param empty a result without any item; one is made for each thread
   * @param join adds the second result to the first
   */
  static <T, R> R over(
      List<T> items, int least, Supplier<R> empty, BiConsumer<R, T> work, BiConsumer<R, R> join) {
    int cores = Runtime.getRuntime().availableProcessors();
    int shares = Math.max(1, Math.min(cores, items.size() / least));
    if (shares == 1) {
      R one = empty.get();
      items.forEach(item -> work.accept(one, item));
      return one;
    }
    return IntStream.range(0, shares)
        .parallel()
        .mapToObj(
            share -> {
              R one = empty.get();
              for (int i = share; i < items.size(); i += shares) {
                work.accept(one, items.get(i));
              }
              return one;
            })
        .reduce(
            (one, other) -> {
              join.accept(one, other);
              return one;
            })
        .orElseThrow();
  }
}
