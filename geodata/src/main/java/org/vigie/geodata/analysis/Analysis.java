package org.vigie.geodata.analysis;

/**
 * A pure function from events to a result, with its parameters declared. The same events and values
 * give the same result, in whatever order the events come.
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

  /** Runs in memory; the cost is stated by the implementation. */
  AnalysisResult run(Events events, Parameters.Values values);
}
