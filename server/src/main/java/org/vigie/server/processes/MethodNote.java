package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is told who asks why he should believe a result: the most important caveat first,
 * then what went in, what was left out, what was chosen and why, in Markdown. Classification stands
 * first and last.
 */
final class MethodNote {

  /** What the note says in places of its own. */
  private static final Set<String> TOLD =
      Set.of(
          "n",
          "used",
          "dropped",
          "parameters",
          "reasons",
          "caveats",
          "method",
          "process",
          "version",
          "inputs",
          "dataAsOf");

  /** Longer lists are in the JSON. */
  private static final int MOST_CHARACTERS = 200;

  private final JsonNode document;
  private final JsonNode diagnostics;

  MethodNote(JsonNode document) {
    this.document = document;
    this.diagnostics = document.path("diagnostics");
  }

  /** Classification in words, with that it is an exercise where it is one. */
  static String mark(JsonNode document) {
    String words = document.path("classification").asText().replace('_', ' ');
    return document.has("exercise") ? "EXERCISE — " + words : words;
  }

  /** Where the result is from, in one line. */
  String origin() {
    return origins().entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Where the result is from, by what it is. */
  Map<String, String> origins() {
    Map<String, String> origins = new LinkedHashMap<>();
    if (document.has("exercise")) {
      origins.put("mission", "EXERCISE, nothing of this is real");
    }
    origins.put(
        "process",
        diagnostics.path("process").asText() + " " + diagnostics.path("version").asText());
    origins.put("inputs", diagnostics.path("inputs").toString());
    origins.put("parameters", diagnostics.path("parameters").toString());
    origins.put(
        "data as of",
        diagnostics.at("/dataAsOf/committedAt").asText()
            + " (position "
            + diagnostics.at("/dataAsOf/sequence").asText()
            + ")");
    return origins;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    String mark = "**" + mark(document) + "**\n";
    text.append(mark);
    text.append("\n# ").append(diagnostics.path("process").asText()).append("\n\n");
    text.append(diagnostics.path("method").asText()).append('\n');
    list(text, "Read this first", diagnostics.path("caveats"));
    text.append("\n## What went in\n\n");
    text.append("- selected: ").append(diagnostics.path("n").asText()).append('\n');
    text.append("- used: ").append(diagnostics.path("used").asText()).append('\n');
    for (JsonNode dropped : diagnostics.path("dropped")) {
      line(text, "left out, " + dropped.path("reason").asText(), dropped.path("n").asText());
    }
    text.append("\n## What it ran with\n\n");
    diagnostics
        .path("parameters")
        .properties()
        .forEach(each -> line(text, each.getKey(), value(each.getKey(), each.getValue())));
    text.append("\n## Figures\n\n");
    diagnostics.properties().stream()
        .filter(each -> !TOLD.contains(each.getKey()))
        .filter(each -> each.getValue().toString().length() <= MOST_CHARACTERS)
        .forEach(each -> line(text, each.getKey(), plain(each.getValue())));
    text.append("- findings: ").append(document.path("features").size()).append('\n');
    text.append("\n## Where it is from\n\n");
    origins().forEach((what, is) -> line(text, what, is));
    return text.append('\n').append(mark).toString();
  }

  private String value(String parameter, JsonNode value) {
    String reason = diagnostics.path("reasons").path(parameter).asText();
    return reason.isEmpty() ? plain(value) : plain(value) + ", chosen: " + reason;
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static void list(StringBuilder text, String title, JsonNode sentences) {
    if (!sentences.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n");
      sentences.forEach(each -> text.append("- ").append(each.asText()).append('\n'));
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("- ").append(name).append(": ").append(value).append('\n');
  }
}
