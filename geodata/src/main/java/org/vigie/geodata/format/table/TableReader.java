package org.vigie.geodata.format.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Records of a text table (RFC 4180 and its dialects), one at a time, blank ones left out. */
public final class TableReader implements AutoCloseable {

  /** How a line before the table begins that says something of the file. */
  public static final String COMMENT = "# ";

  private final String file;
  private final CloseableIterator<CsvRecord> records;
  private long lastLine;
  private boolean givenBack;

  TableReader(String file, Reader text, char delimiter) {
    this.file = file;
    this.records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(Limits.RECORD_CHARACTERS)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(Limits.COLUMNS)
                    .maxFieldSize(Limits.TEXT_CHARACTERS)
                    .maxRecordSize(Limits.RECORD_CHARACTERS)
                    .build(),
                text)
            .iterator();
  }

  /**
   * The next record that is not blank; empty after the last.
   *
   * @throws BadInputException when the rest cannot be split into records
   */
  public Optional<TableRow> next() throws IOException, BadInputException {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (lastLine == 0 && isComment(record)) {
          continue;
        }
        TableRow row = given(record);
        lastLine = row.line();
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException broken) {
      throw new BadInputException(
          Fault.of(
                  null,
                  Message.of(
                      "the table cannot be read on behind this record: {reason}", reason(broken)),
                  "Look for a quotation mark that is never closed, or a record of more than "
                      + (Limits.RECORD_CHARACTERS + " characters or " + Limits.COLUMNS)
                      + " columns")
              .at(file, lastLine + 1));
    } catch (UncheckedIOException | NoSuchElementException failed) {
      throw new IOException(failed);
    }
  }

  static boolean isComment(CsvRecord record) {
    return record.getFieldCount() == 1 && record.getField(0).startsWith(COMMENT);
  }

  /** A file of refused rows that were mended is read as the file they came from. */
  private TableRow given(CsvRecord record) {
    long line = record.getStartingLineNumber();
    List<String> cells = record.getFields();
    if (lastLine == 0) {
      givenBack = RefusedColumns.end(cells);
    }
    return new TableRow(line, givenBack ? RefusedColumns.without(cells) : cells);
  }

  private static String reason(CsvParseException broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    String message = cause.getMessage();
    return message == null ? "it is no table" : message;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
