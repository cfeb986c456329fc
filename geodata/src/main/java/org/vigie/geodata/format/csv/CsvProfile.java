package org.vigie.geodata.format.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.format.DateOrder;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.table.FormulaGuard;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.table.TableRow;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.format.value.DateEvidence;
import org.vigie.geodata.format.value.DateText;
import org.vigie.geodata.format.value.NumberText;
import org.vigie.geodata.format.value.Styles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * How numbers and dates of a table are written, judged by all its rows in one pass before the first
 * feature is made. What stays open is refused, since a date read the wrong way round is a wrong
 * date that nobody sees.
 *
 * @param styles one for each column
 * @param details for {@link org.vigie.geodata.format.Recognition}
 */
record CsvProfile(List<Styles> styles, Map<String, String> details) {

  static CsvProfile of(TableText text, CsvColumns columns, Mapping mapping)
      throws IOException, BadInputException {
    DecimalEvidence decimals = new DecimalEvidence();
    List<DateEvidence> dates = new ArrayList<>();
    columns.columns().forEach(c -> dates.add(new DateEvidence()));
    try (TableReader rows = text.open()) {
      if (mapping.header()) {
        rows.next();
      }
      for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        see(row.get(), columns, decimals, dates);
      }
    }
    return conclude(text, columns, mapping, decimals, dates);
  }

  private static void see(
      TableRow row, CsvColumns columns, DecimalEvidence decimals, List<DateEvidence> dates) {
    int width = Math.min(row.cells().size(), columns.columns().size());
    for (int i = 0; i < width; i++) {
      if (columns.holdsDates(i)) {
        dates.get(i).see(FormulaGuard.restore(row.cells().get(i)));
      } else if (columns.holdsNumbers(i)) {
        decimals.see(row.cells().get(i), columns.holdsDegrees(i));
      }
    }
  }

  private static CsvProfile conclude(
      TableText text,
      CsvColumns columns,
      Mapping mapping,
      DecimalEvidence decimals,
      List<DateEvidence> dates)
      throws BadInputException {
    String file = text.source().name();
    if (mapping.decimalComma().isEmpty() && decimals.isOpen()) {
      throw new BadInputException(
          Fault.of(
                  null,
                  Message.of(
                      "numbers such as \"{example}\" leave open whether the comma or the point is"
                          + " the decimal sign",
                      decimals.example()),
                  "Declare it: decimal \",\" or decimal \".\"")
              .at(file, 0));
    }
    NumberText numbers = new NumberText(mapping.decimalComma().orElse(decimals.comma()));
    List<Styles> styles = new ArrayList<>();
    Set<String> orders = new LinkedHashSet<>();
    List<Fault> open = new ArrayList<>();
    for (int i = 0; i < columns.columns().size(); i++) {
      DateEvidence evidence = dates.get(i);
      Optional<DateOrder> order = mapping.dateOrder().or(evidence::order);
      if (mapping.dateOrder().isEmpty() && evidence.isOpen()) {
        open.add(openOrder(columns.columns().get(i).name(), evidence).at(file, 0));
      }
      if (columns.holdsDates(i) && order.isPresent()) {
        orders.add(order.get().code());
      }
      styles.add(new Styles(numbers, new DateText(order, mapping.zone(), evidence.allMidnight())));
    }
    if (!open.isEmpty()) {
      throw new BadInputException(open);
    }
    Map<String, String> details = text.details();
    details.put("decimal", numbers.decimalComma() ? "," : ".");
    details.put("dateOrder", orders.isEmpty() ? "ymd" : String.join(", ", orders));
    details.put("timeZone", mapping.zone().getId());
    return new CsvProfile(styles, details);
  }

  private static Fault openOrder(String column, DateEvidence evidence) {
    return Fault.of(
        column,
        evidence.isContradictory()
            ? Message.of("some dates can only be day-month-year and others only month-day-year")
            : Message.of(
                "dates such as \"{example}\" can be read in two ways, and no date of the column"
                    + " settles which",
                evidence.example()),
        "Declare the date order: dmy or mdy");
  }
}
