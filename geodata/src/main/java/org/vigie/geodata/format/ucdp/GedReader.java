package org.vigie.geodata.format.ucdp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.table.RecordReader;
import org.vigie.geodata.format.table.TableHeader;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.table.TableRow;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Opens a UCDP GED file. */
final class GedReader {

  private GedReader() {}

  static FeatureReader open(TableText text, Layer layer) throws IOException, BadInputException {
    RecordReader.requireIncidents("UCDP GED", layer);
    List<String> first = first(text);
    boolean headed = GedColumns.isHeader(first);
    if (!headed && !GedColumns.isRecord(first)) {
      throw new BadInputException(
          Fault.of(
                  null,
                  "these are not the columns of UCDP GED",
                  Message.of("It needs {choices}", String.join(", ", GedColumns.NEEDED)))
              .at(text.source().name(), 1));
    }
    TableHeader header = headed ? TableHeader.of(first) : new TableHeader(GedColumns.ALL);
    Map<String, String> details = text.details();
    details.put("dateOrder", "ymd");
    details.put("timeZone", "UTC");
    details.put("identity", GedRule.SOURCE_SYSTEM + ": id");
    String label = "UCDP GED, " + header.width() + " columns" + (headed ? "" : " without a header");
    return new RecordReader(
        text,
        header,
        name -> name.toLowerCase(Locale.ROOT),
        headed,
        layer,
        new GedRule(layer),
        new Recognition("ucdp-ged", label, details));
  }

  private static List<String> first(TableText text) throws IOException, BadInputException {
    try (TableReader rows = text.open()) {
      Optional<TableRow> first = rows.next();
      return first.map(TableRow::cells).orElse(List.of());
    }
  }
}
