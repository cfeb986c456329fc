package org.vigie.server.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Snapshot;

/** A snapshot on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SnapshotDocument(
    String ref,
    String title,
    String note,
    String view,
    LogPosition dataAsOf,
    Classification classification,
    Set<String> compartments,
    List<String> layers,
    String author,
    Instant createdAt,
    @Nullable Withdrawn withdrawn) {

  record Withdrawn(String author, Instant at) {}

  static SnapshotDocument of(Snapshot snapshot) {
    return new SnapshotDocument(
        snapshot.ref(),
        snapshot.title(),
        snapshot.note(),
        snapshot.view(),
        snapshot.asOf(),
        snapshot.classification(),
        new TreeSet<>(snapshot.compartments()),
        snapshot.layers(),
        snapshot.author(),
        snapshot.createdAt(),
        snapshot.withdrawal().map(w -> new Withdrawn(w.author(), w.at())).orElse(null));
  }
}
