package org.vigie.geodata.format.ucdp;

import static java.util.Map.entry;

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
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/**
 * One UCDP GED event as an incident. Sides stay sides: the dataset's side A is not the attacker.
 * The deaths of each side, which the incident has no field for, stay in provenance with all other
 * columns; those of civilians become a row of the casualty table. Estimates are kept as they stand
 * where the lowest exceeds the best.
 */
final class GedRule implements RecordReader.Rule {

  static final String SOURCE_SYSTEM = "ucdp-ged";

  private static final int MANY = 100_000_000;

  /** Dates come as 2009-02-20T00:00:00 or 2009-02-20 00:00:00.000; only the day means anything. */
  private static final DateText DAYS = new DateText(Optional.empty(), ZoneOffset.UTC, true);

  private static final Map<String, String> TARGETS =
      Map.ofEntries(
          entry("id", "source_id"),
          entry("type_of_violence", "type"),
          entry("side_a", "actor1"),
          entry("side_b", "actor2"),
          entry("source_article", "sources"),
          entry("where_prec", "location_class"),
          entry("where_coordinates", "place_name"),
          entry("where_description", "summary"),
          entry("adm_1", "admin1"),
          entry("adm_2", "admin2"),
          entry("latitude", "latitude"),
          entry("longitude", "longitude"),
          entry("geom_wkt", "wkt"),
          entry("date_prec", "time_precision"),
          entry("date_start", "valid_from"),
          entry("date_end", "valid_to"),
          entry("deaths_civilians", "casualties"),
          entry("best", "killed_best"),
          entry("high", "killed_high"),
          entry("low", "killed_low"));

  private final Layer layer;

  GedRule(Layer layer) {
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
    incident.attempt(() -> classify(record, incident));
    incident.attempt(() -> count(record, incident));
    incident.text("actor1", record.text("side_a"));
    incident.text("actor2", record.text("side_b"));
    incident.text("place_name", record.text("where_coordinates"));
    incident.text("admin1", record.text("adm_1"));
    incident.text("admin2", record.text("adm_2"));
    incident.text("summary", summary(record));
    incident.list("sources", record.firstOf(List.of("source_article", "source_headline")));
    incident.text("title", title(record));
    incident.external();
  }

  private static void identify(TableRecord record, FeatureAssembly feature) {
    String id = record.text("id");
    if (id.isEmpty()) {
      feature.fault(Fault.of("id", "the event has no id", "Take the row from the dataset again"));
    }
    feature.source(SOURCE_SYSTEM, Optional.of(id));
  }

  private static void locate(TableRecord record, FeatureAssembly feature) throws BadInputException {
    int precision = record.whole("where_prec", 1, 7);
    LonLat place = GedPlace.of(record);
    feature.place(place.toPoint());
    feature.located(GedPrecision.location(precision), GedPrecision.radiusMetres(precision));
  }

  private static void date(TableRecord record, FeatureAssembly feature) throws BadInputException {
    Moment start = DAYS.parse("date_start", record.text("date_start"));
    Moment end = DAYS.parse("date_end", record.text("date_end"));
    feature.time(start, end, GedPrecision.time(record.whole("date_prec", 1, 5)));
  }

  private static void classify(TableRecord record, IncidentFields incident)
      throws BadInputException {
    boolean oneSided = record.whole("type_of_violence", 1, 3) == 3;
    incident.code("type", oneSided ? "VIOLENCE_AGAINST_CIVILIANS" : "BATTLES");
    incident.code("disorder_class", "POLITICAL_VIOLENCE");
    incident.flag("civilian_targeting", oneSided);
  }

  private static void count(TableRecord record, IncidentFields incident) throws BadInputException {
    incident.whole("killed_low", record.whole("low", 0, MANY));
    incident.whole("killed_best", record.whole("best", 0, MANY));
    incident.whole("killed_high", record.whole("high", 0, MANY));
    if (record.has("deaths_civilians")) {
      int civilians = record.whole("deaths_civilians", 0, MANY);
      if (civilians > 0) {
        incident.civiliansKilled(civilians);
      }
    }
  }

  private static String title(TableRecord record) {
    List<String> parts = new ArrayList<>();
    String dyad = record.text("dyad_name");
    parts.add(dyad.isEmpty() ? record.text("side_a") + " - " + record.text("side_b") : dyad);
    String place = record.firstOf(List.of("where_coordinates", "adm_2", "adm_1", "country"));
    if (!place.isEmpty()) {
      parts.add(place);
    }
    String best = record.text("best");
    return String.join(", ", parts)
        + (best.isEmpty() || best.equals("0") ? "" : ": " + best + " killed");
  }

  private static String summary(TableRecord record) {
    List<String> parts = new ArrayList<>();
    for (String column : List.of("where_description", "conflict_name", "source_headline")) {
      if (record.has(column)) {
        parts.add(record.text(column));
      }
    }
    return String.join("\n", parts);
  }
}
