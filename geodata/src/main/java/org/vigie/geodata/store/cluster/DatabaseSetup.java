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

  /** The statements with their reasons as comments, for {@code psql}. */
  public static String script() {
    try (InputStream in = DatabaseSetup.class.getResourceAsStream("database-setup.sql")) {
      if (in == null) {
        throw new IllegalStateException("database-setup.sql is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> statements() {
    return Arrays.stream(script().replaceAll("(?m)^--.*$", "").split(";"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
