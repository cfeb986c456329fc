package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Json;

/** One run of an analysis from the command line: the same request, the same result. */
public final class LocalRun implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofDays(365);

  private final Processes processes;
  private final Run run;

  /**
   * @param access as whom it reads
   * @param exercise whether nothing of the mission is real; the result says so
   */
  public LocalRun(LayerCatalog catalog, GuardedStore store, Access access, boolean exercise) {
    this.processes = new Processes(catalog, store, exercise);
    this.run = Run.waitedFor(access, PATIENCE);
  }

  /**
   * Runs until it is done or stopped.
   *
   * @param inputs by name, as a request has them
   * @throws CancellationException when it was stopped
   */
  public ResultDocument run(String process, ObjectNode inputs) throws BadInputException {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.set("inputs", inputs);
    Executed executed =
        Execution.of(processes.get(process), run.access(), document).checked(run.access()).run(run);
    JsonNode areas = executed.outputs().get(AnalysisProcess.OUTPUT);
    if (areas == null) {
      throw new IllegalArgumentException(process + " is no analysis");
    }
    return new ResultDocument(areas);
  }

  /** Hundredths done. */
  public int percent() {
    return run.percent();
  }

  /** What is being done, in a few words. */
  public String doing() {
    return run.doing();
  }

  /** Stops it, if it runs. */
  @Override
  public void close() {
    run.stop();
  }
}
