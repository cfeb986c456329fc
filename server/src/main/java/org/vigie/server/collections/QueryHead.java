package org.vigie.server.collections;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Parameter;

/**
 * The question that a file answers, for its head and its name: in the words of whoever asked, and
 * in the parameters that give the same file again.
 */
final class QueryHead {

  static final Parameter<String> TITLE =
      Parameter.text(
          "title",
          "What the file holds, in words. With it the query, the moment of the data and the mark"
              + " stand in the head of the file.");

  private static final int LONGEST_TITLE = 2_000;
  private static final String DAY_OR_MOMENT = "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?";

  private QueryHead() {}

  /**
   * @param seen the store as the caller sees it; what is read from it afterwards is no older
   * @return empty when nobody asked for a head
   */
  static Optional<FileHead> of(Context context, String layer, FeatureStore seen, Instant now)
      throws BadInputException {
    Optional<String> title = TITLE.find(context);
    if (title.isEmpty()) {
      return Optional.empty();
    }
    if (title.get().length() > LONGEST_TITLE) {
      throw new BadInputException(
          Fault.of(
              TITLE.name(),
              Message.of("has {count} characters", title.get().length()),
              Message.of("Send at most {longestTitle}", LONGEST_TITLE)));
    }
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("title", title.get());
    entries.put("layer", layer);
    for (Parameter<?> parameter : ItemParameters.selection()) {
      String value = context.queryParam(parameter.name());
      if (value != null && !value.isBlank()) {
        entries.put(parameter.name(), value);
      }
    }
    entries.put("dataAsOf", seen.position().committedAt().toString());
    entries.put("writtenAt", now.toString());
    entries.put("writtenBy", Callers.access(context).author().name());
    return Optional.of(new FileHead(entries));
  }

  /** The same with the mark of the whole file, which is known when its features are. */
  static FileHead marked(FileHead head, Classification mark) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("classification", mark.name());
    entries.putAll(head.entries());
    return new FileHead(entries);
  }

  /** The days or hours of the question, as a part of the file's name; empty where it names none. */
  static String days(FileHead head) {
    String datetime = head.entries().getOrDefault("datetime", "");
    return datetime.matches(DAY_OR_MOMENT + "/" + DAY_OR_MOMENT)
        ? "." + datetime.replace(":", "").replace('/', '_')
        : "";
  }
}
