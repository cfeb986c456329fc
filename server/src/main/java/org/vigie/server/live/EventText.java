package org.vigie.server.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.Difference.Entry;
import org.vigie.geodata.store.Difference.Kind;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Json;

/** Events as they stand on the stream (WHATWG HTML, server-sent events). */
final class EventText {

  /** Says nothing; shows that the connection lives. */
  static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private static final int RETRY_MILLISECONDS = 1_000;

  private EventText() {}

  /** How long a client waits before it connects anew; the first thing on every stream. */
  static byte[] opening() {
    return ("retry: " + RETRY_MILLISECONDS + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing is different: what the listener has is as of now. */
  static byte[] position(String id, LogPosition asOf) {
    return event(id, "position", Map.of("dataAsOf", asOf));
  }

  /** The listener cannot go on from where it was and must ask for everything. */
  static byte[] reset(String id, LogPosition asOf) {
    return event(id, "reset", Map.of("dataAsOf", asOf));
  }

  /** Until the next position or changes, what the listener has may be behind. */
  static byte[] stale(Instant since) {
    return event("", "stale", Map.of("since", since));
  }

  /** The listener may not listen any more, or not as before. */
  static byte[] end() {
    return event("", "end", Map.of());
  }

  static byte[] changes(String id, Difference difference) {
    Map<String, List<Entry>> byLayer =
        difference.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.feature().layer(), TreeMap::new, Collectors.toList()));
    List<Object> layers = new ArrayList<>();
    byLayer.forEach((layer, entries) -> layers.add(told(layer, entries)));
    difference.crowded().stream().sorted().forEach(layer -> layers.add(new Crowded(layer, true)));
    return event(id, "changes", new Document(difference.position(), layers));
  }

  private static Told told(String layer, List<Entry> entries) {
    return new Told(
        layer,
        versions(entries, Kind.ADDED),
        versions(entries, Kind.CHANGED),
        entries.stream().filter(entry -> entry.kind() == Kind.REMOVED).map(EventText::id).toList(),
        TouchedTiles.of(entries));
  }

  private static List<Version> versions(List<Entry> entries, Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .map(entry -> new Version(id(entry), entry.version()))
        .toList();
  }

  private static String id(Entry entry) {
    return entry.feature().id().toString();
  }

  private static byte[] event(String id, String name, Object data) {
    String text =
        (id.isEmpty() ? "" : "id: " + id + "\n")
            + "event: "
            + name
            + "\ndata: "
            + new String(Json.bytes(data), StandardCharsets.UTF_8)
            + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Document(LogPosition dataAsOf, List<Object> layers) {}

  private record Told(
      String layer,
      List<Version> added,
      List<Version> changed,
      List<String> removed,
      TouchedTiles tiles) {}

  private record Crowded(String layer, boolean all) {}

  private record Version(String id, long version) {}
}
