package org.vigie.server.config;

import java.nio.file.Path;
import java.util.Map;

/** Where data goes when nobody says where. */
public final class DataDirectory {

  /** Name of the directory of a real mission. */
  public static final String MISSION = "mission";

  /** Name of the directory of the exercise. */
  public static final String DEMO = "demo";

  private DataDirectory() {}

  /**
   * {@code /var/lib/vigie} for root, since the database then runs as another user who cannot enter
   * root's home; else the XDG data home.
   *
   * @param name the last part
   */
  public static Path standard(String name, Map<String, String> environment) {
    if (System.getProperty("user.name", "").equals("root")) {
      return Path.of("/var/lib/vigie", name);
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = xdg.startsWith("/") ? Path.of(xdg) : Path.of(home(environment), ".local", "share");
    return base.resolve("vigie").resolve(name);
  }

  /** Java takes the home from the list of users; a shell user expects the variable to count. */
  private static String home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return home.startsWith("/") ? home : System.getProperty("user.home", ".");
  }
}
