package org.vigie.geodata.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.access.View;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.LogPosition;

/**
 * What the database found of late, by who asked and what: while somebody moves the slider or the
 * map, the same text is looked for again and again. It holds until something is written that the
 * caller may see; what is hidden from him makes nothing old, so that nobody can tell from the time
 * of an answer that it was written.
 */
final class KnownMatches {

  /** Ids kept, 32 to 64 bytes each. */
  private static final int MOST_IDS = 500_000;

  private static final int MOST_ENTRIES = 256;

  private record Key(View view, FeatureQuery query) {}

  /**
   * @param ids empty when there were too many
   */
  record Found(LogPosition asOf, Optional<IdSet> ids) {}

  private final Map<Key, Found> found = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  /** What was found when the caller's position was this one. */
  synchronized Optional<Found> find(View view, FeatureQuery query, LogPosition asOf) {
    Found known = found.get(new Key(view, query));
    return Optional.ofNullable(known).filter(each -> each.asOf.equals(asOf));
  }

  synchronized void keep(View view, FeatureQuery query, Found newest) {
    Key key = new Key(view, query);
    Found before = found.remove(key);
    kept += size(newest) - (before == null ? 0 : size(before));
    found.put(key, newest);
    var eldest = found.entrySet().iterator();
    while (kept > MOST_IDS || found.size() > MOST_ENTRIES) {
      kept -= size(eldest.next().getValue());
      eldest.remove();
    }
  }

  private static int size(Found each) {
    return each.ids.map(IdSet::size).orElse(0);
  }
}
