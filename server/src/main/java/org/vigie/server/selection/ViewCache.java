package org.vigie.server.selection;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.View;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;

/**
 * Keeps answers for those who see the same, until anything at all is written. The last write of all
 * is asked for every time, not the caller's own: a raise that takes a feature out of his sight is a
 * write that he would not see. Its position goes into no answer.
 *
 * @param <V> what is kept
 */
public final class ViewCache<V> {

  private final GuardedStore store;
  private final long capacity;
  private final ToLongFunction<V> weigher;
  private final Map<Key, Kept<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param capacity the longest unused answers give way to more than this
   */
  public ViewCache(GuardedStore store, int capacity) {
    this(store, capacity, answer -> 1);
  }

  /**
   * @param capacity the longest unused answers give way to a greater weight than this in all
   * @param weigher the same for the same answer, for example its bytes
   */
  public ViewCache(GuardedStore store, long capacity, ToLongFunction<V> weigher) {
    this.store = store;
    this.capacity = capacity;
    this.weigher = weigher;
  }

  /**
   * A question of one caller at one state of the log.
   *
   * @param head the last write before the question
   */
  public record Question(View view, String text, LogPosition head) {}

  /** Must be asked before the data are read, so that a write in between makes the answer old. */
  public Question ask(Access access, String text) {
    return new Question(access.view(), text, store.head());
  }

  /** The kept answer, when nothing has been written since. */
  public synchronized Optional<V> find(Question question) {
    Kept<V> kept = entries.get(new Key(question.view, question.text));
    return kept == null || kept.writes != question.head.sequence()
        ? Optional.empty()
        : Optional.of(kept.value);
  }

  public synchronized void keep(Question question, V value) {
    Kept<V> former =
        entries.put(
            new Key(question.view, question.text), new Kept<>(question.head.sequence(), value));
    weight += weigher.applyAsLong(value);
    weight -= former == null ? 0 : weigher.applyAsLong(former.value);
    Iterator<Kept<V>> longestUnused = entries.values().iterator();
    while (weight > capacity) {
      weight -= weigher.applyAsLong(longestUnused.next().value);
      longestUnused.remove();
    }
  }

  /** The kept answer or a new one. */
  public V get(Access access, String text, Supplier<V> compute) {
    Question question = ask(access, text);
    Optional<V> kept = find(question);
    if (kept.isPresent()) {
      return kept.get();
    }
    V value = compute.get();
    keep(question, value);
    return value;
  }

  private record Key(View view, String text) {}

  private record Kept<V>(long writes, V value) {}
}
