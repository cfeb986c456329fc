package org.vigie.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.vigie.server.command.CannotRunException;
import org.vigie.server.http.HttpOptions;

/** Looks at the port before the work of starting is done. */
final class Ports {

  private Ports() {}

  /**
   * @throws CannotRunException when another program listens there, or nobody may
   */
  static void checkFree(HttpOptions http) {
    try (ServerSocket socket =
        new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
      socket.setReuseAddress(true);
    } catch (IOException taken) {
      throw new CannotRunException(
          "Port "
              + http.port()
              + " on "
              + http.host()
              + " cannot be used ("
              + taken.getMessage()
              + "): stop what uses it, or choose another --port.");
    }
  }
}
