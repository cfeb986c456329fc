package org.vigie.geodata.index;

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
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.Corrections;
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
import org.vigie.geodata.store.Titles;

/** A store that passes every question on but those that its subclasses answer themselves. */
abstract class PassingStore implements FeatureStore {

  private final FeatureStore behind;

  PassingStore(FeatureStore behind) {
    this.behind = behind;
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id) {
    return behind.find(layer, id);
  }

  @Override
  public Optional<Feature> find(String layer, FeatureId id, Instant asKnownAt) {
    return behind.find(layer, id, asKnownAt);
  }

  @Override
  public void forEach(FeatureQuery query, Consumer<Feature> consumer) {
    behind.forEach(query, consumer);
  }

  @Override
  public void forEach(
      FeatureQuery query, Consumer<Classification> mark, Consumer<Feature> consumer) {
    behind.forEach(query, mark, consumer);
  }

  @Override
  public Optional<BoundingBox> extent(FeatureQuery query) {
    return behind.extent(query);
  }

  @Override
  public Optional<TimeSpan> timeExtent(FeatureQuery query) {
    return behind.timeExtent(query);
  }

  @Override
  public Matches matches(FeatureQuery query, Optional<List<FeatureId>> among, int most) {
    return behind.matches(query, among, most);
  }

  @Override
  public Titles titles(Layer layer, List<FeatureId> ids) {
    return behind.titles(layer, ids);
  }

  @Override
  public List<Change> history(String layer, FeatureId id) {
    return behind.history(layer, id);
  }

  @Override
  public List<FeatureLink> links(String layer, FeatureId id) {
    return behind.links(layer, id);
  }

  @Override
  public List<FeatureLink> links(String layer, FeatureId id, Instant asKnownAt) {
    return behind.links(layer, id, asKnownAt);
  }

  @Override
  public List<FeatureLink> linkHistory(String layer, FeatureId id) {
    return behind.linkHistory(layer, id);
  }

  @Override
  public Corrections corrections(String layer) {
    return behind.corrections(layer);
  }

  @Override
  public Optional<FeatureLink> findLink(UUID id) {
    return behind.findLink(id);
  }

  @Override
  public Optional<Merge> findMerge(UUID id) {
    return behind.findMerge(id);
  }

  @Override
  public List<Merge> merges(String layer, FeatureId id) {
    return behind.merges(layer, id);
  }

  @Override
  public Inbox inbox(Inbox.Request request) {
    return behind.inbox(request);
  }

  @Override
  public Picture picture(FeatureQuery query, PictureRequest request) {
    return behind.picture(query, request);
  }

  @Override
  public <S extends PointSink<S>> GatheredPoints<S> points(FeatureQuery query, Supplier<S> sinks) {
    return behind.points(query, sinks);
  }

  @Override
  public LogPosition position() {
    return behind.position();
  }

  @Override
  public void forEachChange(long afterSequence, Consumer<Change> consumer) {
    behind.forEachChange(afterSequence, consumer);
  }

  @Override
  public List<Difference> differences(List<Long> afterSequences, int most) {
    return behind.differences(afterSequences, most);
  }

  @Override
  public List<Change> changesBefore(Instant moment, int limit) {
    return behind.changesBefore(moment, limit);
  }

  @Override
  public List<Change> changesSince(Instant moment, int limit) {
    return behind.changesSince(moment, limit);
  }

  @Override
  public <T> T write(Work<T> work) throws BadInputException, StaleVersionException {
    return behind.write(work);
  }

  @Override
  public Submission.Outcome once(Submission submission, Work<Submission.Receipt> work)
      throws BadInputException, StaleVersionException {
    return behind.once(submission, work);
  }

  @Override
  public BulkLoad open(String layer, String title, LoadedStates states) {
    return behind.open(layer, title, states);
  }

  @Override
  public List<Batch> batches() {
    return behind.batches();
  }

  @Override
  public List<FeatureId> features(Batch batch, Optional<FeatureId> after, int limit) {
    return behind.features(batch, after, limit);
  }

  @Override
  public Batch.Undo undo(UUID batch) throws BadInputException {
    return behind.undo(batch);
  }

  @Override
  public List<MarkProposal> proposals() {
    return behind.proposals();
  }
}
