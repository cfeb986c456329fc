package org.vigie.geodata.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;

/**
 * The truth. Reads see one consistent state; every write is one transaction with its change-log
 * entries.
 */
public interface FeatureStore extends AutoCloseable {

  /** The current version; empty when absent or deleted. */
  Optional<Feature> find(String layer, FeatureId id);

  /** The version that was committed by {@code instant}; empty when absent or deleted then. */
  Optional<Feature> find(String layer, FeatureId id, Instant asKnownAt);

  /**
   * One page in the query's order.
   *
   * @param limit at least 1
   * @param cursor from a former page of the same query, empty for the first
   * @throws BadInputException when the cursor is not ours
   */
  FeaturePage page(FeatureQuery query, int limit, Optional<String> cursor) throws BadInputException;

  long count(FeatureQuery query);

  /** Every match in the query's order, streamed in bounded memory from one snapshot. */
  void forEach(FeatureQuery query, Consumer<Feature> consumer);

  /** Box around the matching geometries; empty when there is none. */
  Optional<BoundingBox> extent(FeatureQuery query);

  /** Span from the first start to the last end; empty when nothing has a time. */
  Optional<TimeSpan> timeExtent(FeatureQuery query);

  /** Exact totals, breakdowns and sums of a selection, in one read. */
  Summary summarise(FeatureQuery query, Summary.Request request);

  /** All versions of a feature, oldest first. */
  List<Change> history(String layer, FeatureId id);

  /** The last committed position of the change log and its time. */
  LogPosition position();

  /** Runs the work in one transaction; nothing of it is kept when it throws. */
  <T> T write(Author author, Work<T> work) throws BadInputException, StaleVersionException;

  /**
   * Opens a bulk load by identity (source system + source id). Nothing is visible before its
   * commit.
   */
  BulkLoad open(String layer, Author author, String title);

  /** Loads that were committed, newest first. */
  List<Batch> batches();

  /**
   * Takes back everything one committed load did, as a new change; features edited since are kept
   * and counted.
   */
  Batch.Undo undo(UUID batch, Author author) throws BadInputException;

  @Override
  void close();

  /** What is done inside a write transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Writing writing) throws BadInputException, StaleVersionException;
  }
}
