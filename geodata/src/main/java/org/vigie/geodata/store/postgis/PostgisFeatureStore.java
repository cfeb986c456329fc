package org.vigie.geodata.store.postgis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.Counted;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.Inbox;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.MarkProposal;
import org.vigie.geodata.store.Matches;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.Titles;
import org.vigie.geodata.store.postgis.LinkReads.Row;

/** The store as one caller sees it. Thread-safe; every call takes a connection of its own. */
final class PostgisFeatureStore implements FeatureStore {

  private final Database database;
  private final LayerCatalog catalog;
  private final Clock clock;
  private final Access access;

  PostgisFeatureStore(Database database, LayerCatalog catalog, Clock clock, Access access) {
    this.database = database;
    this.catalog = catalog;
    this.clock = clock;
    this.access = access;
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id) {
    return database.read(access, c -> new FeatureReads(c).find(visible(layer), id, null));
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id, Instant asKnownAt) {
    awaitStamped();
    return database.read(access, c -> new FeatureReads(c).find(visible(layer), id, asKnownAt));
  }

  @Override
  public FeaturePage page(
      FeatureQuery query, int limit, Optional<String> cursor, Optional<Counted> counted)
      throws BadInputException {
    awaitStamped(query);
    return database.read(
        access, c -> new PageReads(c, asVisible(query), limit).read(cursor, counted));
  }

  @Override
  public long count(FeatureQuery query) {
    awaitStamped(query);
    return database.read(access, c -> new FeatureReads(c).count(asVisible(query)));
  }

  @Override
  public void forEach(FeatureQuery query, Consumer<Feature> consumer) {
    awaitStamped(query);
    database.read(
        access,
        c -> {
          new FeatureReads(c).forEach(asVisible(query), consumer);
          return true;
        });
  }

  @Override
  public void forEach(
      FeatureQuery query, Consumer<Classification> mark, Consumer<Feature> consumer) {
    awaitStamped(query);
    database.read(
        access,
        c -> {
          FeatureReads reads = new FeatureReads(c);
          mark.accept(reads.highest(query));
          reads.forEach(query, consumer);
          return true;
        });
  }

  @Override
  public Optional<BoundingBox> extent(FeatureQuery query) {
    awaitStamped(query);
    return database.read(access, c -> new FeatureReads(c).extent(asVisible(query)));
  }

  @Override
  public Optional<TimeSpan> timeExtent(FeatureQuery query) {
    awaitStamped(query);
    return database.read(access, c -> new FeatureReads(c).timeExtent(asVisible(query)));
  }

  @Override
  public Matches matches(FeatureQuery query, Optional<List<FeatureId>> among, int most) {
    awaitStamped(query);
    return database.read(access, c -> new FeatureReads(c).matches(asVisible(query), among, most));
  }

  @Override
  public Titles titles(Layer layer, List<FeatureId> ids) {
    return database.read(access, c -> new FeatureReads(c).titles(layer.visibleTo(access), ids));
  }

  @Override
  public Summary summarise(FeatureQuery query, Summary.Request request) {
    awaitStamped(query);
    return database.read(access, c -> Summaries.read(c, asVisible(query), request));
  }

  @Override
  public CrossTable crossTable(FeatureQuery query, CrossTable.Request request) {
    awaitStamped(query);
    return database.read(access, c -> CrossTables.read(c, asVisible(query), request));
  }

  @Override
  public Picture picture(FeatureQuery query, PictureRequest request) {
    awaitStamped(query);
    return database.read(access, c -> Pictures.read(c, asVisible(query), request));
  }

  @Override
  public <S extends PointSink<S>> GatheredPoints<S> points(FeatureQuery query, Supplier<S> sinks) {
    awaitStamped(query);
    return database.read(access, c -> PointReads.read(c, asVisible(query), sinks.get()));
  }

  @Override
  public List<Change> history(String layer, FeatureId id) {
    return database.read(access, c -> new ChangeReads(c).history(visible(layer), id));
  }

  @Override
  public List<FeatureLink> links(String layer, FeatureId id) {
    return linkRows(layer, id).stream().filter(Row::holds).map(Row::link).toList();
  }

