package org.vigie.geodata.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.StoreFullException;
import org.vigie.geodata.store.StoreTimeoutException;
import org.vigie.geodata.store.StoreUnavailableException;

/** What an error of the database means for the caller. */
final class SqlErrors {

  static final Fault IDENTITY_TAKEN =
      Fault.of(
          "source_id",
          "a feature with this source and source id is already there",
          "Replace that feature, or leave the source id out");

  private static final Map<String, Fault> CHECKS =
      Map.of(
          "geometry_is_sound",
          Fault.of(
              "geom",
              "the geometry is invalid, empty, out of range or has more than 100000 points",
              "Send a valid geometry in WGS 84 longitude and latitude"),
          "times_are_plausible",
          Fault.of(
              "valid_from",
              "a time lies before 1900 or too far in the future",
              "Check year, month and day"),
          "ends_after_start",
          Fault.of("valid_to", "the end lies before the start", "Swap the two or correct one"),
          "event_has_start",
          Fault.of("valid_from", "an event needs a time", "Give the time or day it happened"),
          "radius_is_plausible",
          Fault.of("radius_m", "the radius is impossible", "Give metres from 0 to 20040000"),
          "source_is_named",
          Fault.of(
              "source_id",
              "the name of the source is empty or too long",
              "Use at most 100 characters for the system and 600 for the id"),
          "feature_pkey",
          Fault.of("id", "a feature with this id is already there", "Use a new id"),
          "change_pkey",
          Fault.of("id", "this id belonged to a feature that was deleted", "Use a new id"));

  private SqlErrors() {}

  /** Everything that is not the fault of the data. */
  static RuntimeException translate(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("57014")) {
      return new StoreTimeoutException("the database took too long to answer", e);
    }
    if (e instanceof SQLTransientConnectionException || isAway(state)) {
      return new StoreUnavailableException("the database does not answer", e);
    }
    if (state.equals("40P01") || state.equals("40001") || state.equals("55P03")) {
      return new StoreUnavailableException("another write was in the way", e);
    }
    if (state.equals("53100")) {
      return new StoreFullException(e);
    }
    if (state.startsWith("53") || state.equals("58030")) {
      return new StoreUnavailableException("the database is at the limit of its machine", e);
    }
    return new IllegalStateException("the database refused a statement of ours: " + e, e);
  }

  /** Whether a row was refused because whoever wrote it would not have seen it. */
  static boolean isRefusedByPolicy(SQLException e) {
    return "42501".equals(e.getSQLState()) && messageOf(e).contains("row-level security");
  }

  /** Whether the connection is gone, rather than the database busy. */
  static boolean isLost(SQLException e) {
    return e.getSQLState() != null
        && isAway(e.getSQLState())
        && !(e instanceof SQLTransientConnectionException);
  }

  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("57P");
  }

  /** The fault in the data that made the database refuse it; empty when it was something else. */
  static Optional<Fault> faultOf(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String constraint = constraintOf(e);
    if (state.equals("23514") || state.equals("23505")) {
      return Optional.of(
          known(constraint)
              .orElseGet(
                  () ->
                      Fault.of(
                          null,
                          Message.of("refused by {constraint}", constraint),
                          "Check the values")));
    }
    // 22…: a value PostgreSQL cannot hold; 54000: an index entry too long
    if (state.startsWith("22") || state.equals("54000")) {
      return Optional.of(
          Fault.of(
              null,
              Message.of("the database cannot hold a value: {reason}", messageOf(e)),
              "Correct the value"));
    }
    return Optional.empty();
  }

  /** Constraints of a partition carry the partition's name in front or suffixes behind. */
  private static Optional<Fault> known(@Nullable String constraint) {
    if (constraint == null) {
      return Optional.empty();
    }
    if (constraint.startsWith("feature_") && constraint.endsWith("_pkey")) {
      return Optional.ofNullable(CHECKS.get("feature_pkey"));
    }
    if (constraint.startsWith("change_") && constraint.endsWith("_pkey")) {
      return Optional.ofNullable(CHECKS.get("change_pkey"));
    }
    return Optional.ofNullable(CHECKS.get(constraint));
  }

  private static @Nullable String constraintOf(SQLException e) {
    ServerErrorMessage message =
        e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    return message == null ? null : message.getConstraint();
  }

  private static String messageOf(SQLException e) {
    ServerErrorMessage message =
        e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    String text = message == null ? e.getMessage() : message.getMessage();
    return text == null ? "unknown" : text;
  }
}
