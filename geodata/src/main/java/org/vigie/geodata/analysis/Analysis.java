package org.vigie.geodata.analysis;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.vigie.geodata.model.BadInputException;

/**
 * A pure function from events to a result, with its parameters declared. The same subject and
 * values give the same result to the last bit, in whatever order the events come.
 */
public interface Analysis {

  /** Lower-case words joined by hyphens; the process id over HTTP. */
  String id();

  String title();

  /** What it answers and how, for somebody who must decide whether to trust it. */
  String description();

  /** Raised whenever the same input may give another result. */
  String version();

  Parameters parameters();

  /** Layers it looks at beside the one of the events, in the order of a form. */
  default List<Companion> companions() {
    return List.of();
  }

  /**
   * Runs in memory; the cost is stated by the implementation.
   *
   * @param progress told how far the work is, at least twice a second in long runs
   * @throws BadInputException when the data are too few or the values contradict each other, with
   *     the reason
   * @throws CancellationException when nobody waits for the result any more
   */
  AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException;
}
