package org.vigie.geodata.store.postgis;

import java.sql.PreparedStatement;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.AuditTrail;

/** Appends through the one function that may write there, and recomputes what was appended. */
final class PostgisAuditTrail implements AuditTrail {

  private final Database database;

  PostgisAuditTrail(Database database) {
    this.database = database;
  }

  @Override
  public void record(String kind, Author actor, String subject) {
    database.administer(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("select vigie.append_audit(?, ?, ?)")) {
            statement.setString(1, kind);
            statement.setString(2, actor.name());
            statement.setString(3, subject);
            return statement.execute();
          }
        });
  }

  @Override
  public String head() {
    return new AuditVerification(database).head();
  }

  @Override
  public AuditReport verify(String expected) {
    return new AuditVerification(database).verify(expected);
  }

  @Override
  public AuditReport verify(long from, long to, String expected) {
    return new AuditVerification(database).verify(from, to, expected);
  }
}
