package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.vigie.server.http.PeerAddress;

/** Where a request comes from, for counting failed sign-ins. */
final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * As {@link PeerAddress} tells it; of IPv6 the /64, since a client has all of it to choose from.
   */
  static String of(Context context) {
    return network(PeerAddress.of(context));
  }

  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address.replaceAll("[\\[\\]]|%.*", "")).getAddress();
      return bytes.length == 4
          ? address
          : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
