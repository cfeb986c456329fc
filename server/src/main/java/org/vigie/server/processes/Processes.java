package org.vigie.server.processes;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.ProblemException;
import org.vigie.server.selection.Selections;

/** Every process there is, in the order of its list. */
final class Processes {

  /** More at once, with somebody waiting, would only slow each other, and the map, down. */
  private static final int AT_ONCE = 2;

  private static final long PATIENCE_SECONDS = 20;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Map<String, OfferedProcess> byId = new LinkedHashMap<>();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * @param exercise whether nothing of the mission is real; results say so
   */
  Processes(LayerCatalog catalog, GuardedStore store, boolean exercise) {
    Selections selections = new Selections(catalog);
    Analyses.list()
        .forEach(a -> byId.put(a.id(), new AnalysisProcess(a, selections, store, exercise)));
    OfferedProcess echo = new EchoProcess();
    byId.put(echo.id(), echo);
  }

  List<OfferedProcess> list() {
    return List.copyOf(byId.values());
  }

  Optional<OfferedProcess> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws ProblemException when there is none of this id
   */
  OfferedProcess get(String id) {
    return find(id).orElseThrow(() -> ProcessProblem.noSuchProcess(id));
  }

  /** A run that somebody is waiting for. */
  Run waitedFor(Access access) {
    return Run.waitedFor(access, LONGEST);
  }

  /**
   * Runs while somebody waits.
   *
   * @throws ProblemException when others run already, or when it takes too long to wait for
   */
  Executed now(Execution execution, Run run) throws BadInputException {
    takeTurn();
    try {
      return execution.run(run);
    } catch (CancellationException tooLong) {
      throw ProblemException.of(
          503,
          "Service Unavailable",
          Message.of(
              "It takes longer than {seconds} s. Ask with the header Prefer: respond-async and come"
                  + " back for the result, or select less.",
              LONGEST.toSeconds()));
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.of(
        503,
        "Service Unavailable",
        "Other analyses are running. Try again in a few seconds, or ask with the header Prefer:"
            + " respond-async.");
  }
}
