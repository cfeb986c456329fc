package org.vigie.geodata.index;

import java.util.Comparator;
import java.util.List;

/** Conditions made of conditions, as SQL has them: unknown and false is false, or true is true. */
final class Connectives {

  private Connectives() {}

  /** True, false or unknown for every row. */
  record Constant(int truth) implements Condition {
    @Override
    public void test(Segment segment, int zone, long[] among, Truth found) {
      found.all(truth, among);
    }

    @Override
    public int ofZone(Segment segment, int zone) {
      return truth > 0 ? 1 : -1;
    }

    @Override
    public int cost() {
      return 0;
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public void test(Segment segment, int zone, long[] among, Truth truth) {
      part.test(segment, zone, among, truth);
      for (int word = 0; word < Zones.WORDS; word++) {
        long yes = truth.yes[word];
        truth.yes[word] = truth.no[word];
        truth.no[word] = yes;
      }
    }

    @Override
    public int cost() {
      return part.cost();
    }
  }

  /**
   * @param all whether all parts must be true, else one is enough
   */
  record Joined(boolean all, List<Condition> parts) implements Condition {
    Joined {
      parts = parts.stream().sorted(Comparator.comparing(Condition::cost)).toList();
    }

    @Override
    public void test(Segment segment, int zone, long[] among, Truth truth) {
      truth.all(all ? 1 : -1, among);
      // the value that no other part can change any more, and the one that every part must have
      long[] settled = all ? truth.no : truth.yes;
      long[] unanimous = all ? truth.yes : truth.no;
      long[] open = among.clone();
      Truth one = new Truth();
      for (Condition part : parts) {
        part.test(segment, zone, open, one);
        long[] settling = all ? one.no : one.yes;
        long[] agreeing = all ? one.yes : one.no;
        for (int word = 0; word < Zones.WORDS; word++) {
          settled[word] |= settling[word];
          unanimous[word] &= agreeing[word];
          open[word] &= ~settling[word];
        }
        if (Truth.isEmpty(open)) {
          return;
        }
      }
    }

    @Override
    public int cost() {
      return parts.stream().mapToInt(Condition::cost).sum();
    }
  }
}
