package org.vigie.server.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What comes over the line to a page, as the browser counts it: bodies as sent, and headers. */
final class FirstLoad {

  /** Answers, their bytes on the line, and how many of those are headers. */
  record Weight(long answers, long bytes, long headers) {}

  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final Map<String, Long> bytes = new ConcurrentHashMap<>();
  private final Map<String, Long> headers = new ConcurrentHashMap<>();
  private final Map<String, Long> pieces = new ConcurrentHashMap<>();
  private final CDPSession wire;

  private FirstLoad(CDPSession wire) {
    this.wire = wire;
  }

  /** Counts from now on. */
  static FirstLoad of(Page page) {
    FirstLoad load = new FirstLoad(page.context().newCDPSession(page));
    load.wire.on(
        "Network.responseReceived",
        e -> {
          JsonObject response = e.getAsJsonObject("response");
          load.addresses.put(id(e), response.get("url").getAsString());
          load.headers.put(id(e), response.get("encodedDataLength").getAsLong());
        });
    // Of a body that a page reads piece by piece the end is not always told.
    load.wire.on(
        "Network.dataReceived",
        e -> load.pieces.merge(id(e), e.get("encodedDataLength").getAsLong(), Long::sum));
    load.wire.on(
        "Network.loadingFinished",
        e -> load.bytes.put(id(e), e.get("encodedDataLength").getAsLong()));
    load.wire.send("Network.enable");
    return load;
  }

  /** Over a line of so many kilobits a second either way, and milliseconds there and back. */
  FirstLoad over(int kilobits, int milliseconds) {
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", milliseconds);
    line.addProperty("downloadThroughput", kilobits * 125);
    line.addProperty("uploadThroughput", kilobits * 125);
    wire.send("Network.emulateNetworkConditions", line);
    return this;
  }

  Collection<String> addresses() {
    return addresses.values();
  }

  /** The page, its modules, styles, words and outlines: what says nothing of the mission. */
  Weight shell() {
    return weight(FirstLoad::isShell);
  }

  Weight data() {
    return weight(address -> !isShell(address));
  }

  /** Tiles of events and of shapes, one by one or many in one answer. */
  Weight tiles() {
    return weight(FirstLoad::isTile);
  }

  private Weight weight(Predicate<String> counted) {
    long answers = 0;
    long all = 0;
    long ofHeaders = 0;
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      String id = each.getKey();
      if (counted.test(each.getValue()) && (bytes.containsKey(id) || pieces.containsKey(id))) {
        answers++;
        all += bytes.getOrDefault(id, headers.get(id) + pieces.getOrDefault(id, 0L));
        ofHeaders += headers.get(id);
      }
    }
    return new Weight(answers, all, ofHeaders);
  }

  private static boolean isTile(String address) {
    return address.matches("^[a-z]+://[^/]+/(api/events/|collections/[^/]+/tiles/).*");
  }

  private static boolean isShell(String address) {
    String path = address.replaceFirst("^[a-z]+://[^/]+", "");
    return path.equals("/") || path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }
}
