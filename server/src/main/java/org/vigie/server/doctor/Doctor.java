package org.vigie.server.doctor;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseReport;
import org.vigie.server.config.DataSettings;
import org.vigie.server.http.HttpOptions;

/** Everything that is looked at, in the order in which one thing stands on the other. */
public final class Doctor {

  private final List<Check> checks;

  /**
   * @param inspection reads what a database is; fails with a sentence when it cannot be reached
   */
  public Doctor(Function<DatabaseAddress, DatabaseReport> inspection) {
    this.checks =
        List.of(
            new JavaCheck(),
            new PostgisCheck(),
            new DirectoryCheck(),
            new LayerFilesCheck(),
            new DatabaseCheck(inspection));
  }

  /**
   * Takes about a second when the private database is not running, since it is started.
   *
   * @param http where a server started with the same options would listen
   * @param insecureWanted whether plain HTTP to other machines was asked for
   */
  public List<Finding> examine(DataSettings data, HttpOptions http, boolean insecureWanted) {
    return Stream.concat(
            checks.stream().flatMap(check -> check.look(data).stream()),
            new HttpCheck(Clock.systemUTC()).look(http, insecureWanted).stream())
        .toList();
  }

  /** One thing to look at. Never throws: what goes wrong is a finding. */
  interface Check {
    List<Finding> look(DataSettings data);
  }
}
