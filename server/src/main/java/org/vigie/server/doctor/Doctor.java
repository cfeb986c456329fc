package org.vigie.server.doctor;

import java.util.List;
import java.util.function.Function;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseReport;
import org.vigie.server.config.DataSettings;

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

  /** Takes about a second when the private database is not running, since it is started. */
  public List<Finding> examine(DataSettings data) {
    return checks.stream().flatMap(check -> check.look(data).stream()).toList();
  }

  /** One thing to look at. Never throws: what goes wrong is a finding. */
  interface Check {
    List<Finding> look(DataSettings data);
  }
}
