package org.vigie.server.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/**
 * Five hundred devices on roads: those that are incidents already, and the finds, hoaxes and caches
 * that are not.
 */
final class IedReports {

  static final int COUNT = 500;

  private static final double[] CLASS_WEIGHTS = {0, 42, 9, 12, 14, 7, 8, 8};
  private static final List<String> CLASSES =
      List.of(
          "EXPLOSION",
          "FOUND_CLEARED",
          "FOUND_NOT_CLEARED",
          "HOAX",
          "FALSE",
          "TURN_IN",
          "CACHE",
          "SUSPECTED");

  private final Country country;
  private final Story story;
  private final Whereabouts whereabouts;
  private final Dice dice;
  private final Marks marks;
  private final Map<String, Integer> lastDayByStretch = new HashMap<>();
  private final List<Feature> list = new ArrayList<>();

  /** A device before it is written down; {@code incident} null when it did not become one. */
  private record Device(
      int day,
      int minute,
      Settlement place,
      Coordinate km,
      String road,
      String eventClass,
      Incidents.@Nullable Recorded incident) {}

  IedReports(long seed, Country country, Story story, Incidents incidents) {
    this.country = country;
    this.story = story;
    this.whereabouts = new Whereabouts(country);
    this.dice = new Dice(seed, "devices");
    this.marks = new Marks(seed, "ied-report");
    List<Device> devices = new ArrayList<>();
    for (Incidents.Recorded recorded : incidents.list()) {
      Incident incident = recorded.incident();
      if (incident.subtype() == Subtype.REMOTE_EXPLOSIVE_LANDMINE_IED
          && !incident.road().isEmpty()
          && devices.size() < COUNT * 3 / 5) {
        devices.add(
            new Device(
                incident.day(),
                incident.minute(),
                incident.place(),
                incident.km(),
                incident.road(),
                "EXPLOSION",
                recorded));
      }
    }
    while (devices.size() < COUNT) {
      devices.add(find(devices));
    }
    devices.sort(
        java.util.Comparator.comparingInt(Device::day)
            .thenComparingInt(Device::minute)
            .thenComparingDouble(d -> d.km().x));
    int number = 0;
    for (Device device : devices) {
      list.add(feature(device, ++number));
    }
  }

  /** Devices are found where devices go off. */
  private Device find(List<Device> devices) {
    Device like = dice.pick(devices);
    Whereabouts.Spot spot = whereabouts.find(like.place, 1, dice);
    int day = Math.floorMod(like.day + (int) (dice.gaussian() * 25), Calendar.DAYS);
    String eventClass = CLASSES.get(dice.weighted(CLASS_WEIGHTS));
    return new Device(
        day, dice.whole(6 * 60, 18 * 60), like.place, spot.km(), spot.road(), eventClass, null);
  }

  private Feature feature(Device device, int number) {
    String ref = String.format("IED-%d-%04d", Calendar.date(device.day).getYear(), number);
    boolean explosion = device.eventClass.equals("EXPLOSION");
    Instant start = Calendar.instant(device.day, device.minute);
    AdminAreas.Area district = country.areas().districtAt(device.km);
    String stretch = device.road + "/" + device.place.name();
    Integer last = lastDayByStretch.put(stretch, device.day);
    // hoaxes and false alarms teach nobody anything, and road users should know of the rest
    boolean technical = !List.of("HOAX", "FALSE", "FOUND_NOT_CLEARED").contains(device.eventClass);
    Draft draft =
        new Draft("ied-report", ref)
            .at(Plane.DEGREES.createPoint(Plane.toDegrees(device.km)))
            .located(explosion ? LocationClass.SITE : LocationClass.GPS)
            .during(start, start.plusSeconds(1800))
            .known(TimePrecision.EXACT_MINUTE)
            .classified(technical ? Classification.CONFIDENTIAL : Classification.UNCLASSIFIED)
            .keptTo(technical ? Set.of("C-IED") : Marks.NONE)
            .with("ref", ref)
            .with("title", title(device))
            .with("event_class", device.eventClass)
            .with("initiation", initiation(device))
            .with("emplacement", emplacement())
            .with("main_charge", dice.pick("HME", "HME", "MILITARY_ORDNANCE", "MIXED", "UNKNOWN"))
            .with("charge_configuration", dice.pick("BLAST", "BLAST", "FRAG", "EFP_SHAPED"))
            .with("target", target(device))
            .with("perpetrator", perpetrator(device))
            .with("route", device.road.isEmpty() ? null : device.road)
            .with(
                "km_post",
                device.road.isEmpty()
                    ? null
                    : Math.round(device.place.distanceKm(device.km) * 10) / 10.0)
            .with("first_in_90_days", last == null || device.day - last > 90)
            .with("place_name", device.place.name())
            .with("admin1", country.areas().provinceOf(district).name())
            .with("admin2", district.name())
            .with("detection", explosion ? "INCIDENTAL" : detection());
    if (technical && marks.chance(0.3)) {
      draft.with(
          "exploitation",
          "EXERCISE. Switch and container match the series found in this district before;"
              + " the laboratory keeps the fragments.");
    }
    charge(draft);
    casualties(draft, device);
    if (!explosion) {
      disposal(draft, start, device);
    }
    return draft.feature();
  }

