package org.vigie.geodata.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How far two features say the same: kind of event, parties, casualties, words. */
final class Sameness {

  private static final double SAME_TYPE = 0.8;
  private static final double SAME_KIND_OF_PARTY = 0.4;
  private static final double WORTH_SAYING = 0.25;
  private static final List<String> CASUALTIES =
      List.of("killed_best", "injured", "abducted", "displaced");

  private Sameness() {}

  static Finding type(Traits one, Traits other) {
    if (one.type().isEmpty() || other.type().isEmpty()) {
      return Finding.UNKNOWN;
    }
    if (!one.type().equals(other.type())) {
      return Finding.against();
    }
    if (one.subtype().equals(other.subtype())) {
      return Finding.of(1, one.subtype().isPresent() ? "same type and subtype" : "same type");
    }
    return Finding.of(SAME_TYPE, "same type");
  }

  static Finding actors(Traits one, Traits other) {
    if (one.actorWords().isEmpty() || other.actorWords().isEmpty()) {
      return shareKind(one, other)
          ? new Finding(Finding.UNKNOWN.value() + SAME_KIND_OF_PARTY / 4, Optional.empty())
          : Finding.UNKNOWN;
    }
    Set<String> common = new TreeSet<>(one.actorWords());
    common.retainAll(other.actorWords());
    double overlap =
        (double) common.size() / Math.min(one.actorWords().size(), other.actorWords().size());
    if (common.isEmpty()) {
      return shareKind(one, other)
          ? Finding.of(SAME_KIND_OF_PARTY, "the parties are of the same kind")
          : Finding.against();
    }
    Set<String> named = new TreeSet<>(one.names().keySet());
    named.retainAll(other.names().keySet());
    String what =
        named.isEmpty()
            ? String.join(" ", common)
            : named.stream()
                .map(
                    name -> {
                      String own = one.names().getOrDefault(name, name);
                      String theirs = other.names().getOrDefault(name, name);
                      return own.compareTo(theirs) <= 0 ? own : theirs;
                    })
                .collect(Collectors.joining(" and "));
    return Finding.of(overlap, "both name " + what);
  }

  static boolean shareKind(Traits one, Traits other) {
    return one.classes().stream().anyMatch(other.classes()::contains);
  }

  /** Numbers are compared kind by kind: of the lower in the higher, or the ranges' overlap. */
  static Finding casualties(Traits one, Traits other) {
    List<Double> values = new ArrayList<>();
    for (String kind : CASUALTIES) {
      Optional<Double> own = one.number(kind);
      Optional<Double> theirs = other.number(kind);
      if (own.isPresent() && theirs.isPresent()) {
        double low = Math.min(own.get(), theirs.get());
        double high = Math.max(own.get(), theirs.get());
        values.add(high == 0 ? 1 : low / high);
      }
    }
    if (values.isEmpty()) {
      return Finding.UNKNOWN;
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    if (one.number("killed_best").isPresent()
        && other.number("killed_best").isPresent()
        && fatalitiesOverlap(one, other)) {
      mean = Math.max(mean, 0.7);
    }
    return mean >= 1
        ? Finding.of(1, "same casualties")
        : mean >= 0.7
            ? Finding.of(mean, "casualties of like size")
            : new Finding(mean, Optional.empty());
  }

  static boolean tellsOfCasualties(Traits traits) {
    return CASUALTIES.stream().anyMatch(kind -> traits.number(kind).isPresent());
  }

  /** Whether the ranges of the killed meet, or one side does not say. */
  static boolean fatalitiesOverlap(Traits one, Traits other) {
    Optional<Double> ownLow = first(one, "killed_low", "killed_best");
    Optional<Double> ownHigh = first(one, "killed_high", "killed_best");
    Optional<Double> low = first(other, "killed_low", "killed_best");
    Optional<Double> high = first(other, "killed_high", "killed_best");
    return ownLow.isEmpty()
        || ownHigh.isEmpty()
        || low.isEmpty()
        || high.isEmpty()
        || (ownLow.get() <= high.get() && low.get() <= ownHigh.get());
  }

  private static Optional<Double> first(Traits traits, String property, String otherwise) {
    return traits.number(property).or(() -> traits.number(otherwise));
  }

  static Finding text(Traits one, Traits other) {
    if (!one.hasText() || !other.hasText()) {
      return Finding.UNKNOWN;
    }
    double dice = Wording.dice(one.grams(), other.grams());
    return dice < WORTH_SAYING
        ? new Finding(dice, Optional.empty())
        : Finding.of(dice, Finding.format("text %.0f %% alike", 100 * dice));
  }

  static Finding placeName(Traits one, Traits other) {
    if (one.placeName().isEmpty() || other.placeName().isEmpty()) {
      return Finding.UNKNOWN;
    }
    String own = one.placeName().get();
    String theirs = other.placeName().get();
    if (Wording.fold(own).equals(Wording.fold(theirs))) {
      return Finding.of(1, "both at " + (own.compareTo(theirs) <= 0 ? own : theirs));
    }
    return new Finding(Wording.dice(Wording.grams(own), Wording.grams(theirs)), Optional.empty());
  }
}
