package org.vigie.server.http;

/** An answer other than success that a handler has decided on. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public static ProblemException of(int status, String title, String detail) {
    return new ProblemException(Problem.of(status, title, detail));
  }

  public static ProblemException notFound(String detail) {
    return of(404, "Not Found", detail);
  }

  public Problem problem() {
    return problem;
  }
}
