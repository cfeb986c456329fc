package org.vigie.geodata.store.postgis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.Basemaps;
import org.vigie.geodata.store.Ground;

/** Basemaps as one caller sees them in {@code vigie.basemap}, under its policy. */
final class PostgisBasemaps implements Basemaps {

  private final Database database;
  private final Access access;

  PostgisBasemaps(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public List<Basemap> list() {
    return database.read(
        access,
        connection -> {
          List<Basemap> basemaps = new ArrayList<>();
          try (PreparedStatement statement =
                  Statements.prepare(connection, Sql.of(Statements.file("basemaps")));
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              basemaps.add(basemap(rows));
            }
          }
          return basemaps;
        });
  }

  @Override
  public Optional<Basemap> find(UUID id) {
    return list().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public Basemap add(Basemap.Draft draft) {
    Basemap.State state =
        draft.ground().isPresent() ? Basemap.State.READY : Basemap.State.PREPARING;
    update(
        "insert-basemap",
        draft.id(),
        draft.title(),
        draft.attribution(),
        draft.classification().name(),
        state.name(),
        draft.file(),
        draft.ground().map(GroundJson::write).orElse(""),
        draft.bytes(),
        draft.sha256(),
        access.author().name());
    return find(draft.id()).orElseThrow();
  }

  @Override
  public Optional<Basemap> change(
      UUID id, String title, String attribution, int order, boolean shown) {
    update("change-basemap", title, attribution, order, shown, id);
    return find(id);
  }

  @Override
  public boolean remove(UUID id) {
    return update("delete-basemap", id);
  }

  @Override
  public void prepare(UUID id, double progress) {
    update("basemap-progress", progress, id);
  }

  @Override
  public boolean finish(UUID id, String file, Ground ground, long bytes, String sha256) {
    return update("basemap-ready", file, GroundJson.write(ground), bytes, sha256, id);
  }

  @Override
  public void refuse(UUID id, Fault why) {
    update("basemap-refused", GroundJson.write(why), id);
  }

  private boolean update(String file, Object... values) {
    Sql sql = Sql.of(Statements.file(file), values);
    return database.write(access, connection -> PostgisJobQueue.update(connection, sql) > 0);
  }

  private static Basemap basemap(ResultSet row) throws SQLException {
    return new Basemap(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Classification.valueOf(row.getString(4)),
        row.getInt(5),
        row.getBoolean(6),
        Basemap.State.valueOf(row.getString(7)),
        row.getDouble(8),
        GroundJson.fault(row.getString(9)),
        row.getString(10),
        GroundJson.ground(row.getString(11)),
        row.getLong(12),
        row.getString(13),
        row.getString(14),
        FeatureRow.time(row, 15));
  }
}
