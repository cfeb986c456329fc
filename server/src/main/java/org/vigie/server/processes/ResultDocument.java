package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;

/**
 * The result of an analysis ({@link ResultJson}) in every form in which it is handed out. The JSON
 * is the result; each other form is made of it alone, so that one that was kept gives the same
 * bytes as one that was just computed.
 */
public final class ResultDocument {

  /** The whole, or one table or grid of it. */
  public static final String JSON = "json";

  /** Findings, or one table. */
  public static final String CSV = "csv";

  /** Method note in Markdown. */
  public static final String NOTE = "md";

  /** A grid as a picture, a pixel for a cell. */
  public static final String PNG = "png";

  public static final List<String> FORMATS = List.of(JSON, CSV, NOTE, PNG);

  private static final String MARKDOWN = "text/markdown";
  private static final String PICTURE = "image/png";

  private final JsonNode document;

  ResultDocument(JsonNode document) {
    this.document = document;
  }

  /**
   * The result as a file.
   *
   * @param format one of {@link #FORMATS}
   * @param part name of a table or grid; empty for the findings, and for the first grid
   * @throws BadInputException when there is no such part, or it has no such form
   */
  public ResultFile file(String format, Optional<String> part) throws BadInputException {
    return switch (format) {
      case CSV -> csv(part);
      case NOTE ->
          file("md", MARKDOWN, new MethodNote(document).text().getBytes(StandardCharsets.UTF_8));
      case PNG -> png(part);
      default -> json(part);
    };
  }

  private ResultFile json(Optional<String> part) throws BadInputException {
    if (part.isEmpty()) {
      return file("geojson", MediaTypes.GEOJSON, Json.bytes(document));
    }
    JsonNode table = find("tables", part.get()).orElse(null);
    ObjectNode marked = head();
    if (table != null) {
      marked.set("table", table);
    } else {
      JsonNode grid = find("grids", part.get()).orElseThrow(() -> noPart(part.get()));
      marked.set("steps", new GridSteps(grid).described());
      marked.set("grid", grid);
    }
    return file(part.get() + ".json", MediaTypes.JSON, Json.bytes(marked));
  }

  private ResultFile csv(Optional<String> part) throws BadInputException {
    if (part.isEmpty()) {
      return file("csv", MediaTypes.CSV, new ResultTable(document).findings());
    }
    JsonNode table = find("tables", part.get()).orElseThrow(() -> noPart(part.get()));
    return file(part.get() + ".csv", MediaTypes.CSV, new ResultTable(document).table(table));
  }

  private ResultFile png(Optional<String> part) throws BadInputException {
    Optional<JsonNode> grid =
        part.isPresent()
            ? find("grids", part.get())
            : Optional.ofNullable(document.path("grids").get(0));
    JsonNode found = grid.orElseThrow(() -> noPart(part.orElse("")));
    String text = mark() + ". " + new MethodNote(document).origin();
    return file(
        found.path("name").asText() + ".png",
        PICTURE,
        new GridPicture(found, new GridSteps(found)).png(text));
  }

  /** What travels with every part. */
  private ObjectNode head() {
    ObjectNode head = Json.MAPPER.createObjectNode();
    head.set("classification", document.path("classification"));
    if (document.has("exercise")) {
      head.set("exercise", document.path("exercise"));
    }
    head.set("diagnostics", document.path("diagnostics"));
    return head;
  }

  /** Classification in words, and that it is an exercise where it is one. */
  private String mark() {
    return MethodNote.mark(document);
  }

  private Optional<JsonNode> find(String among, String name) {
    for (JsonNode each : document.path(among)) {
      if (each.path("name").asText().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private BadInputException noPart(String name) {
    List<String> names = new ArrayList<>();
    for (String among : List.of("tables", "grids")) {
      document.path(among).forEach(each -> names.add(each.path("name").asText()));
    }
    return new BadInputException(
        Fault.of(
            "part",
            name.isEmpty()
                ? Message.of("the result has no grid")
                : Message.of("there is no such part '{name}'", name),
            names.isEmpty()
                ? Message.of("This result has neither tables nor grids: ask for json, csv or md")
                : Message.of(
                    "Tables and grids of this result: {choices}", String.join(", ", names))));
  }

  private ResultFile file(String ending, String mediaType, byte[] content) {
    String process = document.path("diagnostics").path("process").asText();
    String exercise = document.has("exercise") ? "EXERCISE." : "";
    String name =
        process + "." + exercise + document.path("classification").asText() + "." + ending;
    return new ResultFile(name, mediaType, content);
  }
}
