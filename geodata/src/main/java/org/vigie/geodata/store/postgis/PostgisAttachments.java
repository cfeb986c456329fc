package org.vigie.geodata.store.postgis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Attachment;
import org.vigie.geodata.store.Attachments;

/** Photographs in the table {@code vigie.attachment}, as one caller sees them. */
final class PostgisAttachments implements Attachments {

  private final Database database;
  private final Access access;

  PostgisAttachments(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public Optional<Attachment> add(FeatureRef feature, Picture picture) throws BadInputException {
    byte[] digest = sha256(picture.content());
    String hash = HexFormat.of().formatHex(digest);
    return database.write(
        access,
        connection -> {
          List<Attachment> present = list(connection, feature);
          Optional<Attachment> same = find(present, hash);
          if (same.isPresent()) {
            return same;
          }
          if (present.size() >= MOST_OF_A_FEATURE) {
            throw new BadInputException(
                Fault.of(
                    null,
                    Message.of("the feature has {count} photographs already", present.size()),
                    Message.of("Choose the {mostOfAFeature} that say most", MOST_OF_A_FEATURE)));
          }
          insert(connection, feature, picture, digest);
          return find(list(connection, feature), hash);
        });
  }

  @Override
  public List<Attachment> list(FeatureRef feature) {
    return database.read(access, connection -> list(connection, feature));
  }

  @Override
  public Optional<byte[]> content(FeatureRef feature, UUID id) {
    return database.read(access, c -> bytes(c, "attachment-content", feature, id));
  }

  @Override
  public Optional<byte[]> thumbnail(FeatureRef feature, UUID id) {
    return database.read(access, c -> bytes(c, "attachment-thumbnail", feature, id));
  }

  private void insert(Connection connection, FeatureRef feature, Picture picture, byte[] digest)
      throws SQLException {
    Sql sql =
        Sql.of(
            Statements.file("insert-attachment"),
            UUID.randomUUID(),
            picture.name(),
            picture.mediaType(),
            picture.width(),
            picture.height(),
            digest,
            picture.content(),
            picture.thumbnail(),
            access.author().name(),
            feature.id().value(),
            feature.layer());
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.executeUpdate();
    }
  }

  private static Optional<Attachment> find(List<Attachment> list, String sha256) {
    return list.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
  }

  private static List<Attachment> list(Connection connection, FeatureRef feature)
      throws SQLException {
    Sql sql = Sql.of(Statements.file("attachments"), feature.id().value(), feature.layer());
    List<Attachment> list = new ArrayList<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        list.add(
            new Attachment(
                rows.getObject(1, UUID.class),
                new FeatureRef(rows.getString(2), new FeatureId(rows.getObject(3, UUID.class))),
                rows.getString(4),
                rows.getString(5),
                rows.getInt(6),
                rows.getInt(7),
                rows.getLong(9),
                HexFormat.of().formatHex(rows.getBytes(8)),
                new Author(rows.getString(10)),
                rows.getObject(11, OffsetDateTime.class).toInstant()));
      }
    }
    return list;
  }

  private static Optional<byte[]> bytes(
      Connection connection, String statementName, FeatureRef feature, UUID id)
      throws SQLException {
    Sql sql = Sql.of(Statements.file(statementName), id, feature.id().value(), feature.layer());
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }
}
