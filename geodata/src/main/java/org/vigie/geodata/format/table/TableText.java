package org.vigie.geodata.format.table;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.TextEncoding;
import org.vigie.geodata.model.BadInputException;

/** How a file is written as a text table, as declared or as all its bytes show. */
public record TableText(ByteSource source, TextEncoding encoding, char delimiter) {

  public static TableText of(ByteSource source, Mapping mapping)
      throws IOException, BadInputException {
    Optional<Charset> declared = mapping.encoding();
    TextEncoding encoding =
        declared.isPresent()
            ? TextEncoding.declared(declared.get(), source)
            : TextEncoding.of(source);
    char delimiter =
        mapping.delimiter().isPresent()
            ? mapping.delimiter().get()
            : Delimiter.detect(Head.of(source).text());
    return new TableText(source, encoding, delimiter);
  }

  /** Opens the table from its first record; the caller closes it. */
  public TableReader open() throws IOException {
    return new TableReader(source.name(), encoding.open(source), delimiter);
  }

  /** For {@link org.vigie.geodata.format.Recognition}. */
  public Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("delimiter", Delimiter.label(delimiter));
    details.put("encoding", encoding.charset().name() + (encoding.bom() > 0 ? " with BOM" : ""));
    return details;
  }

  /** The cells of the first record of a beginning, under the delimiter that suits it best. */
  public static List<String> firstRecord(Head head) {
    String text = head.text().startsWith("\ufeff") ? head.text().substring(1) : head.text();
    char delimiter = Delimiter.detect(text);
    try (TableReader reader = new TableReader(head.name(), new StringReader(text), delimiter)) {
      return reader.next().map(TableRow::cells).orElse(List.of());
    } catch (IOException | BadInputException noTable) {
      return List.of();
    }
  }
}
