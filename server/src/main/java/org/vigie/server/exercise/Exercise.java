package org.vigie.server.exercise;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.geodata.model.Feature;

/**
 * EXERCISE LANTERN WATCH: the mission MIMAR in Maralune, a country that does not exist, from 1 July
 * 2023 to 30 June 2026, and how the last weeks of it were written down. The same seed gives the
 * same features everywhere. Making it takes some seconds and about 200 MB.
 */
public final class Exercise {

  /** Name of the mission, as shown on screen. */
  public static final String MISSION = "MIMAR — EXERCISE LANTERN WATCH";

  /** The seed of the exercise that is shipped. */
  public static final long SEED = 20230701;

  /** Raised whenever the same seed makes other features, so that stored ones are replaced. */
  static final int EDITION = 4;

  /** The moment it ends. */
  public static final Instant END = Calendar.end();

  /** What its clock shows, which stands still in the last minute of its last day. */
  public static final Instant NOW = END.minusSeconds(60);

  /** By which its mission tells the time of day: that of its meridian. */
  public static final ZoneOffset ZONE = ZoneOffset.ofHours(-1);

  private final long seed;
  private final Country country;
  private final Story story;
  private final Deployment deployment;
  private final Happenings happenings;
  private final Incidents incidents;
  private final Reference reference;
  private final Router router;

  public Exercise(long seed) {
    this.seed = seed;
    this.country = new Country(seed);
    this.story = new Story(country);
    this.deployment = new Deployment(seed, country, story);
    this.happenings = new Happenings(seed, country, story);
    this.incidents = new Incidents(seed, country, happenings);
    this.reference = new Reference(country);
    this.router = new Router(country.roads());
  }

  /** Names of the layers the exercise fills, those others refer to first. */
  public static List<String> layers() {
    return List.of(
        "admin-area",
        "place",
        "road",
        "river",
        "base",
        "medical-facility",
        "incident",
        "report",
        "patrol",
        "ied-report",
        "poc-alert",
        "hotspot");
  }

  /**
   * The features of one layer, always in the same order.
   *
   * @throws IllegalArgumentException for a layer the exercise does not fill
   */
  public Stream<Feature> features(String layer) {
    return switch (layer) {
      case "admin-area" -> reference.areas(deployment.sectors());
      case "place" -> reference.places();
      case "road" -> reference.roads();
      case "river" -> reference.rivers();
      case "base" -> new Installations(seed, country, deployment).bases();
      case "medical-facility" -> new Installations(seed, country, deployment).medicalFacilities();
      case "incident" -> incidents.features();
      case "report" -> new Reports(seed, incidents).features();
      case "patrol" ->
          new Patrols(
                  seed,
                  new PatrolPlans(seed, country, router, deployment, happenings),
                  country,
                  router,
                  reference)
              .features();
      case "ied-report" -> new IedReports(seed, country, story, incidents).features();
      case "poc-alert" -> new PocAlerts(seed, country, deployment, incidents).features();
      case "hotspot" -> new Hotspots(seed, country, deployment, story, happenings).features();
      default -> throw new IllegalArgumentException("the exercise has no layer " + layer);
    };
  }

  /** How the last weeks were written down, in the order in which it became known. */
  Chronicle chronicle() {
    return new Chronicle(seed, this, incidents);
  }

  Country country() {
    return country;
  }

  Story story() {
    return story;
  }

  Deployment deployment() {
    return deployment;
  }
}
