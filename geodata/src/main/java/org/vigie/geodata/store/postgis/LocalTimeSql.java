package org.vigie.geodata.store.postgis;

import java.util.Arrays;
import org.vigie.geodata.query.LocalTimes;

/**
 * The local clock in SQL. The offsets come from us and not from the time zones of the database, of
 * another edition perhaps: what is counted in memory and what is asked of it must be the same.
 */
final class LocalTimeSql {

  private LocalTimeSql() {}

  /**
   * @param instant a timestamptz, written twice
   * @return a timestamp without zone, unknown where the instant is
   */
  static Sql of(Sql instant, LocalTimes zone) {
    int[] offsets = zone.offsets();
    Sql local = Sql.of("(").add(instant).add(" at time zone 'UTC'");
    if (offsets.length == 1) {
      return offsets[0] == 0 ? local.add(")") : local.add(" + ?::interval)", offsets[0] + " s");
    }
    return local
        .add(" + make_interval(secs => (?::int[])[1 + width_bucket(", braced(offsets))
        .add("extract(epoch from ")
        .add(instant)
        .add("), ?::numeric[])]))", braced(zone.changes()));
  }

  private static String braced(int[] numbers) {
    return braced(Arrays.toString(numbers));
  }

  private static String braced(long[] numbers) {
    return braced(Arrays.toString(numbers));
  }

  /** How PostgreSQL writes arrays. */
  private static String braced(String list) {
    return list.replace('[', '{').replace(']', '}');
  }
}
