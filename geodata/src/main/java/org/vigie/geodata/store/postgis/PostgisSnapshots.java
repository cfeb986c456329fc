package org.vigie.geodata.store.postgis;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Snapshot;
import org.vigie.geodata.store.Snapshots;

/** Snapshots of one caller in {@code vigie.snapshot}, read and written under its policies. */
final class PostgisSnapshots implements Snapshots {

  /** Without 0, 1, I and O, which are misheard and misread. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 4;
  private static final String BOX = "st_makeenvelope(?, ?, ?, ?, 4326)";

  private final Database database;
  private final Access access;
  private final SecureRandom random = new SecureRandom();

  PostgisSnapshots(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  /**
   * References are drawn, not counted, so that they do not tell how many there are that one may not
   * see.
   */
  @Override
  public Snapshot add(Snapshot.Draft draft) {
    String ref =
        database.write(
            access,
            connection -> {
              String drawn;
              do {
                drawn = draw();
              } while (insert(connection, drawn, draft) == 0);
              return drawn;
            });
    return find(ref).orElseThrow();
  }

  private int insert(Connection connection, String ref, Snapshot.Draft draft) throws SQLException {
    Sql sql =
        Sql.of(
            Statements.file("insert-snapshot").replace("/*box*/", box(draft.window())),
            UUID.randomUUID(),
            ref,
            draft.title(),
            draft.note(),
            draft.view(),
            draft.asOf().sequence(),
            draft.asOf().committedAt(),
            draft.classification().name(),
            draft.compartments().toArray(new String[0]),
            draft.layers().toArray(new String[0]),
            access.author().name());
    if (draft.window().isPresent()) {
      BoundingBox box = draft.window().get();
      sql.add("", box.west(), box.south(), box.east(), box.north());
    }
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      return statement.executeUpdate();
    }
  }

  private static String box(Optional<BoundingBox> window) {
    return window.isPresent() ? BOX : "null";
  }

  private String draw() {
    StringBuilder ref = new StringBuilder("S-");
    for (int i = 0; i < LENGTH; i++) {
      ref.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return ref.toString();
  }

  @Override
  public List<Snapshot> list(int limit) {
    return read(Sql.of(Statements.file("snapshots"), limit));
  }

  @Override
  public Optional<Snapshot> find(String ref) {
    return read(Sql.of(Statements.file("snapshot"), ref)).stream().findFirst();
  }

  @Override
  public void withdraw(Snapshot snapshot) {
    Sql sql = Sql.of(Statements.file("insert-snapshot-end"), snapshot.id(), access.author().name());
    database.write(
        access,
        connection -> {
          try (PreparedStatement statement = Statements.prepare(connection, sql)) {
            return statement.executeUpdate();
          }
        });
  }

  private List<Snapshot> read(Sql sql) {
    return database.read(
        access,
        connection -> {
          List<Snapshot> snapshots = new ArrayList<>();
          try (PreparedStatement statement = Statements.prepare(connection, sql);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              snapshots.add(snapshot(rows));
            }
          }
          return snapshots;
        });
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    String withdrawnBy = row.getString(13);
    return new Snapshot(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        new LogPosition(row.getLong(6), FeatureRow.time(row, 7)),
        Classification.valueOf(row.getString(8)),
        Set.copyOf(texts(row.getArray(9))),
        texts(row.getArray(10)),
        row.getString(11),
        FeatureRow.time(row, 12),
        withdrawnBy == null
            ? Optional.empty()
            : Optional.of(new Snapshot.Withdrawal(withdrawnBy, FeatureRow.time(row, 14))));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
