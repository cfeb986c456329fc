package org.vigie.geodata.store.postgis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Versions of the database and its driver that are known to guard rows and values badly. */
final class SafeVersions {

  /** Oldest major version with views that read with the rights of the reader. */
  static final int OLDEST_MAJOR = 15;

  /**
   * First minor release of each major that does not show hidden rows through statistics of the
   * planner (CVE-2025-8713) or cached plans (CVE-2024-10976).
   */
  private static final Map<Integer, Integer> FIRST_SAFE_MINOR = Map.of(15, 14, 16, 10, 17, 6);

  /** First driver without CVE-2026-42198. */
  private static final List<Integer> FIRST_SAFE_DRIVER = List.of(42, 7, 11);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private SafeVersions() {}

  /**
   * What is wrong with a server.
   *
   * @param version as {@code show server_version} gives it, "15.18 (Debian 15.18-0+deb12u1)"
   */
  static Optional<String> ofServer(String version) {
    List<Integer> numbers = numbers(version);
    int major = numbers.get(0);
    int minor = numbers.size() > 1 ? numbers.get(1) : 0;
    if (major < OLDEST_MAJOR) {
      return Optional.of(
          "PostgreSQL " + version + " cannot guard views: use PostgreSQL 15 or newer");
    }
    int least = FIRST_SAFE_MINOR.getOrDefault(major, 0);
    return minor >= least
        ? Optional.empty()
        : Optional.of(
            "PostgreSQL "
                + version
                + " is known to show hidden rows (CVE-2025-8713): update it to "
                + major
                + "."
                + least
                + " or newer");
  }

  /** Whether somebody packaged it, who may mend faults without raising the number. */
  static boolean isPackaged(String version) {
    return version.contains("(") && numbers(version).get(0) >= OLDEST_MAJOR;
  }

  static Optional<String> ofDriver(String version) {
    List<Integer> numbers = numbers(version);
    for (int i = 0; i < FIRST_SAFE_DRIVER.size(); i++) {
      int part = i < numbers.size() ? numbers.get(i) : 0;
      if (part != FIRST_SAFE_DRIVER.get(i)) {
        return part > FIRST_SAFE_DRIVER.get(i)
            ? Optional.empty()
            : Optional.of(
                "the PostgreSQL driver "
                    + version
                    + " has a known fault (CVE-2026-42198): use 42.7.11 or newer");
      }
    }
    return Optional.empty();
  }

  private static List<Integer> numbers(String version) {
    return NUMBER.matcher(version).results().map(MatchResult::group).map(Integer::valueOf).toList();
  }
}
