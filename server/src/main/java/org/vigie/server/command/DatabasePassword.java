package org.vigie.server.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a role's password keeps anybody out of a database that runs elsewhere. */
final class DatabasePassword {

  /** What examples and images come with. */
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "postgres",
          "postgresql",
          "postgis",
          "password",
          "passwd",
          "changeme",
          "change-me",
          "change_me",
          "secret",
          "admin",
          "vigie",
          "docker",
          "example",
          "test",
          "1234",
          "12345",
          "123456");

  /** Parameters of the address by which one logs in without a password. */
  private static final List<String> OTHER_WAYS = List.of("passfile", "sslkey");

  private DatabasePassword() {}

  /**
   * What is wrong with it, and how to mend it.
   *
   * @param url of JDBC, which may hold user and password as well
   * @param user empty when the address says it
   * @param variable of the environment that should hold the password
   */
  static Optional<String> fault(String url, String user, String password, String variable) {
    Map<String, String> address = parameters(url);
    String role = user.isEmpty() ? address.getOrDefault("user", "") : user;
    String word = password.isEmpty() ? address.getOrDefault("password", "") : password;
    if (word.isEmpty()) {
      return OTHER_WAYS.stream().anyMatch(address::containsKey)
          ? Optional.empty()
          : Optional.of(
              "The database would be entered without a password: give the role one (\\password in"
                  + " psql) and set "
                  + variable
                  + " to it, or name passfile or sslkey in the address.");
    }
    String folded = word.toLowerCase(Locale.ROOT);
    return WELL_KNOWN.contains(folded) || folded.equals(role.toLowerCase(Locale.ROOT))
        ? Optional.of(
            "The password of the database is one that everybody tries first: give the role another"
                + " one (\\password in psql) and set "
                + variable
                + " to it.")
        : Optional.empty();
  }

  /** As the driver reads them behind the question mark. */
  private static Map<String, String> parameters(String url) {
    Map<String, String> parameters = new HashMap<>();
    int mark = url.indexOf('?');
    if (mark >= 0) {
      for (String pair : url.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return text;
    }
  }
}
