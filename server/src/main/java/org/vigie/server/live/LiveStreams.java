package org.vigie.server.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.View;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.server.http.Credential;
import org.vigie.server.http.Credentials;
import org.vigie.server.http.ProblemException;
import org.vigie.server.selection.SealedPositions;

/** All open streams: who listens to which feed, how many there may be, and for how long. */
final class LiveStreams implements AutoCloseable, LogWatch.Follower {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
  private static final int READERS = 4;
  private static final int RETRY_SECONDS = 5;

  private final GuardedStore store;
  private final Credentials credentials;
  private final LiveLimits limits;
  private final SealedPositions positions;
  private final Map<View, Relay> relays = new HashMap<>();
  private final Map<Listener, Relay> streams = new HashMap<>();
  private final ExecutorService readers = Executors.newFixedThreadPool(READERS, named("read"));
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(2, named("clock"));
  private final LogWatch.Following following;
  private long reached;
  private @Nullable Instant lostSince;

  /** Needs the database: its key, and how far its log reaches. */
  LiveStreams(GuardedStore store, Credentials credentials, LiveLimits limits) {
    this.store = store;
    this.credentials = credentials;
    this.limits = limits;
    this.positions = new SealedPositions(store.sealingKey());
    every(limits.heartbeat().toMillis(), this::beat);
    every(limits.look().toMillis(), this::look);
    this.following = store.logWatch().follow(0, this);
  }

  private static ThreadFactory named(String what) {
    return work -> {
      Thread thread = new Thread(work, "vigie-live-" + what);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void every(long milliseconds, Runnable work) {
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (RuntimeException failure) {
            LOG.warn("live streams: {}", failure.getMessage());
          }
        };
    var unused =
        clock.scheduleWithFixedDelay(guarded, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
  }

  /**
   * Lets somebody listen.
   *
   * @param lastId where he was, as an event said; empty for from now on
   * @param once whether the stream ends when it has caught up
   * @throws ProblemException 429 or 503 when there are too many streams
   */
  void add(Listener listener, String lastId, boolean once) {
    Access access = listener.credential().caller().access();
    View view = access.view();
    OptionalLong from = lastId.isEmpty() ? OptionalLong.empty() : positions.open(lastId, view);
    Relay relay;
    Instant since;
    synchronized (this) {
      requireRoom(access.author().name());
      relay = relays.computeIfAbsent(view, each -> relay(access));
      relay.feed().add(listener, new Feed.Arrival(from, !lastId.isEmpty() && from.isEmpty(), once));
      streams.put(listener, relay);
      since = lostSince;
    }
    var unused = listener.over().thenRun(() -> remove(listener));
    listener.say(EventText.opening());
    if (since != null) {
      listener.say(EventText.stale(since));
    }
    relay.wake();
  }

  private Relay relay(Access access) {
    Feed feed =
        new Feed(access.view(), store.as(access), positions, limits.featuresTold(), reached);
    return new Relay(feed, readers, clock);
  }

  private void requireRoom(String account) {
    long mine =
        streams.keySet().stream()
            .filter(each -> each.credential().caller().name().equals(account))
            .count();
    if (mine >= limits.streamsOfOne()) {
      throw ProblemException.of(
              429,
              "Too Many Requests",
              Message.of(
                  "You have {mine} live streams open. Close some of the pages or programs.", mine))
          .retryAfter(RETRY_SECONDS);
    }
    if (streams.size() >= limits.streams()) {
      throw ProblemException.of(
              503,
              "Service Unavailable",
              "As many listen as the server serves at a time. Try again, or ask for"
                  + " /api/changes now and then.")
          .retryAfter(RETRY_SECONDS);
    }
  }

  private synchronized void remove(Listener listener) {
    Relay relay = streams.remove(listener);
    if (relay != null && relay.feed().remove(listener)) {
      relays.values().remove(relay);
    }
  }

  private synchronized List<Listener> all() {
    return new ArrayList<>(streams.keySet());
  }

  /** How many listen. */
  synchronized int size() {
    return streams.size();
  }

  private void beat() {
    all().forEach(Listener::beat);
  }

  /** Ends the streams of those who signed out, lost a role or had a token revoked. */
  private void look() {
    List<Listener> all = all();
    // whoever does not take even the last word
    all.stream().filter(Listener::isEnding).forEach(Listener::cut);
    Map<Credential, List<Listener>> held =
        all.stream().collect(Collectors.groupingBy(Listener::credential));
    if (held.isEmpty()) {
      return;
    }
    Set<Credential> ended = ended(held.keySet());
    for (Credential each : ended) {
      held.getOrDefault(each, List.of()).forEach(listener -> listener.expel(EventText.end()));
    }
  }

  /**
   * Whom nobody can vouch for does not listen; while the database is away there is nothing to hear.
   */
  private Set<Credential> ended(Set<Credential> held) {
    try {
      return credentials.ended(held);
    } catch (StoreUnavailableException away) {
      return Set.of();
    } catch (RuntimeException fault) {
      LOG.error(
          "whether those who listen still may could not be found out; all streams end", fault);
      return held;
    }
  }

  @Override
  public void reached(LogPosition position) {
    List<Relay> all;
    synchronized (this) {
      reached = Math.max(reached, position.sequence());
      lostSince = null;
      all = List.copyOf(relays.values());
    }
    all.forEach(Relay::wake);
  }

  @Override
  public void lost(Instant since) {
    List<Relay> all;
    synchronized (this) {
      lostSince = since;
      all = List.copyOf(relays.values());
    }
    byte[] event = EventText.stale(since);
    for (Relay relay : all) {
      relay.feed().stale();
      relay.feed().all().forEach(listener -> listener.say(event));
    }
  }

  @Override
  public void close() {
    following.close();
    clock.shutdownNow();
    readers.shutdownNow();
    all().forEach(Listener::cut);
  }
}
