package org.vigie.server.exercise;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/**
 * Incidents of ten years in the exercise's country, as many as one likes, to see how things behave
 * when there are very many: clusters of very different size about 200 places with scatter and roads
 * between them, growth, seasons, weeks and bursts. None of it happened, and every title says
 * EXERCISE.
 *
 * <p>An incident depends on the seed and on its number alone. So any part can be made by itself,
 * fewer incidents are the beginning of more, and nothing is held in memory but the country (about
 * 100 MB, two seconds). One thread makes about 100 000 a second.
 */
public final class ManyIncidents {

  /** The most that a mission is made for. */
  public static final int MOST = 10_000_000;

  /** Raised whenever the same seed makes other incidents. */
  static final int EDITION = 1;

  private static final List<String> ENDS = List.of("CLOSED", "UNVERIFIABLE", "REFUTED");

  private final long seed;
  private final Country country;
  private final Whereabouts whereabouts;
  private final List<Site> sites;
  private final Cumulative where;

  /**
   * @param seed the exercise's own ({@link Exercise#SEED}) for its country
   */
  public ManyIncidents(long seed) {
    this.seed = seed;
    this.country = new Country(seed);
    this.whereabouts = new Whereabouts(country);
    this.sites = new Sites(seed, country, new Story(country)).list();
    this.where = new Cumulative(sites.stream().mapToDouble(Site::weight).toArray());
  }

  /**
   * The incidents with these numbers, features of the layer {@code incident}. For one thread.
   *
   * @param from number of the first, from 0
   * @param to behind the last
   */
  public Stream<Feature> features(long from, long to) {
    return LongStream.range(from, to).mapToObj(this::feature);
  }

  private Feature feature(long number) {
    long own = Noise.mix(seed + Noise.mix(number));
    Dice dice = new Dice(own, "many");
    Incident incident = incident(sites.get(where.draw(dice)), dice);
    Fix fix = Fix.of(incident, country, dice);
    Marks marks = new Marks(own, "many");
    Classification classification = marks.classification(incident, dice.next());
    String ref = String.format("MIMAR-X-%08d", number);
    Draft draft =
        new Draft("incident", ref)
            .classified(classification)
            .keptTo(marks.compartments(incident, classification))
            .with("ref", ref)
            .with("title", "EXERCISE: " + IncidentText.of(incident, fix.phrase(), dice).title())
            .with("type", incident.subtype().type())
            .with("subtype", incident.subtype().name())
            .with("severity", incident.severity())
            // long settled, so that the inbox stays that of the exercise
            .with("status", ENDS.get(dice.weighted(88, 9, 3)))
            .with("perpetrator_type", code(incident.perpetrator()))
            .with("target_type", code(incident.target()))
            .with("civilian_targeting", incident.subtype().isAgainstCivilians())
            .with("un_involved", incident.target().equals(Actor.MISSION))
            .with("killed_best", incident.toll().best())
            .with("injured", incident.toll().injured())
            .with("displaced", incident.toll().displaced());
    Recording.time(draft, incident, dice);
    Recording.place(draft, fix, country.areas());
    return draft.feature();
  }

  private Incident incident(Site site, Dice dice) {
    Subtype subtype = site.kind(dice);
    Settlement place = site.place();
    Whereabouts.Spot spot = whereabouts.find(place, subtype.isOnRoads() ? 0.8 : 0.12, dice);
    Parties parties = Parties.of(site.scene(), subtype, dice);
    return new Incident(
        site.scene().name(),
        subtype,
        site.when().draw(dice),
        subtype.hours().minute(dice),
        spot.km(),
        place,
        spot.road(),
        parties.perpetrator(),
        parties.target(),
        Tolls.draw(subtype, dice));
  }

  private static @Nullable String code(Actor actor) {
    return actor.equals(Actor.NOBODY) ? null : actor.type();
  }
}
