package org.vigie.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line to a server that can be pulled out: nothing comes through any more in either direction,
 * and nobody is told. Plugged in again, what was open is dead and what is opened anew works.
 */
public final class Cable implements AutoCloseable {

  private final int target;
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean pulled;

  public Cable(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** With a trailing slash. */
  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/";
  }

  public void pull() {
    pulled = true;
  }

  public void plugIn() {
    open.forEach(Cable::hangUp);
    open.clear();
    pulled = false;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        threads.execute(() -> copy(client, server));
        threads.execute(() -> copy(server, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!pulled) {
          out.write(buffer, 0, n);
          out.flush();
        }
      }
    } catch (IOException gone) {
      // the other end hung up
    }
    if (!pulled) {
      hangUp(from);
      hangUp(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    hangUp(listening);
    open.forEach(Cable::hangUp);
    threads.shutdownNow();
  }

  private static void hangUp(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
