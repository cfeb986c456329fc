package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.View;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.LogPosition;

/**
 * Titles that were read lately, for callers who see the same and as long as nothing is written that
 * they see: whoever moves the map or the time a little asks for nearly the same titles again. Some
 * 200 bytes each.
 */
final class KnownTitles {

  private static final int MOST = 100_000;

  private final Map<Key, OfView> views = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /** An id names one feature of a layer. */
  private record Key(View view, String layer) {}

  private record OfView(LogPosition position, Map<FeatureId, String> byId) {}

  /** Of these features; those that are not known are not in it. */
  synchronized Map<FeatureId, String> find(
      View view, String layer, LogPosition position, List<FeatureId> ids) {
    OfView known = views.get(new Key(view, layer));
    if (known == null || !known.position.equals(position)) {
      return Map.of();
    }
    Map<FeatureId, String> found = new HashMap<>();
    for (FeatureId id : ids) {
      String title = known.byId.get(id);
      if (title != null) {
        found.put(id, title);
      }
    }
    return found;
  }

  /**
   * The longest unused give way.
   *
   * @param titles the empty string for those without
   */
  synchronized void keep(
      View view, String layer, LogPosition position, Map<FeatureId, String> titles) {
    OfView known = views.get(new Key(view, layer));
    if (known == null || !known.position.equals(position)) {
      size -= known == null ? 0 : known.byId.size();
      known = new OfView(position, new LinkedHashMap<>(16, 0.75f, true));
      views.put(new Key(view, layer), known);
    }
    size -= known.byId.size();
    known.byId.putAll(titles);
    size += known.byId.size();
    for (OfView longestUnused : new ArrayList<>(views.values())) {
      letGo(longestUnused.byId);
    }
    views.values().removeIf(each -> each.byId.isEmpty());
  }

  private void letGo(Map<FeatureId, String> titles) {
    var longestUnused = titles.keySet().iterator();
    while (size > MOST && longestUnused.hasNext()) {
      longestUnused.next();
      longestUnused.remove();
      size--;
    }
  }
}
