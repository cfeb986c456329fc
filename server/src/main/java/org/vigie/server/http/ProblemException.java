package org.vigie.server.http;

import org.vigie.geodata.model.Message;

/** An answer other than success that a handler has decided on. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final int retrySeconds;

  public ProblemException(Problem problem) {
    this(problem, 0);
  }

  private ProblemException(Problem problem, int retrySeconds) {
    super(problem.detail().toString());
    this.problem = problem;
    this.retrySeconds = retrySeconds;
  }

  public static ProblemException of(int status, String title, String detail) {
    return new ProblemException(Problem.of(status, title, detail));
  }

  public static ProblemException of(int status, String title, Message detail) {
    return new ProblemException(Problem.of(status, title, detail));
  }

  public static ProblemException notFound(Message detail) {
    return of(404, "Not Found", detail);
  }

  public static ProblemException notFound(String detail) {
    return of(404, "Not Found", detail);
  }

  /** The same, with the seconds after which the caller may try again. */
  public ProblemException retryAfter(int seconds) {
    return new ProblemException(problem, seconds);
  }

  /** Seconds after which to try again; 0 when that would not help. */
  int retrySeconds() {
    return retrySeconds;
  }

  public Problem problem() {
    return problem;
  }
}
