package org.vigie.geodata.store.postgis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.SavedView;
import org.vigie.geodata.store.SavedViews;

/** Saved views of one caller in {@code vigie.saved_view}, under its policies. */
final class PostgisSavedViews implements SavedViews {

  private final Database database;
  private final Access access;

  PostgisSavedViews(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public List<SavedView> list() {
    return database.read(access, this::list);
  }

  @Override
  public Optional<SavedView> find(UUID id) {
    return list().stream().filter(view -> view.id().equals(id)).findFirst();
  }

  @Override
  public Optional<SavedView> add(SavedView.Content content, int most) {
    UUID id = UUID.randomUUID();
    return database.write(
        access,
        connection -> {
          lock(connection);
          makeWay(connection, content);
          Sql insert =
              Sql.of(
                  Statements.file("saved-view-insert"),
                  id,
                  owner(),
                  content.name(),
                  content.note(),
                  content.address(),
                  content.shared(),
                  content.starts(),
                  content.classification().name(),
                  codes(content),
                  most);
          return PostgisJobQueue.update(connection, insert) == 0
              ? Optional.empty()
              : own(connection, id);
        });
  }

  @Override
  public Optional<SavedView> change(UUID id, SavedView.Content content, OptionalInt place) {
    return database.write(
        access,
        connection -> {
          lock(connection);
          if (own(connection, id).isEmpty()) {
            return Optional.empty();
          }
          makeWay(connection, content);
          PostgisJobQueue.update(
              connection,
              Sql.of(
                  Statements.file("saved-view-change"),
                  content.name(),
                  content.note(),
                  content.address(),
                  content.shared(),
                  content.starts(),
                  content.classification().name(),
                  codes(content),
                  id));
          if (place.isPresent()) {
            move(connection, id, place.getAsInt());
          }
          return own(connection, id);
        });
  }

  @Override
  public boolean remove(UUID id) {
    return database.write(
        access,
        connection ->
            PostgisJobQueue.update(connection, Sql.of(Statements.file("saved-view-delete"), id))
                > 0);
  }

  @Override
  public boolean withdraw(UUID id) {
    boolean seen = find(id).filter(view -> view.content().shared()).isPresent();
    if (seen) {
      // The policies let its owner alone change it; the audit tells who did.
      database.write(
          Access.everything(access.author()),
          connection ->
              PostgisJobQueue.update(
                  connection, Sql.of(Statements.file("saved-view-withdraw"), id)));
    }
    return seen;
  }

  /** One view at most opens the map of a person. */
  private void makeWay(Connection connection, SavedView.Content content) throws SQLException {
    if (content.starts()) {
      PostgisJobQueue.update(connection, Sql.of(Statements.file("saved-view-start-none"), owner()));
    }
  }

  private void move(Connection connection, UUID id, int place) throws SQLException {
    List<UUID> order = new ArrayList<>();
    for (SavedView view : list(connection)) {
      if (view.owner().equals(owner()) && !view.id().equals(id)) {
        order.add(view.id());
      }
    }
    order.add(Math.min(place, order.size()), id);
    for (int i = 0; i < order.size(); i++) {
      PostgisJobQueue.update(
          connection, Sql.of(Statements.file("saved-view-place"), i, order.get(i), i));
    }
  }

  private void lock(Connection connection) throws SQLException {
    Sql sql = Sql.of(Statements.file("saved-view-lock"), owner());
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.execute();
    }
  }

  private Optional<SavedView> own(Connection connection, UUID id) throws SQLException {
    return list(connection).stream()
        .filter(view -> view.id().equals(id) && view.owner().equals(owner()))
        .findFirst();
  }

  private List<SavedView> list(Connection connection) throws SQLException {
    Sql sql = Sql.of(Statements.file("saved-views"), owner(), owner());
    List<SavedView> views = new ArrayList<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        views.add(view(rows));
      }
    }
    return views;
  }

  private static SavedView view(ResultSet row) throws SQLException {
    return new SavedView(
        row.getObject(1, UUID.class),
        row.getString(2),
        new SavedView.Content(
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getBoolean(6),
            row.getBoolean(7),
            Classification.valueOf(row.getString(9)),
            compartments(row.getArray(10))),
        row.getInt(8),
        FeatureRow.time(row, 11),
        FeatureRow.time(row, 12));
  }

  private static Set<String> compartments(Array codes) throws SQLException {
    return Set.of((String[]) codes.getArray());
  }

  private static String[] codes(SavedView.Content content) {
    return new TreeSet<>(content.compartments()).toArray(String[]::new);
  }

  private String owner() {
    return access.author().name();
  }
}
