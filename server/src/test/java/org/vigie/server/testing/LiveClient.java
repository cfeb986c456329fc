package org.vigie.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to live changes, as a program would: reads lines, keeps whole events. */
public final class LiveClient implements AutoCloseable {

  /**
   * What was said.
   *
   * @param id position to go on from; empty when it had none
   */
  public record Event(String id, String name, JsonNode data) {

    /** Ids of what was added, changed or removed, in any layer. */
    public List<String> features(String kind) {
      List<String> ids = new ArrayList<>();
      for (JsonNode layer : data.path("layers")) {
        layer.path(kind).forEach(each -> ids.add(each.path("id").asText(each.asText())));
      }
      return ids;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile String lastId;
  private volatile int status;

  /** Speaks HTTP/1.0, in which a body is what comes until the end. */
  public LiveClient(URI stream, Map<String, String> headers, String lastId) {
    this.lastId = lastId;
    StringBuilder request = new StringBuilder("GET " + stream.getRawPath() + " HTTP/1.0\r\n");
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Host", stream.getRawAuthority());
    if (!lastId.isEmpty()) {
      all.put("Last-Event-ID", lastId);
    }
    all.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    try {
      socket = new Socket(stream.getHost(), stream.getPort());
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    Thread thread = new Thread(this::read, "listener");
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      if (first != null) {
        status = Integer.parseInt(first.split(" ")[1]);
        read(lines);
      }
    } catch (IOException cut) {
      // an event that is not whole does not count
    } finally {
      over.countDown();
    }
  }

  private void read(BufferedReader lines) throws IOException {
    String id = "";
    String name = "";
    String data = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && !name.isEmpty()) {
        lastId = id.isEmpty() ? lastId : id;
        events.add(new Event(id, name, JSON.readTree(data)));
        id = "";
        name = "";
        data = "";
      }
    }
  }

  /** The next event of whatever kind. */
  public Event next() throws InterruptedException {
    Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing was said; the answer was " + status);
    }
    return event;
  }

  /** The next event; null when the stream has ended and all that was said has been taken. */
  public @Nullable Event nextOrEnd() throws InterruptedException {
    while (true) {
      boolean ended = over.getCount() == 0;
      Event event = events.poll(ended ? 0 : 20, TimeUnit.MILLISECONDS);
      if (event != null || ended) {
        return event;
      }
    }
  }

  /** The next event that is so; those before it are passed over. */
  public Event await(Predicate<Event> wanted) throws InterruptedException {
    for (Event event = next(); ; event = next()) {
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  public Event await(String name) throws InterruptedException {
    return await(event -> event.name().equals(name));
  }

  /** What has been said and not been asked for. */
  public List<Event> rest() {
    List<Event> rest = new ArrayList<>();
    events.drainTo(rest);
    return rest;
  }

  /** Waits until the server or the line has ended the stream. */
  public int awaitEnd() throws InterruptedException {
    if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the stream goes on");
    }
    return status;
  }

  /** Where it has come to. */
  public String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
