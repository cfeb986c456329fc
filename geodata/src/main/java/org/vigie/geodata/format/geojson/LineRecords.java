package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Newline-delimited GeoJSON: a feature a line, so that a broken line spoils no other. */
final class LineRecords implements GeoJsonRecords {

  private static final char RECORD_SEPARATOR = 0x1E;

  private final Reader text;
  private long line;

  LineRecords(Reader text) {
    this.text = text;
  }

  @Override
  public Optional<Item> next() throws IOException {
    StringBuilder content = new StringBuilder();
    while (true) {
      content.setLength(0);
      boolean whole = readLine(content);
      if (line == -1) {
        return Optional.empty();
      }
      if (!whole) {
        return Optional.of(tooLong());
      }
      String record = content.toString().strip();
      if (!record.isEmpty()) {
        return Optional.of(parse(record));
      }
    }
  }

  private Item parse(String record) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(record)) {
      parser.nextToken();
      JsonNode node = BoundedTree.read(parser).orElse(null);
      if (node == null) {
        return tooLong();
      }
      if (parser.nextToken() != null) {
        return Item.refused(
            line, record, Fault.of(null, "there is more than one value", "Break the line"));
      }
      return Item.of(line, node);
    } catch (JsonProcessingException bad) {
      return Item.refused(line, record, Json.fault(bad));
    }
  }

  private Item tooLong() {
    return Item.refused(
        line,
        "",
        Fault.of(
            null,
            Message.of(
                "the feature has more than {recordCharacters} characters or {featureTokens} values",
                Limits.RECORD_CHARACTERS,
                Limits.FEATURE_TOKENS),
            "Simplify or divide it"));
  }

  /** False when the line was too long to keep; sets line to -1 at the end. */
  private boolean readLine(StringBuilder into) throws IOException {
    boolean whole = true;
    boolean any = false;
    line++;
    for (int c = text.read(); c >= 0; c = text.read()) {
      any = true;
      if (c == '\n') {
        return whole;
      }
      if (into.length() >= Limits.RECORD_CHARACTERS) {
        whole = false;
      } else if (c != RECORD_SEPARATOR) {
        into.append((char) c);
      }
    }
    if (!any) {
      line = -1;
    }
    return whole;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
