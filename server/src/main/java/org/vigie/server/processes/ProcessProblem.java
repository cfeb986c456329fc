package org.vigie.server.processes;

import org.vigie.geodata.model.Message;
import org.vigie.server.http.Problem;
import org.vigie.server.http.ProblemException;

/** The problems that OGC 18-062r2 has types for. */
final class ProcessProblem {

  private static final String TYPE =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  private ProcessProblem() {}

  static ProblemException noSuchProcess(String id) {
    return absent("no-such-process", Message.of("There is no process '{id}'.", id));
  }

  /** The same for a job of another, one that is forgotten and one that never was. */
  static ProblemException noSuchJob(String id) {
    return absent("no-such-job", Message.of("There is no job '{id}'.", id));
  }

  static ProblemException notReady(Message detail) {
    return absent("result-not-ready", detail);
  }

  private static ProblemException absent(String type, Message detail) {
    return new ProblemException(Problem.of(404, "Not Found", detail).ofType(TYPE + type));
  }
}
