package org.vigie.geodata.format.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.format.table.TableHeader;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.table.TableRow;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/**
 * Text tables of any layer: delimiter, encoding, decimal sign and date order are detected from the
 * whole file or declared; columns find their properties by name, title or declaration.
 */
public final class CsvFormat implements WritableFormat {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String label() {
    return "CSV table";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "tsv", "txt");
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public boolean claims(Head head) {
    return TableText.firstRecord(head).size() > 1;
  }

  @Override
  public FeatureReader read(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    TableText text = TableText.of(source, mapping);
    TableHeader header = header(text, mapping);
    CsvColumns columns = CsvColumns.of(header, layer, mapping);
    columns.requireSomething(source.name());
    CsvProfile profile = CsvProfile.of(text, columns, mapping);
    return new CsvFeatureReader(text, columns, profile, layer, mapping);
  }

  private static TableHeader header(TableText text, Mapping mapping)
      throws IOException, BadInputException {
    try (TableReader rows = text.open()) {
      Optional<TableRow> first = rows.next();
      if (first.isEmpty()) {
        throw new BadInputException(
            Fault.of(null, "the file is empty", "Give a header and at least one row")
                .at(text.source().name(), 1));
      }
      List<String> cells = first.get().cells();
      return mapping.header() ? TableHeader.of(cells) : TableHeader.numbered(cells.size());
    }
  }

  @Override
  public FeatureWriter write(OutputStream out, Layer layer, FileHead head) throws IOException {
    return new CsvFeatureWriter(out, layer, head);
  }
}
