package org.vigie.geodata.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;

/**
 * The truth as one caller may see and change it ({@link GuardedStore#as}). Reads see one consistent
 * state; every write is one transaction with its change-log entries, under the caller's name.
 *
 * <p>How times meet: a query span [a, b) and a feature's span [from, to) must have a moment in
 * common. An event without an end is the instant {@code from}; a state without an end goes on. A
 * query span with a = b is that instant. Features without any time always pass.
 *
 * <p>How places meet: the geometries must have a point in common, borders included. A box that
 * crosses the antimeridian is two boxes. A feature without a geometry is in no box and no area.
 *
 * <p>Any read and any write may throw {@link StoreUnavailableException}; a sort key or grouping
 * property that the layer does not have is an {@link IllegalArgumentException}.
 */
public interface FeatureStore {

  /** The current version; empty when absent or deleted. */
  Optional<Feature> find(String layer, FeatureId id);

  /** The version that was committed by {@code instant}; empty when absent or deleted then. */
  Optional<Feature> find(String layer, FeatureId id, Instant asKnownAt);

  /**
   * One page in the query's order, by id when it has none. An unknown value is greater than every
   * known one. From page to page nothing that stays as it is comes twice or is left out, whatever
   * others write meanwhile.
   *
   * @param limit at least 1
   * @param cursor from a former page of the same query, empty for the first
   * @throws BadInputException when the cursor is not ours
   */
  default FeaturePage page(FeatureQuery query, int limit, Optional<String> cursor)
      throws BadInputException {
    return page(query, limit, cursor, Optional.empty());
  }

  /**
   * The same for whoever counted already: what matches is counted again only when something was
   * written since that the caller may see.
   */
  FeaturePage page(
      FeatureQuery query, int limit, Optional<String> cursor, Optional<Counted> counted)
      throws BadInputException;

  long count(FeatureQuery query);

  /**
   * Every match, streamed in bounded memory from one snapshot, in the query's order; by id when it
   * has none, because any other order would tell of what lies beside the matches unseen.
   */
  void forEach(FeatureQuery query, Consumer<Feature> consumer);

  /**
   * The same for a document that must carry its mark from the start: the highest classification of
   * what matches comes first, from the same snapshot.
   *
   * @param mark called once, before the first feature; UNCLASSIFIED when nothing matches
   */
  void forEach(FeatureQuery query, Consumer<Classification> mark, Consumer<Feature> consumer);

  /** Box around the matching geometries; empty when there is none. */
  Optional<BoundingBox> extent(FeatureQuery query);

  /**
   * From the first start to the last end, or to the last start of what has no end; empty when
   * nothing has a time. The last moment is part of it: an event may be the instant itself.
   */
  Optional<TimeSpan> timeExtent(FeatureQuery query);

  /**
   * Ids of what matches, for whoever knows the rest of these features already.
   *
   * @param among only these features are asked about; empty for all
   * @param most how many ids are worth having; with more there are none
   */
  Matches matches(FeatureQuery query, Optional<List<FeatureId>> among, int most);

  /** Titles of features, for whoever knows the rest of them already. */
  Titles titles(Layer layer, List<FeatureId> ids);

  /** Exact totals, breakdowns and sums of a selection, in one read. */
  Summary summarise(FeatureQuery query, Summary.Request request);

  /** Exact counts by two characteristics, in one read: from memory in one pass over the matches. */
  CrossTable crossTable(FeatureQuery query, CrossTable.Request request);

  /** All versions of a feature, oldest first. */
  List<Change> history(String layer, FeatureId id);

  /**
   * Links of a feature that hold, oldest first; those with an end the caller may not see are not.
   */
  List<FeatureLink> links(String layer, FeatureId id);

  /** Links that held at a moment, as far as they were committed by then. */
  List<FeatureLink> links(String layer, FeatureId id, Instant asKnownAt);

  /** Every link the feature has or had, oldest first. */
  List<FeatureLink> linkHistory(String layer, FeatureId id);

  /** What of a layer was corrected; both the corrected and the correction are seen. */
  Corrections corrections(String layer);

  /** A link that holds. */
  Optional<FeatureLink> findLink(UUID id);

  /** A merge or split, undone or not; empty when the caller does not see all it is about. */
  Optional<Merge> findMerge(UUID id);

  /** Merges and splits that changed a feature and stand, newest first. */
  List<Merge> merges(String layer, FeatureId id);

  /** What waits for somebody to take it on, the most pressing first. */
  Inbox inbox(Inbox.Request request);

  /**
   * What a map needs of a selection: single points, simplified shapes, or counts on a grid when
   * there are too many. The query's sort is ignored.
   */
  Picture picture(FeatureQuery query, PictureRequest request);

  /**
   * Every matching feature whose geometry is a single point, with the few values that a map draws.
   * The query's sort is ignored. Costs some ten nanoseconds a point from memory and some
   * microseconds from the database; what is kept is up to the sink.
   *
   * @param sinks makes empty sinks; those that were filled at once are joined
   */
  <S extends PointSink<S>> GatheredPoints<S> points(FeatureQuery query, Supplier<S> sinks);

  /** The last committed position of the change log and its time. */
  LogPosition position();

  /**
   * Every change committed after a position, in commit order, streamed in bounded memory. A reader
   * that goes on from the last revision it saw misses nothing, however slow a writer was.
   */
  void forEachChange(long afterSequence, Consumer<Change> consumer);

  /**
   * What differs for the caller between a position and now, feature by feature, from one snapshot.
   *
   * @param afterSequence {@link Difference#until} of the difference before, or a position
   * @param most how many are told one by one; with more only their layers are told
   */
  default Difference difference(long afterSequence, int most) {
    return differences(List.of(afterSequence), most).get(0);
  }

  /** The same for several positions, in their order and all until the same moment. */
  List<Difference> differences(List<Long> afterSequences, int most);

  /** The newest changes committed before a moment, newest first. */
  List<Change> changesBefore(Instant moment, int limit);

  /** The first changes committed after a moment, oldest first. */
  List<Change> changesSince(Instant moment, int limit);

  /** Runs the work in one transaction; nothing of it is kept when it throws. */
  <T> T write(Work<T> work) throws BadInputException, StaleVersionException;

  /**
   * Runs the work in one transaction, once for a key of this caller's: sent again, it gets the
   * receipt of the first time and nothing is done. What fails leaves the key unused. Receipts are
   * kept for at least 30 days.
   *
   * @throws SubmissionConflictException when the key was used for something else
   */
  Submission.Outcome once(Submission submission, Work<Submission.Receipt> work)
      throws BadInputException, StaleVersionException;

  /**
   * Opens a bulk load by identity (source system + source id). Nothing is visible before its
   * commit.
   */
  default BulkLoad open(String layer, String title) {
    return open(layer, title, LoadedStates.OF_WORKFLOW);
  }

  /** As {@link #open(String, String)}, with states of the workflow or of the source. */
  BulkLoad open(String layer, String title, LoadedStates states);

  /** Loads that were committed, newest first. */
  List<Batch> batches();

  /**
   * Ids of the current features that a load brought, in order.
   *
   * @param after the last id of the part before; empty for the first part
   */
  List<FeatureId> features(Batch batch, Optional<FeatureId> after, int limit);

  /**
   * Takes back everything one committed load did, as a new change; features edited since are kept
   * and counted.
   */
  Batch.Undo undo(UUID batch) throws BadInputException;

  /** Wishes for lower marks that wait for a second person, oldest first. */
  List<MarkProposal> proposals();

  /** What is done inside a write transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Writing writing) throws BadInputException, StaleVersionException;
  }
}
