package org.vigie.geodata.analysis;

import java.util.concurrent.CancellationException;

/** Hears how far a long work is and says when to stop it. Safe for use by several threads. */
@FunctionalInterface
public interface Progress {

  /** For work that nobody watches. */
  Progress UNHEARD = (share, doing) -> {};

  /**
   * Cheap: it may be called thousands of times a second.
   *
   * @param share done, from 0 to 1
   * @param doing what is being done, in a few words
   * @throws CancellationException when the work is to stop
   */
  void at(double share, String doing);

  /** The part of this work between two shares, seen as a whole of its own. */
  default Progress part(double from, double to) {
    return (share, doing) -> at(from + share * (to - from), doing);
  }
}
