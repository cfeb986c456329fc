package org.vigie.server.kill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.server.testing.Sql;

/** What the database holds after a kill, beside what the clients were told. */
final class Survivors {

  /** Each counts rows that lack a part of themselves. */
  private static final Map<String, String> HALVES =
      Map.of(
          "features without their change",
          "select count(*) from vigie.feature f where f.layer = 'incident' and not exists"
              + " (select from vigie.change c where c.id = f.id and c.version = f.version)",
          "changes without their feature",
          "select count(*) from vigie.change c where c.layer = 'incident' and not exists"
              + " (select from vigie.feature f where f.id = c.id)",
          "changes without their revision",
          "select count(*) from vigie.change c where c.layer = 'incident' and not exists"
              + " (select from vigie.revision r where r.transaction = c.transaction)",
          "revisions without their audit entry",
          "select count(*) from vigie.revision r where not exists"
              + " (select from vigie.audit a where a.revision = r.number)",
          "revisions without their digest",
          "select count(*) from vigie.revision r where not exists"
              + " (select from vigie.change_digest d where d.transaction = r.transaction)",
          "submissions without their answer",
          "select count(*) from vigie.submission where status is null",
          "submissions without their feature",
          "select count(*) from vigie.submission s where not exists (select from vigie.feature f"
              + " where f.id::text = right(s.location, 36))");

  private final DatabaseAddress address;

  Survivors(DatabaseAddress address) {
    this.address = address;
  }

  /** Acknowledged features that are not there. */
  List<String> lost(Map<UUID, String> acknowledged) throws SQLException {
    Set<String> stored =
        new HashSet<>(
            Sql.listAsOwner(
                address, "select id::text from vigie.feature where layer = 'incident'"));
    return acknowledged.values().stream().filter(id -> !stored.contains(id)).toList();
  }

  List<String> halfWritten() throws SQLException {
    return counted(HALVES);
  }

  /** The same for features that came without keys. */
  List<String> halfImported() throws SQLException {
    Map<String, String> ofFeatures = new TreeMap<>(HALVES);
    ofFeatures.keySet().removeIf(name -> name.startsWith("submissions"));
    return counted(ofFeatures);
  }

  private List<String> counted(Map<String, String> queries) throws SQLException {
    List<String> halves = new ArrayList<>();
    for (var each : queries.entrySet()) {
      String count = Sql.asOwner(address, each.getValue());
      if (!count.equals("0")) {
        halves.add(count + " " + each.getKey());
      }
    }
    return halves;
  }

  /** Features less keys: more than one feature for a key, or one without. */
  long surplus() throws SQLException {
    return Long.parseLong(
        Sql.asOwner(
            address,
            "select (select count(*) from vigie.feature where layer = 'incident')"
                + " - (select count(*) from vigie.submission)"));
  }
}
