package org.vigie.server.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Inbox;
import org.vigie.geodata.store.Inbox.Waiting;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code GET /api/inbox}: what waits for somebody in the operations centre, and why. */
public final class InboxRoutes implements Routes {

  private static final int MAX_PAGE = 200;
  private static final Parameter<String> QUEUE =
      Parameter.text("queue", "Only what waits in this queue: a state, REPORT or CORRECTION.");
  private static final Parameter<Integer> LIMIT = Parameters.limit(MAX_PAGE, 50);
  private static final Parameter<Integer> OFFSET =
      Parameter.query(
              "offset",
              "How many to pass over, for the next page.",
              Schema.integer(0, 1_000_000, 0),
              InboxRoutes::offset)
          .orElse(0);

  private final GuardedStore store;
  private final LayerCatalog catalog;
  private final Clock clock;

  public InboxRoutes(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/inbox")
            .describe(
                WorkflowRoutes.TAG,
                "getInbox",
                "What waits: by severity, then by waiting time against the target of its state")
            .with(QUEUE, LIMIT, OFFSET)
            .only(Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST)
            .answers(
                "Counts by queue and one page",
                Schema.object(
                    "layer", Schema.string(),
                    "total", Schema.integer(),
                    "queues", Schema.array(Schema.of("object")),
                    "items", Schema.array(Schema.of("object"))))
            .handle(this::answer));
  }

  private static int offset(String text) throws BadInputException {
    if (!text.matches("[0-9]{1,6}")) {
      throw new BadInputException(
          Fault.of(
              "offset",
              Message.of("'{text}' is not a whole number from 0", text),
              "Give for example 50"));
    }
    return Integer.parseInt(text);
  }

  private void answer(Context context) throws BadInputException {
    LayerCatalog layers = catalog.readableFor(Callers.access(context));
    Layer layer =
        layers.list().stream()
            .filter(each -> each.workflow().isPresent())
            .findFirst()
            .orElseThrow(
                () -> ProblemException.notFound("No layer that you may read has a workflow."));
    Instant now = clock.instant();
    Inbox inbox =
        store
            .as(Callers.access(context))
            .inbox(
                new Inbox.Request(
                    layer, QUEUE.find(context), LIMIT.get(context), OFFSET.get(context), now));
    HighestMark mark = new HighestMark();
    inbox.items().forEach(item -> mark.take(item.feature()));
    Mark.set(context, mark.get());
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document(inbox, layer, layers, now))).contentType(MediaTypes.JSON);
  }

  private static Document document(Inbox inbox, Layer layer, LayerCatalog layers, Instant now) {
    Map<String, String> queues = new LinkedHashMap<>();
    queues.put(Inbox.REPORTS, "Reports without an incident");
    queues.put(Inbox.CORRECTIONS, "Corrections");
    Workflow workflow = layer.workflow().orElseThrow();
    workflow.targets().keySet().forEach(state -> queues.put(state, Shown.label(layer, state)));
    return new Document(
        layer.name(),
        inbox.asOf(),
        inbox.total(),
        queues.entrySet().stream()
            .map(
                q ->
                    new Queue(
                        q.getKey(), q.getValue(), inbox.counts().getOrDefault(q.getKey(), 0L)))
            .toList(),
        inbox.items().stream().map(item -> item(item, layer, layers, now)).toList());
  }

  private static Item item(Waiting waiting, Layer layer, LayerCatalog layers, Instant now) {
    return new Item(
        waiting.queue(),
        why(waiting.queue(), layer),
        waiting.since(),
        Math.max(0, Duration.between(waiting.since(), now).toSeconds()),
        waiting.target().toSeconds(),
        Shown.of(layers.find(waiting.feature().layer()).orElse(layer), waiting.feature()));
  }

  private static String why(String queue, Layer layer) {
    return switch (queue) {
      case Inbox.REPORTS -> "No incident is linked to this report.";
      case Inbox.CORRECTIONS -> "It corrects an older report and is linked to no incident yet.";
      default ->
          Shown.label(layer, queue)
              + ": waits to become "
              + layer.workflow().orElseThrow().steps().stream()
                  .filter(step -> step.from().contains(queue))
                  .map(step -> Shown.label(layer, step.to()).toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" or "))
              + ".";
    };
  }

  private record Document(
      String layer, LogPosition asOf, long total, List<Queue> queues, List<Item> items) {}

  private record Queue(String name, String title, long count) {}

  /** One that waits; {@code why} says for what. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Item(
      String queue,
      String why,
      Instant since,
      long waitedSeconds,
      long targetSeconds,
      @JsonUnwrapped Shown shown) {}
}
