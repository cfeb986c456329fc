package org.vigie.geodata.format.acled;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.FeatureFormat;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.table.RecordReader;
import org.vigie.geodata.format.table.TableHeader;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.table.TableRow;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/**
 * ACLED exports by their header, in any order of columns: since March 2023 with {@code
 * disorder_type}, {@code civilian_targeting} and {@code tags}, before with {@code data_id}, {@code
 * event_id_no_cnty} and {@code iso3}; population columns may follow. Interaction codes may be
 * numbers or words, dates 2023-01-31 or 31 January 2023.
 */
public final class AcledFormat implements FeatureFormat {

  private static final List<String> NEEDED =
      List.of(
          "event_id_cnty",
          "event_date",
          "time_precision",
          "event_type",
          "sub_event_type",
          "actor1",
          "latitude",
          "longitude",
          "geo_precision",
          "fatalities");

  @Override
  public String name() {
    return "acled";
  }

  @Override
  public String label() {
    return "ACLED";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv");
  }

  @Override
  public boolean claims(Head head) {
    return plain(TableText.firstRecord(head)).containsAll(NEEDED);
  }

  @Override
  public FeatureReader read(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    RecordReader.requireIncidents(label(), layer);
    TableText text = TableText.of(source, mapping);
    List<String> first;
    try (TableReader rows = text.open()) {
      first = rows.next().map(TableRow::cells).orElse(List.of());
    }
    Set<String> names = plain(first);
    Optional<String> missing = NEEDED.stream().filter(n -> !names.contains(n)).findFirst();
    if (missing.isPresent()) {
      throw new BadInputException(
          Fault.of(
                  missing.get(),
                  "an ACLED export has this column, the file has not",
                  "Export it again with all columns")
              .at(source.name(), 1));
    }
    boolean recent = names.contains("disorder_type");
    TableHeader header = TableHeader.of(first);
    Map<String, String> details = text.details();
    details.put("dateOrder", "ymd");
    details.put("timeZone", "UTC");
    details.put("identity", AcledRule.SOURCE_SYSTEM + ": event_id_cnty");
    return new RecordReader(
        text,
        header,
        name -> name.toLowerCase(Locale.ROOT),
        true,
        layer,
        new AcledRule(layer),
        new Recognition(
            name(), recent ? "ACLED, columns since 2023" : "ACLED, columns before 2023", details));
  }

  private static Set<String> plain(List<String> cells) {
    return cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
