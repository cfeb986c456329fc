package org.vigie.geodata.basemap.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A SQLite file of somebody else's, read only. Statements are ours and name tables that were looked
 * at: a view could hold any statement, and is not asked. One thread at a time.
 */
final class SqliteFile implements AutoCloseable {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = 100;
  private static final int PAGE_SIZE_AT = 16;
  private static final int PAGES_AT = 28;
  private static final long LARGEST_PAGE = 65_536;
  private static final int STEPS = 20_000;
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final int CORRUPT = 11;
  private static final int NO_DATABASE = 26;

  private final String format;
  private final Connection connection;
  private long deadline = Long.MAX_VALUE;

  private SqliteFile(String format, Connection connection) {
    this.format = format;
    this.connection = connection;
  }

  static boolean claims(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * @param format what it should be, for messages
   */
  static SqliteFile open(String format, Path path) throws IOException, BadInputException {
    requireWhole(format, path);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    // immutable: neither a journal beside it is looked for nor a lock taken
    String url = "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?immutable=1";
    try {
      SqliteFile file = new SqliteFile(format, config.createConnection(url));
      boolean opened = false;
      try {
        file.harden();
        opened = true;
        return file;
      } finally {
        if (!opened) {
          file.close();
        }
      }
    } catch (SQLException broken) {
      throw broken(format, broken);
    }
  }

  /** SQLite itself would find a file that was cut off only where the missing part is asked for. */
  private static void requireWhole(String format, Path path) throws IOException, BadInputException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
      int read = file.read(head, 0);
      int page = read < HEAD_BYTES ? 0 : Short.toUnsignedInt(head.getShort(PAGE_SIZE_AT));
      long pageBytes = page == 1 ? LARGEST_PAGE : page;
      long pages = read < HEAD_BYTES ? 0 : Integer.toUnsignedLong(head.getInt(PAGES_AT));
      if (read < HEAD_BYTES || pageBytes * pages > file.size()) {
        throw new BadInputException(
            Fault.of(
                format,
                Message.of(
                    "the file has {count} bytes and should have {value}",
                    file.size(),
                    pageBytes * pages),
                "It was cut off: copy it again"));
      }
    }
  }

  private void harden() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma cell_size_check = on");
      statement.execute("pragma query_only = on");
      statement.execute("pragma mmap_size = 0");
    }
    ProgressHandler.setHandler(
        connection,
        STEPS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() > deadline || Thread.currentThread().isInterrupted() ? 1 : 0;
          }
        });
  }

  /** What is done with a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException, BadInputException;
  }

  /**
   * Asks something that takes a moment; what takes longer is refused.
   *
   * @param sql ours, with names that were looked at
   */
  synchronized <T> List<T> list(String sql, Row<T> row, Object... values)
      throws IOException, BadInputException {
    deadline = System.nanoTime() + PATIENCE_NANOS;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> list = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          list.add(row.read(rows));
        }
      }
      return list;
    } catch (SQLException broken) {
      throw broken(format, broken);
    } finally {
      deadline = Long.MAX_VALUE;
    }
  }

  <T> Optional<T> find(String sql, Row<T> row, Object... values)
      throws IOException, BadInputException {
    return list(sql, row, values).stream().findFirst();
  }

  /** A statement whose rows are read one by one, for as long as that takes. */
  PreparedStatement statement(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /**
   * The plain columns of a table, in small letters; empty when there is no such table, or what has
   * the name is a view, a virtual table or something else that is more than rows.
   */
  Set<String> columns(String table) throws IOException, BadInputException {
    boolean plain =
        find(
                "select sql from sqlite_schema where type = 'table' and lower(name) = lower(?)",
                row -> String.valueOf(row.getString(1)),
                table)
            .filter(sql -> !sql.strip().toLowerCase(Locale.ROOT).startsWith("create virtual"))
            .isPresent();
    if (!plain) {
      return Set.of();
    }
    return new LinkedHashSet<>(
        list(
            "select lower(name) from pragma_table_xinfo(?) where hidden = 0",
            row -> String.valueOf(row.getString(1)),
            table));
  }

  boolean has(String table, String... columns) throws IOException, BadInputException {
    return columns(table).containsAll(List.of(columns));
  }

  BadInputException refused(Message what, Message fix) {
    return new BadInputException(Fault.of(format, what, fix));
  }

  /** Says whose fault it is: a damaged file is the sender's, a machine without room is not. */
  static BadInputException broken(String format, SQLException failure) throws IOException {
    int code = failure.getErrorCode() & 0xFF;
    boolean ofMachine = code == 10 || code == 13 || code == 14 || code == 7;
    if (ofMachine) {
      throw new IOException("SQLite: " + failure.getMessage(), failure);
    }
    String what =
        code == CORRUPT || code == NO_DATABASE
            ? "the file is damaged or cut off"
            : "the file cannot be read ("
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                + ")";
    return new BadInputException(
        Fault.of(
            format,
            what,
            "Check it with: sqlite3 FILE 'pragma integrity_check', or export it again"));
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
