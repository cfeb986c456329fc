package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.postgis.PostgisStore;

/**
 * Random events in a database, and the index of them.
 *
 * @param stored what is in the database; a test that writes keeps it so
 */
record IndexedEvents(PostgisStore store, EventIndex index, List<Feature> stored) {

  private static final int THREADS = 3;

  static IndexedEvents of(DatabaseAddress address, RandomEvents random, int features)
      throws Exception {
    PostgisStore store = PostgisStore.open(address, RandomEvents.CATALOG);
    List<Feature> stored = new ArrayList<>();
    store
        .as(Access.everything(new Author("test")))
        .write(
            writing -> {
              for (int i = 0; i < features; i++) {
                stored.add(writing.insert(random.feature(random.layer())));
              }
              return true;
            });
    EventIndex index = new EventIndex(store.copySource(), RandomEvents.CATALOG);
    index.build(THREADS);
    return new IndexedEvents(store, index, stored);
  }
}
