package org.vigie.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that now and then takes a whole answer from it and hangs up on the client
 * instead of passing it on: the request was done, and its sender does not know.
 */
public final class CuttingProxy implements AutoCloseable {

  private static final double CUTS = 0.3;

  private final int target;
  private final Random random;
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger cut = new AtomicInteger();

  public CuttingProxy(int target, long seed) throws IOException {
    this.target = target;
    this.random = new Random(seed);
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** How many answers never reached the client. */
  public int cut() {
    return cut.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      threads.execute(() -> copy(client, server));
      InputStream answers = server.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
        if (isCut()) {
          cut.incrementAndGet();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException gone) {
      // either side hung up: so does the line
    }
  }

  private synchronized boolean isCut() {
    return random.nextDouble() < CUTS;
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // the other direction closes both
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    threads.shutdownNow();
  }
}
