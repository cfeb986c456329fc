package org.vigie.geodata.analysis.scan;

import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** What the replications of a scan will cost, before they are begun. */
final class ScanEffort {

  /** Looks at a window, some 200 million a second and core: about six hours on two. */
  private static final double MOST = 1e13;

  private final Study study;
  private final int replications;

  ScanEffort(Study study, int replications) {
    this.study = study;
    this.replications = replications;
  }

  /**
   * @throws BadInputException when it would take longer than anybody waits
   */
  void refuseTooMuch() throws BadInputException {
    double looks = looks();
    if (looks > MOST) {
      throw new BadInputException(
          Fault.of(
              "maxDays",
              Message.of(
                  "the replications would look at some {windows} windows, more than {most}",
                  String.format(Locale.ROOT, "%.0e", looks),
                  String.format(Locale.ROOT, "%.0e", MOST)),
              "Take a longer step, shorter clusters, a smaller radius or fewer replications, or"
                  + " look only at what goes on now"));
    }
  }

  /** Each event enters every circle about it and has as many windows looked at as the longest. */
  private double looks() {
    ScanSettings settings = study.settings();
    Ground ground = study.ground();
    long pairs =
        Neighbourhoods.pairs(
            ground.space(), IntStream.range(0, ground.places()).toArray(), settings.maxRadius());
    double inWindows =
        settings.prospective()
            ? IntStream.of(study.steps())
                .filter(s -> s >= settings.steps() - settings.longest())
                .count()
            : study.steps().length;
    return (double) pairs / ground.places() * inWindows * settings.longest() * replications;
  }
}
