package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a superuser must do in a database before the application may keep the mission's data in it.
 */
public final class DatabaseSetup {

  private DatabaseSetup() {}

  /** Roles, rights and functions with their reasons as comments, for {@code psql}. */
  public static String script() {
    return read("database-roles.sql") + read("database-setup.sql");
  }

  /** What does not depend on roles, one statement each. */
  static List<String> statements() {
    return Arrays.stream(read("database-setup.sql").replaceAll("(?m)^--.*$", "").split(";"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String read(String file) {
    try (InputStream in = DatabaseSetup.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
