package org.vigie.server.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Sends GET requests over a few kept connections, each the next as soon as the answer is read. One
 * thread a connection; answers are read whole and thrown away.
 */
final class LoadClient {

  private static final int CONNECTIONS = 4;

  /**
   * What came of it.
   *
   * @param perSecond answers a second
   * @param p50 milliseconds, as p95
   * @param bytes mean length of a body as it was sent
   */
  record Pace(double perSecond, double p50, double p95, long bytes) {}

  private final URI server;
  private final List<String> headers;

  /**
   * @param headers whole lines, sent with each request
   */
  LoadClient(URI server, List<String> headers) {
    this.server = server;
    this.headers = headers;
  }

  /** The body of one answer, as it was sent; empty for 204. */
  byte[] get(String path) throws IOException {
    try (Connection connection = new Connection()) {
      return connection.get(path);
    }
  }

  /** Asks one path after the other, none twice, until the time is up or all were asked. */
  Pace run(List<String> paths, double seconds) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<Sample>> running =
          IntStream.range(0, CONNECTIONS)
              .mapToObj(i -> threads.submit(() -> ask(paths, next, end)))
              .toList();
      Sample all = new Sample();
      for (Future<Sample> each : running) {
        all.add(each.get());
      }
      return all.pace((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  private Sample ask(List<String> paths, AtomicInteger next, long end) throws IOException {
    Sample sample = new Sample();
    try (Connection connection = new Connection()) {
      int at = next.getAndIncrement();
      while (at < paths.size() && System.nanoTime() < end) {
        long before = System.nanoTime();
        int length = connection.get(paths.get(at)).length;
        sample.add(System.nanoTime() - before, length);
        at = next.getAndIncrement();
      }
    }
    return sample;
  }

  private static final class Sample {
    private long[] nanos = new long[1_024];
    private int size;
    private long bytes;

    void add(long nano, long length) {
      if (size == nanos.length) {
        nanos = Arrays.copyOf(nanos, size * 2);
      }
      nanos[size++] = nano;
      bytes += length;
    }

    void add(Sample other) {
      for (int i = 0; i < other.size; i++) {
        add(other.nanos[i], 0);
      }
      bytes += other.bytes;
    }

    Pace pace(double seconds) {
      long[] sorted = Arrays.copyOf(nanos, size);
      Arrays.sort(sorted);
      return new Pace(
          size / seconds,
          sorted[size / 2] / 1e6,
          sorted[Math.min(size - 1, size * 95 / 100)] / 1e6,
          bytes / size);
    }
  }

  /** As much of HTTP/1.1 as the servers here speak. */
  private final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection() throws IOException {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(120_000);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
    }

    byte[] get(String path) throws IOException {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + server.getAuthority()
              + "\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      int status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:");
      }
      byte[] body = chunked ? chunks() : in.readNBytes(length);
      if (status != 200 && status != 204) {
        throw new IOException(
            status + " for " + path + ": " + new String(body, StandardCharsets.UTF_8));
      }
      return body;
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int length = Integer.parseInt(line(), 16);
      while (length > 0) {
        body.write(in.readNBytes(length));
        line();
        length = Integer.parseInt(line(), 16);
      }
      line();
      return body.toByteArray();
    }

    private String line() throws IOException {
      StringBuilder text = new StringBuilder();
      int each = in.read();
      while (each != '\n') {
        if (each < 0) {
          throw new EOFException("the server closed the connection");
        }
        if (each != '\r') {
          text.append((char) each);
        }
        each = in.read();
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
