package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.geo.LocalProjection;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A bandwidth by a rule, never below the median uncertainty of the places: a finer surface would
 * show the digits of a gazetteer. Rules see each place once, since all that look for the finest
 * detail collapse on events that stand at one coordinate.
 *
 * @param metres the bandwidth
 * @param why in words
 */
record ChosenBandwidth(double metres, String why) {

  /** The rules that compare all pairs take a seeded sample of more places than this. */
  private static final int MOST_PLACES = 1_500;

  /**
   * @param areaSquareMetres of the window
   * @throws BadInputException when neither the places nor their uncertainty give one
   */
  static ChosenBandwidth of(
      BandwidthRule rule,
      Sources sources,
      Coordinate centre,
      double areaSquareMetres,
      double floor,
      Seed seed)
      throws BadInputException {
    OptionalDouble found = OptionalDouble.empty();
    String sampled = "";
    if (sources.size() > 1) {
      double[][] places = planar(sources, centre);
      int all = sources.size();
      if (all > MOST_PLACES && rule.comparesPairs()) {
        places = sample(places, seed);
        sampled = String.format(Locale.ROOT, ", from a sample of %,d places", MOST_PLACES);
      }
      // The best bandwidth of a plane shrinks with the sixth root of the number (Silverman 1986).
      double scale = Math.pow((double) places[0].length / all, 1 / 6.0);
      OptionalDouble value = rule.of(places[0], places[1], areaSquareMetres);
      if (value.isPresent()) {
        found = OptionalDouble.of(value.getAsDouble() * scale);
      }
    }
    if (found.isEmpty() && floor <= 0) {
      throw new BadInputException(
          Fault.of(
              "bandwidthM",
              Message.of(
                  sources.size() == 1
                      ? "cannot be chosen by {rule} from {places} place"
                      : "cannot be chosen by {rule} from {places} places",
                  rule.words(),
                  sources.size()),
              "Give a bandwidth in metres"));
    }
    String rounded =
        found.isPresent() ? String.format(Locale.ROOT, "%,.0f m", found.getAsDouble()) : "no value";
    String by = rule.words() + " on " + sources.size() + " distinct places" + sampled;
    if (found.isEmpty() || found.getAsDouble() < floor) {
      return new ChosenBandwidth(
          floor,
          String.format(
              Locale.ROOT,
              "%s gives %s; raised to %,.0f m, the median uncertainty of the places",
              by,
              rounded,
              floor));
    }
    return new ChosenBandwidth(found.getAsDouble(), by + " gives " + rounded);
  }

  /** Median of the uncertainties above 0 that events state, in metres; 0 when none does. */
  static double floor(List<Events.Event> events) {
    double[] known =
        events.stream()
            .flatMap(e -> e.uncertaintyMetres().stream())
            .mapToDouble(Objects::requireNonNull)
            .filter(r -> r > 0)
            .sorted()
            .toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }

  private static double[][] planar(Sources sources, Coordinate centre) {
    LocalProjection projection = new LocalProjection(centre.x, centre.y);
    double[][] places = new double[2][sources.size()];
    for (int i = 0; i < sources.size(); i++) {
      Coordinate at = projection.toMetres(sources.lon(i), sources.lat(i));
      places[0][i] = at.x;
      places[1][i] = at.y;
    }
    return places;
  }

  private static double[][] sample(double[][] places, Seed seed) {
    SplittableRandom random = seed.stream(MOST_PLACES);
    double[][] sample = {places[0].clone(), places[1].clone()};
    for (int i = 0; i < MOST_PLACES; i++) {
      int other = random.nextInt(i, sample[0].length);
      for (double[] axis : sample) {
        double kept = axis[i];
        axis[i] = axis[other];
        axis[other] = kept;
      }
    }
    return new double[][] {
      Arrays.copyOf(sample[0], MOST_PLACES), Arrays.copyOf(sample[1], MOST_PLACES)
    };
  }
}