  @Override
  public List<FeatureLink> links(String layer, FeatureId id, Instant asKnownAt) {
    awaitStamped();
    return linkHistory(layer, id).stream().filter(link -> link.heldAt(asKnownAt)).toList();
  }

  @Override
  public Corrections corrections(String layer) {
    return database.read(access, c -> new LinkReads(c).corrections(layer));
  }

  @Override
  public List<FeatureLink> linkHistory(String layer, FeatureId id) {
    return linkRows(layer, id).stream().map(Row::link).toList();
  }

  @Override
  public Optional<FeatureLink> findLink(UUID id) {
    return database.read(access, c -> new LinkReads(c).find(id)).filter(Row::holds).map(Row::link);
  }

  @Override
  public Optional<Merge> findMerge(UUID id) {
    return database.read(access, c -> new Merges(c).find(id));
  }

  @Override
  public List<Merge> merges(String layer, FeatureId id) {
    return database.read(access, c -> new Merges(c).standing(new FeatureRef(layer, id)));
  }

  @Override
  public Inbox inbox(Inbox.Request request) {
    return database.read(access, c -> new InboxReads(c, catalog).read(request));
  }

  private List<Row> linkRows(String layer, FeatureId id) {
    return database.read(access, c -> new LinkReads(c).all(new FeatureRef(layer, id)));
  }

  @Override
  public LogPosition position() {
    return database.read(access, Revisions::position);
  }

  @Override
  public void forEachChange(long afterSequence, Consumer<Change> consumer) {
    database.read(
        access,
        c -> {
          new ChangeReads(c).forEach(afterSequence, visibleCatalog(), consumer);
          return true;
        });
  }

  @Override
  public List<Difference> differences(List<Long> afterSequences, int most) {
    return database.read(
        access, c -> new Differences(c, visibleCatalog()).read(afterSequences, most));
  }

  @Override
  public List<Change> changesBefore(Instant moment, int limit) {
    return database.read(access, c -> new ChangeReads(c).before(moment, limit, visibleCatalog()));
  }

  @Override
  public List<Change> changesSince(Instant moment, int limit) {
    return database.read(access, c -> new ChangeReads(c).since(moment, limit, visibleCatalog()));
  }

  @Override
  public <T> T write(Work<T> work) throws BadInputException, StaleVersionException {
    return WriteTransaction.run(database, catalog, clock, access, work);
  }

  @Override
  public Submission.Outcome once(Submission submission, Work<Submission.Receipt> work)
      throws BadInputException, StaleVersionException {
    return WriteTransaction.once(database, catalog, clock, access, submission, work);
  }

  @Override
  public BulkLoad open(String layer, String title, LoadedStates states) {
    return new PostgisBulkLoad(
        database.session(), new Keeping(catalog.get(layer), access, clock), access, title, states);
  }

  @Override
  public List<Batch> batches() {
    return database.read(access, c -> new ChangeReads(c).batches());
  }

  @Override
  public List<FeatureId> features(Batch batch, Optional<FeatureId> after, int limit) {
    return database.read(access, c -> new FeatureReads(c).ofBatch(batch, after, limit));
  }

  @Override
  public Batch.Undo undo(UUID batch) throws BadInputException {
    return database.write(access, c -> new Undo(c).run(batch, access.author()));
  }

  private Layer visible(String layer) {
    return catalog.get(layer).visibleTo(access);
  }

  private LayerCatalog visibleCatalog() {
    return new LayerCatalog(catalog.list().stream().map(l -> l.visibleTo(access)).toList());
  }

  /** Whoever made the query: what this caller may not see is not there to be asked for. */
  private FeatureQuery asVisible(FeatureQuery query) {
    return query.withLayer(query.layer().visibleTo(access));
  }

  @Override
  public List<MarkProposal> proposals() {
    return database.read(access, c -> new MarkProposals(c).list());
  }

  private void awaitStamped(FeatureQuery query) {
    if (query.asKnownAt().isPresent()) {
      awaitStamped();
    }
  }

  private void awaitStamped() {
    database.read(
        access,
        connection -> {
          Revisions.awaitStamped(connection);
          return true;
        });
  }
}
