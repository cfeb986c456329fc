package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Matches;

/**
 * Finds the rows that a question of a caller means, with the help of the database where the index
 * does not know enough. Both are then of one state: the caller's position in the log is the same in
 * the index and in the snapshot that the database answered from, so nothing that he may see was
 * written between the two.
 */
final class Selector {

  private static final Logger LOG = LoggerFactory.getLogger(Selector.class);

  /** So often the two are brought together; then the database answers the whole. */
  private static final int ATTEMPTS = 3;

  private final Planner planner = new Planner();
  private final KnownMatches known = new KnownMatches();
  private final KnownTitles titles = new KnownTitles();
  private final PlanCounts counts = new PlanCounts();

  /** Says whether CANDIDATES, MATCHES or DATABASE is to complete an answer. */
  interface Choice {
    Plan cheapest(long candidates, long inExtent, long all);
  }

  /** Reads an answer off the rows of a scan of one state. */
  interface Reading<T> extends Function<Scan, T> {}

  private final Choice choice;

  Selector() {
    this(Costs::cheapest);
  }

  Selector(Choice choice) {
    this.choice = choice;
  }

  KnownTitles titles() {
    return titles;
  }

  PlanCounts counts() {
    return counts;
  }

  /**
   * The answer from memory; empty when only the database can give it.
   *
   * @param behind the database as the caller sees it
   * @param asked of the layer as the caller sees it
   * @param readings how to read the answer off a state's rows; empty when it cannot be
   */
  <T> Optional<T> answer(
      FeatureStore behind,
      Access access,
      States states,
      FeatureQuery asked,
      BiFunction<Snapshot, LayerRows, Optional<Reading<T>>> readings) {
    long start = System.nanoTime();
    Plan plan = Plan.DATABASE;
    Optional<T> answer = Optional.empty();
    for (int i = 0; i < ATTEMPTS && asked.asKnownAt().isEmpty(); i++) {
      Optional<Snapshot> state = (i == 0 ? states.first() : states.newest()).get();
      Optional<LayerRows> rows = state.flatMap(each -> each.find(asked.layer().name()));
      Optional<Reading<T>> reading = rows.flatMap(each -> readings.apply(state.get(), each));
      if (reading.isEmpty()) {
        break;
      }
      Attempt attempt = new Attempt(behind, access, state.get(), rows.get(), asked);
      answer = attempt.read(reading.get());
      plan = answer.isPresent() ? attempt.plan : Plan.DATABASE;
      if (!attempt.moved) {
        break;
      }
    }
    counts.add(plan);
    LOG.debug(
        "{} {}: {} us from memory", asked.layer().name(), plan, (System.nanoTime() - start) / 1000);
    return answer;
  }

  /** One state and one question. */
  private final class Attempt {

    private final FeatureStore behind;
    private final Access access;
    private final LayerRows rows;
    private final FeatureQuery asked;
    private final LogPosition position;
    private Plan plan = Plan.MEMORY;
    private boolean moved;

    Attempt(
        FeatureStore behind, Access access, Snapshot state, LayerRows rows, FeatureQuery asked) {
      this.behind = behind;
      this.access = access;
      this.rows = rows;
      this.asked = asked;
      this.position = state.positions().of(access);
    }

    <T> Optional<T> read(Reading<T> reading) {
      try {
        return read(reading, true);
      } catch (UndecidedException onlyTheDatabaseKnowsThePlace) {
        return withoutPlaces(reading);
      }
    }

    private <T> Optional<T> withoutPlaces(Reading<T> reading) {
      try {
        return read(reading, false);
      } catch (UndecidedException theAnswerIsThePlace) {
        return Optional.empty();
      }
    }

    private <T> Optional<T> read(Reading<T> reading, boolean placed) {
      Optional<Split> split = planner.split(rows.columns(), asked, access, placed);
      return split.flatMap(this::scan).map(reading);
    }

    private Optional<Scan> scan(Split split) {
      if (split.isWhole()) {
        return Optional.of(new Scan(split.conditions()));
      }
      return ids(split)
          .map(
              ids -> {
                List<Condition> all = new ArrayList<>(split.conditions());
                all.add(new IdCondition(ids));
                return new Scan(all);
              });
    }

    /** Ids of what fulfils the rest, at least of the candidates; empty when not worth it. */
    private Optional<IdSet> ids(Split split) {
      Optional<KnownMatches.Found> earlier = known.find(access.view(), split.rest(), position);
      if (earlier.isPresent() && earlier.get().ids().isPresent()) {
        plan = Plan.KNOWN_MATCHES;
        return earlier.get().ids();
      }
      long candidates = count(split.conditions());
      if (candidates == 0) {
        return Optional.of(IdSet.of(List.of()));
      }
      plan = choice.cheapest(candidates, count(split.inExtent()), count(split.visibility()));
      if (plan == Plan.CANDIDATES) {
        List<FeatureId> among = RowIds.of(rows, new Scan(split.conditions()));
        return usable(ask(split.rest(), Optional.of(among), Costs.MOST_CANDIDATES));
      }
      if (plan == Plan.DATABASE || earlier.isPresent()) {
        return Optional.empty();
      }
      KnownMatches.Found newest = ask(split.rest(), Optional.empty(), Costs.MOST_MATCHES);
      known.keep(access.view(), split.rest(), newest);
      return usable(newest);
    }

    private long count(List<Condition> conditions) {
      return RowCount.of(rows, new Scan(conditions));
    }

    private KnownMatches.Found ask(FeatureQuery query, Optional<List<FeatureId>> among, int most) {
      Matches matches = behind.matches(query, among, most);
      return new KnownMatches.Found(matches.asOf(), matches.ids().map(IdSet::of));
    }

    /** What is true at another position than the index is of no use to it. */
    private Optional<IdSet> usable(KnownMatches.Found found) {
      moved = !found.asOf().equals(position);
      return moved ? Optional.empty() : found.ids();
    }
  }
}
