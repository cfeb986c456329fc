package org.vigie.geodata.format.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.table.TableHeader;
import org.vigie.geodata.format.value.ColumnTargets;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The columns of one table and what they fill in one layer.
 *
 * @param columns as many as the header has names, in its order
 */
record CsvColumns(TableHeader header, List<Column> columns, Layer layer) {

  private static final Set<CommonColumn> DATES =
      Set.of(CommonColumn.VALID_FROM, CommonColumn.VALID_TO);
  private static final Set<CommonColumn> NUMBERS =
      Set.of(CommonColumn.LATITUDE, CommonColumn.LONGITUDE, CommonColumn.RADIUS);

  /**
   * @throws BadInputException when the mapping names columns that the header does not have
   */
  static CsvColumns of(TableHeader header, Layer layer, Mapping mapping) throws BadInputException {
    for (String named :
        Stream.concat(mapping.columns().keySet().stream(), mapping.identity().stream()).toList()) {
      if (!header.names().contains(named)) {
        throw new BadInputException(
            Fault.of(
                named,
                "the mapping names a column that the file does not have",
                Message.of("The file has {choices}", String.join(", ", header.names()))));
      }
    }
    return new CsvColumns(header, new ColumnTargets(layer, mapping).of(header.names()), layer);
  }

  /** A table none of whose columns is understood is not imported as empty features. */
  void requireSomething(String file) throws BadInputException {
    if (columns.stream().allMatch(c -> c.target().isEmpty())) {
      throw new BadInputException(
          Fault.of(
                  null,
                  Message.of(
                      "no column fits layer {layer}: {choices}",
                      layer.name(),
                      header.names().stream().limit(20).collect(Collectors.joining(", "))),
                  "Give a mapping file that says which column fills which property")
              .at(file, 1));
    }
  }

  boolean holdsDates(int column) {
    return isCommon(column, DATES)
        || property(column)
            .filter(p -> p.type() == PropertyType.DATE || p.type() == PropertyType.TIMESTAMP)
            .isPresent();
  }

  boolean holdsDegrees(int column) {
    return isCommon(column, Set.of(CommonColumn.LATITUDE, CommonColumn.LONGITUDE));
  }

  boolean holdsNumbers(int column) {
    return isCommon(column, NUMBERS)
        || property(column)
            .filter(p -> p.type() == PropertyType.NUMBER || p.type() == PropertyType.INTEGER)
            .isPresent();
  }

  private boolean isCommon(int column, Set<CommonColumn> wanted) {
    return columns
        .get(column)
        .target()
        .flatMap(CommonColumn::find)
        .filter(wanted::contains)
        .isPresent();
  }

  private Optional<Property> property(int column) {
    return columns.get(column).target().flatMap(layer::findProperty);
  }
}
