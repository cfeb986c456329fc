package org.vigie.geodata.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.table.FormulaGuard;
import org.vigie.geodata.format.table.QuoteText;
import org.vigie.geodata.format.table.RefusedColumns;
import org.vigie.geodata.model.Fault;

/**
 * Writes refused rows as a comma-separated UTF-8 table: the columns as they stood, then the line,
 * the reason and the remedy. Mended, it can be imported again as it is. Cells that a spreadsheet
 * would run are made inert.
 */
public final class RefusedFile implements RowListener, AutoCloseable {

  private final Opening opening;
  private List<String> header = List.of();
  private @Nullable CsvWriter out;

  /** Opens the file, once there is something to write. */
  @FunctionalInterface
  public interface Opening {
    OutputStream open() throws IOException;
  }

  /**
   * @param opening called at the first refused row; the stream is closed with this
   */
  public RefusedFile(Opening opening) {
    this.opening = opening;
  }

  /** Whether any row was refused, so that there is a file. */
  public boolean exists() {
    return out != null;
  }

  @Override
  public void opened(FeatureReader reader) {
    List<String> names = new ArrayList<>();
    reader.header().forEach(n -> names.add(FormulaGuard.protect(n)));
    names.addAll(RefusedColumns.NAMES);
    header = names;
  }

  @Override
  public void refused(ReadRow row, List<Fault> faults) throws IOException {
    List<String> cells = new ArrayList<>();
    row.cells().forEach(c -> cells.add(FormulaGuard.protect(c)));
    cells.add(Long.toString(row.line()));
    cells.add(
        FormulaGuard.protect(
            faults.stream()
                .map(f -> (f.field() == null ? "" : f.field() + ": ") + f.what())
                .collect(Collectors.joining("; "))));
    cells.add(
        FormulaGuard.protect(
            faults.stream().map(Fault::fix).distinct().collect(Collectors.joining("; "))));
    writer().writeRecord(cells);
  }

  private CsvWriter writer() throws IOException {
    CsvWriter writer = out;
    if (writer == null) {
      writer =
          CsvWriter.builder()
              .quoteStrategy(QuoteText.INSTANCE)
              .build(opening.open(), StandardCharsets.UTF_8);
      writer.writeRecord(header);
      out = writer;
    }
    return writer;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
