package org.vigie.geodata.format.acled;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.table.RecordReader;
import org.vigie.geodata.format.table.TableRecord;
import org.vigie.geodata.format.value.DateText;
import org.vigie.geodata.format.value.FeatureAssembly;
import org.vigie.geodata.format.value.IncidentFields;
import org.vigie.geodata.format.value.Moment;
import org.vigie.geodata.format.value.NumberText;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/**
 * One ACLED event as an incident. Actor 1 is not the attacker: the order of actors says nothing of
 * the kind, so both become sides. Interaction codes, number or word, stay in provenance.
 */
final class AcledRule implements RecordReader.Rule {

  static final String SOURCE_SYSTEM = "acled";

  private static final int MANY = 100_000_000;
  private static final DateText DAYS = new DateText(Optional.empty(), ZoneOffset.UTC, true);
  private static final NumberText NUMBERS = new NumberText(false);

  private static final Map<String, String> TARGETS =
      Map.ofEntries(
          entry("event_id_cnty", "source_id"),
          entry("event_date", "valid_from"),
          entry("time_precision", "time_precision"),
          entry("disorder_type", "disorder_class"),
          entry("event_type", "type"),
          entry("sub_event_type", "subtype"),
          entry("actor1", "actor1"),
          entry("actor2", "actor2"),
          entry("civilian_targeting", "civilian_targeting"),
          entry("admin1", "admin1"),
          entry("admin2", "admin2"),
          entry("admin3", "admin3"),
          entry("location", "place_name"),
          entry("latitude", "latitude"),
          entry("longitude", "longitude"),
          entry("geo_precision", "location_class"),
          entry("source", "sources"),
          entry("notes", "summary"),
          entry("fatalities", "killed_best"));

  private final Layer layer;

  AcledRule(Layer layer) {
    this.layer = layer;
  }

  @Override
  public Map<String, String> targets() {
    return TARGETS;
  }

  @Override
  public String sourceSystem() {
    return SOURCE_SYSTEM;
  }

  @Override
  public void apply(TableRecord record, FeatureAssembly feature) {
    IncidentFields incident = new IncidentFields(layer, feature);
    identify(record, feature);
    incident.attempt(() -> locate(record, feature));
    incident.attempt(() -> date(record, feature));
    incident.attempt(() -> incident.whole("killed_best", record.whole("fatalities", 0, MANY)));
    incident.code("type", AcledWords.type(record.text("event_type")));
    incident.code("subtype", AcledWords.subtype(record.text("sub_event_type")));
    AcledWords.disorderClass(record.text("disorder_type"))
        .ifPresent(code -> incident.code("disorder_class", code));
    if (record.places().containsKey("civilian_targeting")) {
      incident.flag("civilian_targeting", record.has("civilian_targeting"));
    }
    incident.text("actor1", actor(record, "1"));
    incident.text("actor2", actor(record, "2"));
    incident.text("place_name", record.text("location"));
    incident.text("admin1", record.text("admin1"));
    incident.text("admin2", record.text("admin2"));
    incident.text("admin3", record.text("admin3"));
    incident.text("summary", record.text("notes"));
    incident.list("sources", record.text("source"));
    incident.text("title", title(record));
    incident.external();
  }

  private static void identify(TableRecord record, FeatureAssembly feature) {
    if (!record.has("event_id_cnty")) {
      feature.fault(Fault.of("event_id_cnty", "the event has no id", "Export the events again"));
    }
    feature.source(SOURCE_SYSTEM, Optional.of(record.text("event_id_cnty")));
  }

  private static void locate(TableRecord record, FeatureAssembly feature) throws BadInputException {
    double lon = NUMBERS.number("longitude", record.text("longitude"));
    double lat = NUMBERS.number("latitude", record.text("latitude"));
    Optional<Fault> fault = LonLat.fault(lon, lat);
    if (fault.isPresent()) {
      throw new BadInputException(fault.get());
    }
    LocationClass precision =
        switch (record.whole("geo_precision", 1, 3)) {
          case 1 -> LocationClass.VILLAGE;
          case 2 -> LocationClass.NEAR_PLACE;
          default -> LocationClass.ADM1;
        };
    feature.place(new LonLat(lon, lat).toPoint());
    feature.located(precision, precision.radiusMetres());
  }

  /**
   * The span covers the uncertainty: the day, the seven days around it, or its calendar month.
   * ACLED gives the middle of a period whose day is not known.
   */
  private static void date(TableRecord record, FeatureAssembly feature) throws BadInputException {
    LocalDate day = DAYS.parse("event_date", record.text("event_date")).date();
    switch (record.whole("time_precision", 1, 3)) {
      case 1 -> feature.time(day(day), day(day), TimePrecision.EXACT_DAY);
      case 2 -> feature.time(day(day.minusDays(3)), day(day.plusDays(3)), TimePrecision.WEEK);
      default ->
          feature.time(
              day(day.withDayOfMonth(1)),
              day(day.withDayOfMonth(day.lengthOfMonth())),
              TimePrecision.MONTH);
    }
  }

  private static Moment day(LocalDate day) {
    return new Moment(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        day,
        TimePrecision.EXACT_DAY);
  }

  private static String actor(TableRecord record, String number) {
    String associated = record.text("assoc_actor_" + number);
    String actor = record.text("actor" + number);
    return associated.isEmpty() || actor.isEmpty() ? actor : actor + " (with " + associated + ")";
  }

  private static String title(TableRecord record) {
    List<String> parts = new ArrayList<>();
    parts.add(record.firstOf(List.of("sub_event_type", "event_type")));
    String place = record.firstOf(List.of("location", "admin2", "admin1", "country"));
    if (!place.isEmpty()) {
      parts.add(place);
    }
    String actors =
        record.text("actor1") + (record.has("actor2") ? " - " + record.text("actor2") : "");
    String killed = record.text("fatalities");
    return String.join(", ", parts)
        + ": "
        + actors
        + (killed.isEmpty() || killed.equals("0") ? "" : ", " + killed + " killed");
  }
}
