package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;

/** The mission's bases and the places where its casualties are treated. */
final class Installations {

  private final Country country;
  private final Deployment deployment;
  private final long seed;

  Installations(long seed, Country country, Deployment deployment) {
    this.seed = seed;
    this.country = country;
    this.deployment = deployment;
  }

  Stream<Feature> bases() {
    Dice dice = new Dice(seed, "base details");
    List<Feature> features = new ArrayList<>();
    for (Base base : deployment.bases()) {
      boolean combat = base.kind() == Base.Kind.COB || base.kind() == Base.Kind.TOB;
      boolean large = base.kind() == Base.Kind.MHQ || base.kind() == Base.Kind.SECTOR_HQ;
      features.add(
          draft("base", base.name(), base.km(), base.place())
              .during(
                  Calendar.instant(base.opened(), 0),
                  base.closed() < Calendar.DAYS ? Calendar.instant(base.closed(), 0) : null)
              .with("name", base.name())
              .with("base_type", base.kind().name())
              .with("sector", base.sector().name())
              .with("unit", base.unit())
              .with("troop_contributor", base.contributor())
              .with("strength", base.strength())
              .with(
                  "closing_reason",
                  base.closed() < Calendar.DAYS
                      ? dice.pick("Task completed", "Unit needed elsewhere", "Road closed by rains")
                      : null)
              .with("standoff_m", large ? 100.0 : combat ? 50.0 : 25.0)
              .with("mtf_level", medical(base))
              .with("helipad", large || dice.chance(combat ? 0.7 : 0.3))
              .with("helipad_night", large)
              .with("fuel_days", (double) dice.whole(5, 30))
              .with("water_days", (double) dice.whole(3, 20))
              .with("comms", combat ? List.of("VHF", "HF", "VSAT") : List.of("VHF", "VSAT"))
              .with("eod", base.kind() == Base.Kind.EOD)
              .with("qrf", large || (base.kind() == Base.Kind.COB && dice.chance(0.5)))
              .with("notice_to_move_min", large ? 30 : 60)
              .feature());
    }
    return features.stream();
  }

  private static String medical(Base base) {
    return switch (base.kind()) {
      case MHQ -> "L3";
      case SECTOR_HQ -> "L2";
      case COB -> "L1";
      case TOB, TEAM_SITE -> "BASIC";
      default -> "NONE";
    };
  }

  Stream<Feature> medicalFacilities() {
    Dice dice = new Dice(seed, "medical");
    List<Feature> features = new ArrayList<>();
    for (Base base : deployment.bases()) {
      String level = medical(base);
      if (level.startsWith("L")) {
        String name =
            "Level "
                + level.charAt(1)
                + " "
                + (level.equals("L1") ? "clinic " : "hospital ")
                + base.place().name();
        Coordinate km = new Coordinate(base.km().x + 0.15, base.km().y - 0.12);
        features.add(
            facility(name, level, level.equals("L3") ? "UN" : "CONTINGENT", km, base, dice));
      }
    }
    for (Settlement city : country.settlements().list().subList(0, Settlements.CITIES)) {
      Coordinate km = new Coordinate(city.km().x - 0.6, city.km().y + 0.5);
      features.add(
          facility("Provincial hospital " + city.name(), "L2", "HOST", km, null, dice, city));
    }
    return features.stream();
  }

  private Feature facility(
      String name, String level, String owner, Coordinate km, Base base, Dice dice) {
    return facility(name, level, owner, km, base, dice, base.place());
  }

  private Feature facility(
      String name,
      String level,
      String owner,
      Coordinate km,
      @Nullable Base base,
      Dice dice,
      Settlement place) {
    int beds = level.equals("L3") ? 50 : level.equals("L2") ? owner.equals("HOST") ? 60 : 20 : 5;
    return draft("medical-facility", name, km, place)
        .during(Calendar.instant(base == null ? -400 : base.opened(), 0), null)
        .with("name", name)
        .with("level", level)
        .with("owner", owner)
        .with("status", dice.pick("OPEN", "OPEN", "OPEN", "OPEN", "LIMITED"))
        .with("beds_total", beds)
        .with("beds_occupied", dice.whole(0, beds * 3 / 4))
        .with("beds_icu", level.equals("L3") ? 6 : level.equals("L2") ? 2 : 0)
        .with("surgery_24h", !level.equals("L1"))
        .with("blood", !level.equals("L1"))
        .with("amet", level.equals("L3") || (level.equals("L2") && owner.equals("CONTINGENT")))
        .with("hls", owner.equals("HOST") ? dice.chance(0.5) : true)
        .with("updated_at", Calendar.instant(Calendar.DAYS - dice.whole(1, 20), 7 * 60))
        .feature();
  }

  private Draft draft(String layer, String name, Coordinate km, Settlement place) {
    Coordinate at = country.isLand(km) ? km : place.km();
    AdminAreas.Area district = country.areas().districtAt(place.km());
    return new Draft(layer, name)
        .at(Plane.DEGREES.createPoint(Plane.toDegrees(at)))
        .located(LocationClass.SITE)
        .with("place_name", place.name())
        .with("admin1", country.areas().provinceOf(district).name())
        .with("admin2", district.name());
  }
}
