package org.vigie.geodata.analysis.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.EventFigures;

/** What a reader of hot spots must know before acting on them, in plain words. */
record LocalCaveats(Outcome outcome, Intensity intensity, Study study) {

  private static final double NOTABLE_SHARE = 0.1;
  private static final double GIANT = 0.5;
  private static final double FEW = 0.5;
  private static final double STABLE = 0.8;

  List<String> list(List<Double> pPerm, List<Double> stability) {
    List<String> caveats = new ArrayList<>();
    alone(pPerm).ifPresent(caveats::add);
    caveats.add(
        intensity.isRate()
            ? "Hot means a higher rate than in the mean of the areas, not who is at risk: what is"
                + " reported more has the higher rate."
            : "Hot means more events than if the same events were scattered at random over these"
                + " cells. Where more people live, or more is reported, there are more events.");
    samePlaces().ifPresent(caveats::add);
    giant().ifPresent(caveats::add);
    sparse().ifPresent(caveats::add);
    caveats.add(
        "How unusual a cell is depends on how many empty ones are looked at with it: compare"
            + " results of the same area only.");
    unstable(stability).ifPresent(caveats::add);
    return caveats;
  }

  private Optional<String> samePlaces() {
    long places = new EventFigures(study.events()).places();
    double shared = 1 - (double) places / study.events().size();
    return shared < NOTABLE_SHARE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d events stand on %,d different coordinates: what is placed on the nearest town"
                    + " makes its cell hot.",
                study.used(),
                places));
  }

  /** One value that makes most of the variance keeps all others from standing out. */
  private Optional<String> giant() {
    double mean = IntStream.range(0, outcome.size()).mapToDouble(outcome::x).average().orElse(0);
    double squares = 0;
    double largest = 0;
    double most = 0;
    for (int i = 0; i < outcome.size(); i++) {
      double square = (outcome.x(i) - mean) * (outcome.x(i) - mean);
      squares += square;
      if (square > largest) {
        largest = square;
        most = study.members().get(i).size();
      }
    }
    return largest < GIANT * squares
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "One cell with %,.0f of the %,d events makes most of the variation and can hide"
                    + " others: compare with the scale log or rank.",
                most,
                study.used()));
  }

  private Optional<String> sparse() {
    double mean = (double) study.used() / outcome.size();
    return mean >= FEW
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "There are %.2f events to a cell: p and q take sums of so few for normally"
                    + " distributed. The permutation probability does not.",
                mean));
  }

  /** Hot although the neighbours are not: by its own count, or by the normal distribution alone. */
  private Optional<String> alone(List<Double> pPerm) {
    long alone =
        pPerm.isEmpty()
            ? 0
            : IntStream.range(0, outcome.size())
                .filter(i -> outcome.isHot(i) && pPerm.get(i) > 0.05)
                .count();
    return alone == 0
        ? Optional.empty()
        : Optional.of(
            alone
                + " hot cells have neighbours that are not unusual among permutations (pPerm above"
                + " 0.05): they are hot by their own count alone.");
  }

  /** How much rests on the stated places. */
  private Optional<String> unstable(List<Double> stability) {
    long hot = IntStream.range(0, outcome.size()).filter(outcome::isHot).count();
    long stable =
        IntStream.range(0, stability.size())
            .filter(i -> outcome.isHot(i) && stability.get(i) >= STABLE)
            .count();
    if (stability.isEmpty()) {
      return Optional.of(
          "It was not tested how far the result rests on exact places: no event states how"
              + " uncertain its place is, or no draws were asked for.");
    }
    return hot == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d hot cells stay hot in four of five draws when the events are moved within"
                    + " their stated uncertainty.",
                stable,
                hot));
  }
}
