package org.vigie.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies of the mission, whose word is taken for where a request comes from. Anybody can send
 * {@code X-Forwarded-For}; of what it says only the part that our own proxies wrote is believed,
 * which is read from its end.
 */
public final class TrustedProxies {

  /** Nobody's word: the peer is the client. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final int MAX_HOPS = 20;
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern IPV4_WITH_PORT = Pattern.compile("(" + IPV4.pattern() + "):[0-9]+");

  private final List<Network> networks;

  private record Network(InetAddress address, int bits) {
    boolean contains(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] bytes = other.getAddress();
      if (bytes.length != own.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (own[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * @param written addresses, or networks as {@code 10.1.0.0/24}
   * @throws IllegalArgumentException when one is neither, or a network that holds everybody
   */
  public static TrustedProxies of(Collection<String> written) {
    List<Network> networks = new ArrayList<>();
    for (String each : written) {
      int slash = each.indexOf('/');
      InetAddress address =
          literal(slash < 0 ? each : each.substring(0, slash))
              .orElseThrow(() -> wrong(each, "is no address"));
      int most = address.getAddress().length * 8;
      int bits = slash < 0 ? most : bits(each, each.substring(slash + 1), most);
      networks.add(new Network(address, bits));
    }
    return new TrustedProxies(List.copyOf(networks));
  }

  public boolean isEmpty() {
    return networks.isEmpty();
  }

  /**
   * The address that a request comes from: the last one that none of ours wrote down for itself.
   *
   * @param peer who has the connection
   * @param forwarded the values of every header X-Forwarded-For, in their order
   */
  String client(String peer, List<String> forwarded) {
    Optional<InetAddress> hop = literal(peer);
    if (hop.filter(this::trusts).isEmpty()) {
      return peer;
    }
    String[] named = String.join(",", forwarded).split(",", -1);
    InetAddress client = hop.get();
    for (int i = named.length - 1; i >= Math.max(0, named.length - MAX_HOPS); i--) {
      Optional<InetAddress> before = literal(withoutPort(named[i].strip()));
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
      if (!trusts(client)) {
        break;
      }
    }
    return client.getHostAddress();
  }

  private boolean trusts(InetAddress address) {
    return networks.stream().anyMatch(n -> n.contains(address));
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      return hop.substring(1, Math.max(1, hop.indexOf(']')));
    }
    var matcher = IPV4_WITH_PORT.matcher(hop);
    return matcher.matches() ? matcher.group(1) : hop;
  }

  /** Never asks a name server: what is no literal is nothing. */
  private static Optional<InetAddress> literal(String text) {
    String plain = text.replaceAll("%.*", "");
    if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(plain));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }

  private static int bits(String whole, String text, int most) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > most) {
      throw wrong(whole, "has no length between 1 and " + most);
    }
    if (Integer.parseInt(text) == 0) {
      throw wrong(whole, "is everybody, who could then say to be anybody");
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException wrong(String whole, String what) {
    return new IllegalArgumentException(
        "'" + whole + "' " + what + "; give for example 127.0.0.1 or 10.1.0.0/24");
  }
}
