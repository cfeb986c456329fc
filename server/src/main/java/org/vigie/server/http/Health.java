package org.vigie.server.http;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the process lives, and whether it can answer; for whoever restarts or routes to it. */
public final class Health implements Routes {

  private static final Schema STATUS = Schema.object(Map.of("status", Schema.string()));

  private final BooleanSupplier ready;

  /**
   * @param ready whether the store answers now; it may throw, which means no
   */
  public Health(BooleanSupplier ready) {
    this.ready = ready;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live")
            .open()
            .describe("Health", "getLive", "Whether the process is alive")
            .answers("It is", STATUS)
            .handle(context -> context.json(Map.of("status", "live"))),
        Route.get("/health/ready")
            .open()
            .describe("Health", "getReady", "Whether the server and its database answer")
            .answers("They do", STATUS)
            .answers(Answer.empty(503, "The database does not answer"))
            .handle(
                context -> {
                  if (!isReady()) {
                    throw ProblemException.of(
                        503, "Service Unavailable", "The database does not answer.");
                  }
                  context.json(Map.of("status", "ready"));
                }));
  }

  private boolean isReady() {
    try {
      return ready.getAsBoolean();
    } catch (RuntimeException notReady) {
      return false;
    }
  }
}
