package org.vigie.server.doctor;

import java.util.List;
import org.vigie.geodata.store.cluster.PostgresBinaries;
import org.vigie.server.config.DataSettings;

/** Whether a private database could be run here. */
final class PostgisCheck implements Doctor.Check {

  private static final String SUBJECT = "PostGIS";

  @Override
  public List<Finding> look(DataSettings data) {
    List<PostgresBinaries> found = PostgresBinaries.list();
    if (!found.isEmpty()) {
      return found.stream().map(PostgisCheck::describe).toList();
    }
    return List.of(
        data.database().isPresent()
            ? Finding.note(SUBJECT, "not installed here, and not needed with --database-url")
            : Finding.wrong(SUBJECT, "not installed", PostgresBinaries.HOW_TO_INSTALL));
  }

  private static Finding describe(PostgresBinaries each) {
    return Finding.ok(
        SUBJECT, each.postgis() + " for PostgreSQL " + each.major() + " in " + each.bin());
  }
}
