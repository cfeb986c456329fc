package org.vigie.geodata.index;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.AuditTrail;
import org.vigie.geodata.store.Basemaps;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.JobQueue;
import org.vigie.geodata.store.Jobs;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;
import org.vigie.geodata.store.ReleasedCounts;
import org.vigie.geodata.store.SavedViews;
import org.vigie.geodata.store.Shifts;
import org.vigie.geodata.store.Snapshots;

/**
 * A store whose counts, figures and pictures are answered from memory, where they can be, and by
 * the store behind it where not. The answers are the same; only the time they take differs.
 */
public final class IndexedStore implements GuardedStore {

  private final GuardedStore behind;
  private final CopySource source;
  private final Follower follower;
  private final Selector selector;

  private IndexedStore(GuardedStore behind, LayerCatalog catalog, Selector selector) {
    this.selector = selector;
    this.behind = behind;
    this.source = behind.copySource();
    this.follower = new Follower(new EventIndex(source, catalog), behind.logWatch());
  }

  /** Begins to build the index; until it is there the store behind answers. */
  public static IndexedStore start(GuardedStore behind, LayerCatalog catalog) {
    return start(behind, catalog, new Selector());
  }

  static IndexedStore start(GuardedStore behind, LayerCatalog catalog, Selector selector) {
    IndexedStore store = new IndexedStore(behind, catalog, selector);
    store.follower.start();
    return store;
  }

  /**
   * Waits until the index is there.
   *
   * @return whether it is
   */
  public boolean awaitBuilt(Duration patience) {
    return follower.awaitBuilt(patience);
  }

  /** How many questions were answered in this way so far. */
  public long answered(Plan plan) {
    return selector.counts().get(plan);
  }

  @Override
  public FeatureStore as(Access access) {
    return seenBy(access, this::newest);
  }

  @Override
  public FeatureStore as(Access access, LogPosition atLeast) {
    return seenBy(access, () -> follower.snapshot(atLeast.sequence()));
  }

  private IndexedFeatureStore seenBy(Access access, Supplier<Optional<Snapshot>> first) {
    return new IndexedFeatureStore(
        behind.as(access), access, selector, new States(first, this::newest));
  }

  private Optional<Snapshot> newest() {
    return follower.snapshot(head().sequence());
  }

  @Override
  public LogPosition head() {
    return source.head();
  }

  @Override
  public AuditTrail auditTrail() {
    return behind.auditTrail();
  }

  @Override
  public Attachments attachments(Access access) {
    return behind.attachments(access);
  }

  @Override
  public Jobs jobs(Access access) {
    return behind.jobs(access);
  }

  @Override
  public JobQueue jobQueue() {
    return behind.jobQueue();
  }

  @Override
  public SavedViews savedViews(Access access) {
    return behind.savedViews(access);
  }

  @Override
  public Shifts shifts(Access access) {
    return behind.shifts(access);
  }

  @Override
  public Snapshots snapshots(Access access) {
    return behind.snapshots(access);
  }

  @Override
  public Basemaps basemaps(Access access) {
    return behind.basemaps(access);
  }

  @Override
  public Optional<ReleasedCounts> findReleased(Access access, String layer) {
    return behind.findReleased(access, layer);
  }

  @Override
  public LogWatch logWatch() {
    return behind.logWatch();
  }

  @Override
  public byte[] sealingKey() {
    return behind.sealingKey();
  }

  @Override
  public CopySource copySource() {
    return source;
  }

  @Override
  public boolean isReachable() {
    return behind.isReachable();
  }

  /** Stops following. The store behind stays open: it belongs to whoever opened it. */
  @Override
  public void close() {
    follower.close();
  }
}
