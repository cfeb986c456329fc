package org.vigie.geodata.format.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What separates the cells of a text table. */
public enum Delimiter {
  COMMA(',', ","),
  SEMICOLON(';', ";"),
  TAB('\t', "tab"),
  BAR('|', "|");

  private final char character;
  private final String label;

  Delimiter(char character, String label) {
    this.character = character;
    this.label = label;
  }

  public char character() {
    return character;
  }

  /** As shown to people. */
  public static String label(char delimiter) {
    for (Delimiter known : values()) {
      if (known.character == delimiter) {
        return known.label;
      }
    }
    return String.valueOf(delimiter);
  }

  /**
   * The delimiter under which most records of the beginning have as many cells as the first, and
   * the first has most cells.
   */
  public static char detect(String head) {
    Delimiter best = COMMA;
    double bestScore = 0;
    for (Delimiter candidate : values()) {
      double score = candidate.score(head);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best.character;
  }

  private double score(String head) {
    List<Integer> widths = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(character)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(head)) {
      for (CsvRecord record : records) {
        if (widths.isEmpty() && TableReader.isComment(record)) {
          continue;
        }
        widths.add(record.getFieldCount());
        if (widths.size() >= 100) {
          break;
        }
      }
    } catch (CsvParseException | IOException cutOff) {
      // The beginning ends in the middle of a record; what came before counts.
    }
    if (widths.size() > 1) {
      widths.remove(widths.size() - 1);
    }
    if (widths.isEmpty() || widths.get(0) < 2) {
      return 0;
    }
    int width = widths.get(0);
    long same = widths.stream().filter(w -> w == width).count();
    return (double) same / widths.size() * 1000 + Math.min(width, 500);
  }
}