  private String title(Device device) {
    String where =
        device.road.isEmpty()
            ? "near " + device.place.name()
            : "on road " + device.road + " near " + device.place.name();
    return switch (device.eventClass) {
      case "EXPLOSION" -> "Device explodes " + where;
      case "FOUND_CLEARED" -> "Device found and cleared " + where;
      case "FOUND_NOT_CLEARED" -> "Device found " + where + ", not cleared";
      case "HOAX" -> "Hoax device " + where;
      case "FALSE" -> "False alarm " + where;
      case "TURN_IN" -> "Ordnance handed in at " + device.place.name();
      case "CACHE" -> "Cache of components " + where;
      default -> "Suspected device " + where;
    };
  }

  /** Pressure plates first; radio control comes with the second year. */
  private String initiation(Device device) {
    double later = device.day / (double) Calendar.DAYS;
    return List.of(
            "VICTIM_PRESSURE_PLATE",
            "COMMAND_WIRE",
            "COMMAND_RC",
            "VICTIM_TRIPWIRE",
            "TIME",
            "COMBINATION",
            "UNKNOWN")
        .get(dice.weighted(46 - 14 * later, 20, 3 + 26 * later, 7, 4, 3, 14));
  }

  private String emplacement() {
    return List.of("BURIED_ROAD", "ROADSIDE", "CULVERT", "VEHICLE_BORNE", "HUNG_AERIAL", "THROWN")
        .get(dice.weighted(54, 24, 14, 3, 2, 3));
  }

  private String target(Device device) {
    if (device.incident != null) {
      String to = device.incident.incident().target().name();
      return to.equals(Actor.MISSION.name())
          ? dice.pick("UN_CONVOY", "UN_PATROL")
          : to.equals(Actor.ARMY.name()) ? "HOST_FORCES" : "CIVILIAN_TRAFFIC";
    }
    return List.of(
            "UN_CONVOY",
            "UN_PATROL",
            "HOST_FORCES",
            "CIVILIAN_TRAFFIC",
            "INFRASTRUCTURE",
            "UNKNOWN")
        .get(dice.weighted(12, 14, 32, 14, 6, 22));
  }

  private String perpetrator(Device device) {
    return device.incident != null
        ? device.incident.incident().perpetrator().name()
        : country.areas().provinceAt(device.km).code().equals(story.worsening().code())
            ? story.splinter().name()
            : story.rebels().name();
  }

  private String detection() {
    return List.of("VISUAL", "LOCAL_TIP", "MINE_DETECTOR", "SEARCH_DOG", "UAS", "INCIDENTAL")
        .get(dice.weighted(32, 30, 20, 6, 5, 7));
  }

  private void charge(Draft draft) {
    double best = Math.round((1.5 + dice.exponential(7)) * 2) / 2.0;
    draft
        .with("net_kg_low", Math.round(best * 0.6 * 2) / 2.0)
        .with("net_kg_best", best)
        .with("net_kg_high", Math.round(best * 1.5 * 2) / 2.0);
    if (dice.chance(0.4)) {
      List<Map<String, Object>> parts = new ArrayList<>();
      parts.add(
          part("SWITCH", dice.pick("Pressure plate of saw blades", "Rocker arm", "Receiver")));
      parts.add(part("POWER_SOURCE", dice.pick("Motorcycle battery", "Four dry cells")));
      parts.add(part("CONTAINER", dice.pick("Yellow jerrycan, 20 l", "Cooking pot", "Steel pipe")));
      draft.with("components", parts);
    }
  }

  private static Map<String, Object> part(String kind, String description) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("kind", kind);
    part.put("description", description);
    return part;
  }

  private void casualties(Draft draft, Device device) {
    int killed = device.incident == null ? 0 : device.incident.incident().toll().best();
    int injured = device.incident == null ? 0 : device.incident.incident().toll().injured();
    String group =
        device.incident == null
            ? "civilian"
            : switch (device.incident.incident().target().type()) {
              case "81" -> "un";
              case "1" -> "host";
              default -> "civilian";
            };
    for (String each : List.of("un", "host", "civilian")) {
      draft.with("killed_" + each, each.equals(group) ? killed : 0);
      draft.with("injured_" + each, each.equals(group) ? injured : 0);
    }
    boolean explosion = device.eventClass.equals("EXPLOSION");
    String outcome =
        explosion
            ? killed + injured > 0
                ? "EFFECTIVE"
                : dice.pick("INEFFECTIVE", "INEFFECTIVE", "PREMATURE")
            : device.eventClass.equals("FOUND_CLEARED")
                ? dice.pick("NEUTRALISED", "DESTROYED_IN_SITU")
                : device.eventClass.equals("FOUND_NOT_CLEARED") ? "ABANDONED" : null;
    draft
        .with("outcome", outcome)
        .with("severity", killed >= 10 ? 5 : killed > 0 ? 4 : injured > 0 ? 3 : explosion ? 2 : 1)
        .with("incident_ref", device.incident == null ? null : device.incident.ref());
  }

  private void disposal(Draft draft, Instant start, Device device) {
    if (device.eventClass.equals("FALSE") || device.eventClass.equals("HOAX")) {
      return;
    }
    Instant called = start.plusSeconds(60L * dice.whole(5, 50));
    Instant arrived = called.plusSeconds(60L * dice.whole(50, 400));
    draft
        .with("eod_team", "EOD Team " + country.settlements().list().get(dice.whole(0, 3)).name())
        .with("eod_called_at", called)
        .with("eod_arrived_at", arrived);
    if (device.eventClass.equals("FOUND_CLEARED")) {
      draft
          .with("cleared_at", arrived.plusSeconds(60L * dice.whole(20, 150)))
          .with("render_safe", dice.pick("Disrupter", "Pulled by hook and line", "Blown in place"));
    }
  }

  Stream<Feature> features() {
    return list.stream();
  }
}
