package org.vigie.server.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.access.View;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.selection.SealedPositions;

/**
 * What all who see exactly the same are told: read once, as one of them, and said to each. Readings
 * come one after the other, so that every listener's positions only grow.
 */
final class Feed {

  /**
   * How somebody comes in.
   *
   * @param from the position to go on from; empty for now
   * @param lost whether a position was given that cannot be gone on from
   * @param once whether the stream ends when it has caught up
   */
  record Arrival(OptionalLong from, boolean lost, boolean once) {}

  private final View view;
  private final FeatureStore seen;
  private final SealedPositions positions;
  private final int most;
  private final Set<Listener> listeners = new LinkedHashSet<>();
  private final Map<Listener, Arrival> arriving = new LinkedHashMap<>();
  private long known;
  private boolean wasStale;

  /**
   * @param seen the store as those who listen here see it
   * @param known how far the log reaches now
   */
  Feed(View view, FeatureStore seen, SealedPositions positions, int most, long known) {
    this.view = view;
    this.seen = seen;
    this.positions = positions;
    this.most = most;
    this.known = known;
  }

  synchronized void add(Listener listener, Arrival arrival) {
    arriving.put(listener, arrival);
  }

  /** Whether nobody is left. */
  synchronized boolean remove(Listener listener) {
    listeners.remove(listener);
    arriving.remove(listener);
    return listeners.isEmpty() && arriving.isEmpty();
  }

  synchronized List<Listener> all() {
    List<Listener> all = new ArrayList<>(listeners);
    all.addAll(arriving.keySet());
    return all;
  }

  /** The log was not to be read for a while: when it is again, that is said. */
  synchronized void stale() {
    wasStale = true;
  }

  /** Reads what is new and says it. One call at a time. */
  void advance() {
    Map<Listener, Arrival> coming;
    TreeSet<Long> from = new TreeSet<>();
    long former;
    synchronized (this) {
      if (listeners.isEmpty() && arriving.isEmpty()) {
        return;
      }
      coming = new LinkedHashMap<>(arriving);
      former = known;
    }
    from.add(former);
    coming.values().forEach(arrival -> arrival.from().ifPresent(from::add));
    Map<Long, Difference> differences = new LinkedHashMap<>();
    List<Long> asked = List.copyOf(from);
    List<Difference> read = seen.differences(asked, most);
    for (int i = 0; i < asked.size(); i++) {
      differences.put(asked.get(i), read.get(i));
    }
    say(former, coming, differences);
  }

  private void say(long former, Map<Listener, Arrival> coming, Map<Long, Difference> differences) {
    List<Listener> present;
    boolean ready;
    Difference news = differences.getOrDefault(former, differences.values().iterator().next());
    synchronized (this) {
      present = List.copyOf(listeners);
      coming.keySet().retainAll(arriving.keySet());
      arriving.keySet().removeAll(coming.keySet());
      coming.forEach(
          (listener, arrival) -> {
            if (!arrival.once()) {
              listeners.add(listener);
            }
          });
      known = news.until();
      ready = wasStale;
      wasStale = false;
    }
    String id = positions.seal(news.until(), view);
    if (!news.isEmpty()) {
      byte[] event = EventText.changes(id, news);
      present.forEach(listener -> listener.say(event));
    } else if (ready) {
      byte[] event = EventText.position(id, news.position());
      present.forEach(listener -> listener.say(event));
    }
    coming.forEach((listener, arrival) -> welcome(listener, arrival, id, news, differences));
  }

  private static void welcome(
      Listener listener,
      Arrival arrival,
      String id,
      Difference news,
      Map<Long, Difference> differences) {
    Difference missed =
        arrival.from().isPresent()
            ? differences.getOrDefault(arrival.from().getAsLong(), news)
            : null;
    byte[] first;
    if (arrival.lost()) {
      first = EventText.reset(id, news.position());
    } else if (missed == null || missed.isEmpty()) {
      first = EventText.position(id, news.position());
    } else {
      first = EventText.changes(id, missed);
    }
    if (arrival.once()) {
      listener.end(first);
    } else {
      listener.say(first);
    }
  }
}
