package org.vigie.geodata.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Everything a database holds, as named parts in an order in which they can be read back in one
 * pass. Parts are data, never statements: reading a dump back runs nothing of it.
 */
public final class Dump {

  /** First part: {@link Manifest} as JSON. */
  public static final String MANIFEST = "manifest.json";

  /** Last part: {@link Totals} as JSON. */
  public static final String TOTALS = "totals.json";

  /** Before the name of a table whose rows a part is, in PostgreSQL's text form of COPY. */
  public static final String TABLE = "tables/";

  private Dump() {}

  /** Where parts are written, one after the other. */
  @FunctionalInterface
  public interface Target {
    /** The stream of the next part; closing it ends the part and not what it lies in. */
    OutputStream part(String name) throws IOException;
  }

  /**
   * A part that is read back.
   *
   * @param content to be read before the next part is taken; not to be closed
   */
  public record Part(String name, InputStream content) {}

  /**
   * What a dump is of.
   *
   * @param schema version of the schema, as the migrations count
   * @param tables in an order in which they can be filled, with their columns
   * @param sequences by name, where they stand
   * @param rules what protects the rows: policies, forced row-level security, rights, roles,
   *     triggers; one line each, sorted
   * @param head of the audit, in hexadecimal; empty when there is none
   */
  public record Manifest(
      String schema,
      List<Table> tables,
      Map<String, Long> sequences,
      List<String> rules,
      String head) {

    /** A table with the columns that are kept. */
    public record Table(String name, List<String> columns) {}
  }

  /**
   * How much there was.
   *
   * @param rows by table
   */
  public record Totals(Map<String, Long> rows) {

    public long sum() {
      return rows.values().stream().mapToLong(n -> n).sum();
    }
  }
}
