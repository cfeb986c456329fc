package org.vigie.geodata.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;

/** What a caller reads when a filter is wrong. */
class FilterFaultsTest {

  private static final Layer LAYER = LayerFiles.read().get("incident");

  private static void check(String text) throws BadInputException {
    Queryables.of(LAYER).check(Cql2Text.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "severity >                       | at position 11: found the end of the filter. Allowed"
            + " here: a property",
        "severity = = 3                   | at position 12: found =. Allowed here: a property",
        "severity 3                       | at position 10: found 3. Allowed here: =, <>, <",
        "(severity = 3                    | at position 14: found the end of the filter. Allowed"
            + " here: )",
        "severity = 3) OR ref = 'a'       | at position 13: found ). Allowed here: =, <>",
        "severity                         | at position 1: severity is a value, not a condition",
        "ref = 'open                      | at position 7: the text that begins here has no closing"
            + " quote",
        "ref = #1                         | at position 7: the character # is not CQL2",
        "ref LIKE                         | at position 9: found the end of the filter",
        "severity BETWEEN 1 OR 3          | at position 20: found OR. Allowed here: AND",
        "ref IN ()                        | at position 9: found ). Allowed here: a property",
        "ref IS 3                         | at position 8: found 3. Allowed here: NULL",
        "valid_from = DATE('2024-02-30')  | at position 14: there is no date 2024-02-30",
        "valid_from = DATE(2024)          | at position 19: found 2024. Allowed here: a text in"
            + " single quotes",
        "valid_from = TIMESTAMP('2024-01-01') | '2024-01-01' is not a timestamp; write it like",
        "valid_from = DATE('0000-01-01')  | the calendar of a filter runs from the year 1 to 9999",
        "severity = 1e400                 | at position 12: the number 1e400 is out of range",
        "S_INTERSECTS(geom, POINT(1))     | at position 20: a position has two or three numbers",
        "S_INTERSECTS(geom, LINESTRING(1 2)) | at position 20: a line needs at least two positions",
        "S_INTERSECTS(geom)               | at position 1: S_INTERSECTS has 1 arguments. Give it"
            + " exactly two",
        "severity = 3 AND NOT             | at position 21: found the end of the filter",
        "(severity = 3) = 4               | at position 1: found a condition where a value is"
            + " needed",
      })
  void aTextThatCannotBeReadSaysWhereAndWhatIsAllowed(String filter, String message) {
    assertThatThrownBy(() -> check(filter))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Severity = 3                     | layer incident has no property Severity. Use one of:"
            + " id, geom, valid_from",
        "casualties IS NULL               | casualties is a table, which a filter cannot ask for",
        "severity = 'high'                | severity is a number but 'high' is text. Compare values"
            + " of the same type, for example 12.5",
        "ref = 3                          | ref is text but 3 is a number",
        "severity IN (1, 'two')           | severity is a number but 'two' is text",
        "severity BETWEEN 1 AND DATE('2024-01-01') | severity is a number but 2024-01-01 is a date",
        "severity LIKE '3%'               | severity is a number, not text",
        "ref LIKE place_name              | place_name is not a pattern",
        "ref LIKE 'a\\'                   | no closing quote",
        "geom = POINT(1 2)                | geom is a geometry and has no order. Use S_EQUALS",
        "flags = 'a'                      | flags is a list of texts and has no order. Use"
            + " A_EQUALS",
        "S_INTERSECTS(geom, ref)          | ref is text, not a geometry",
        "S_INTERSECTS(geom, POINT(200 2)) | the position 200.0 2.0 is not on the globe",
        "S_INTERSECTS(geom, BBOX(0, 40, 10, 91)) | BBOX: latitudes must lie between -90 and 90",
        "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | the Polygon is not valid:"
            + " Self-intersection",
        "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))) | S_TOUCHES is not"
            + " defined for a geometry collection",
        "T_DURING(valid_from, INTERVAL('2024-01-01', '..')) | T_DURING compares intervals, but"
            + " valid_from is an instant",
        "T_AFTER(severity, DATE('2024-01-01')) | severity is a number, not a time",
        "T_AFTER(valid_from, INTERVAL('2024-02-01', '2024-01-01')) | the interval ends (2024-01-01)"
            + " before it starts (2024-02-01)",
        "A_CONTAINS(flags, (1, 2))        | flags is a list of texts and the list is a list of"
            + " numbers",
        "A_CONTAINS(ref, ('a'))           | ref is text and the list is a list of texts",
        "A_CONTAINS(flags, ('a', 2))      | the list holds 2, which is a number",
        "Buffer(geom, 3) IS NULL          | there is no function Buffer. Use one of: casei,"
            + " accenti, length",
        "casei(severity) = 'a'            | casei takes text, but severity is a number",
        "casei() = 'a'                    | casei has 0 arguments. Give it 1",
        "casei(ref)                       | casei(…) is text, not a boolean",
        "severity + ref > 3               | ref is text, not a number. Compute with numbers only",
      })
  void aFilterThatMakesNoSenseForTheLayerSaysWhy(String filter, String message) {
    assertThatThrownBy(() -> check(filter))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1                               | the filter is not JSON",
        "3                                | found 3. Allowed here: an object with \"op\"",
        "{\"op\":\"=\"}                   | the member \"args\" is missing",
        "{\"op\":\"=\",\"args\":[1]}      | at args: there are 1 values. Give exactly 2",
        "{\"op\":\"=\",\"args\":[null,1]} | at args[0]: found null. Allowed here: a text, a number",
        "{\"op\":\"and\",\"args\":[true]} | at args: there is nothing to join",
        "{\"op\":\"and\",\"args\":[true,{\"op\":\"=\",\"args\":[{\"property\":3},1]}]} | at"
            + " args[1].args[0].property: found 3. Allowed here: the name of a property",
        "{\"op\":\"=\",\"args\":[1,2],\"x\":1} | the member \"x\" has no meaning here. Allowed"
            + " here: args, op",
        "{\"op\":\"=\",\"args\":[1,{\"date\":\"1.1.2024\"}]} | at args[1]: '1.1.2024' is not a"
            + " date",
        "{\"op\":\"=\",\"op\":\"<\",\"args\":[1,2]} | Duplicate field 'op'",
        "{\"op\":\"not a name\",\"args\":[]} | there is no operator or function not a name",
      })
  void aJsonThatCannotBeReadSaysWhereAndWhatIsAllowed(String filter, String message) {
    assertThatThrownBy(() -> Cql2Json.parse(filter))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTextWithABackslashBeforeAQuoteIsForJsonOnly() throws BadInputException {
    Filter filter =
        new Filter.In(
            new Expression.Property("ref"), List.of(new Expression.TextLiteral("ends with \\")));
    assertThatThrownBy(() -> Cql2Text.print(filter)).hasMessageContaining("Use CQL2 JSON");
    assertThat(Cql2Json.parse(Cql2Json.print(filter).toString())).isEqualTo(filter);
  }
}
