package org.vigie.server.workflow;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.workflow.Offer;
import org.vigie.geodata.workflow.Stay;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Takes features from state to state; what is refused says what is possible instead. */
public final class WorkflowRoutes implements Routes {

  static final String TAG = "Reports and incidents";

  private static final String PATH = "/api/workflow/{layer}/{featureId}";
  private static final int MAX_REASON = 1_000;
  private static final Answer STALE =
      Answer.empty(412, "Somebody else changed it first; the detail says what its state is now");
  private static final Answer NO_TAG = Answer.empty(428, "If-Match is missing");

  private final GuardedStore store;
  private final FeaturePath path;
  private final Clock clock;

  public WorkflowRoutes(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.path = new FeaturePath(catalog);
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH)
            .describe(TAG, "getSituation", "Where a feature stands in its workflow")
            .with(FeaturePath.LAYER, FeaturePath.FEATURE)
            .answers(
                "State, time in each state, possible steps, reports and the grade they give",
                SituationDocument.SCHEMA)
            .handle(this::read),
        Route.post(PATH)
            .describe(TAG, "takeStep", "Take a feature to another state")
            .with(FeaturePath.LAYER, FeaturePath.FEATURE, FeaturePath.IF_MATCH)
            .takes(
                "The state to reach, and why",
                MediaTypes.JSON,
                Schema.object("to", Schema.string(), "reason", Schema.string()).requiring("to"))
            .answers("As it stands then", SituationDocument.SCHEMA)
            .answers(Answer.empty(403, "Not for this caller: his role, or his own work"))
            .answers(Answer.empty(409, "The state cannot be reached from where it stands"))
            .answers(STALE)
            .answers(NO_TAG)
            .handle(this::step),
        Route.post(PATH + "/undo")
            .describe(TAG, "undoStep", "Take back the caller's own last step")
            .with(FeaturePath.LAYER, FeaturePath.FEATURE, FeaturePath.IF_MATCH)
            .answers("As it stands then; the log keeps both", SituationDocument.SCHEMA)
            .answers(Answer.empty(409, "The last change was no step of the caller's"))
            .answers(STALE)
            .answers(NO_TAG)
            .handle(this::undo));
  }

  private void read(Context context) {
    FeatureStore seen = store.as(Callers.access(context));
    answer(context, situation(context, seen, path.feature(context, seen)));
  }

  private void step(Context context) throws IOException, BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    Feature current = path.feature(context, seen);
    Bodies.requireType(context, MediaTypes.JSON);
    Wish wish = Json.read(Bodies.read(context), Wish.class);
    String reason = wish.reason == null ? "" : wish.reason.strip();
    Situation situation = situation(context, seen, current);
    requireSeen(context, situation);
    FeaturePath.requireWritable(context, current.layer());
    String to = wish.to == null ? "" : wish.to;
    check(situation, to, reason);
    change(context, seen, situation, to, reason);
  }

  private void undo(Context context) throws BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    Situation situation = situation(context, seen, path.feature(context, seen));
    requireSeen(context, situation);
    String former =
        situation
            .undoable()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        409,
                        "Conflict",
                        "The last change was not a step of yours. Take another step instead."));
    change(context, seen, situation, former, "Step taken back");
  }

  private void change(
      Context context, FeatureStore seen, Situation situation, String to, String reason)
      throws BadInputException, StaleVersionException {
    Feature current = situation.feature();
    Feature next = current.withProperty(situation.workflow().property(), to);
    try {
      Feature stored =
          seen.write(
              writing -> {
                writing.because(reason);
                return writing.replace(next, current.version());
              });
      answer(context, situation(context, seen, stored));
    } catch (StaleVersionException late) {
      throw seen.find(current.layer(), current.id())
          .map(now -> overtaken(situation(context, seen, now)))
          .orElseThrow(() -> late);
    }
  }

  private static void check(Situation situation, String to, String reason)
      throws BadInputException {
    if (to.isEmpty()) {
      throw new BadInputException(Fault.of("to", "is missing", "Name the state to reach"));
    }
    if (reason.length() > MAX_REASON) {
      throw new BadInputException(
          Fault.of(
              "reason",
              Message.of("has {count} characters", reason.length()),
              Message.of("Use at most {maxReason}", MAX_REASON)));
    }
    Offer offer =
        situation
            .findOffer(to)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        409,
                        "Conflict",
                        Message.of(
                            "It is {state} and cannot become {to}. {possible}",
                            situation.state(),
                            to,
                            possible(situation))));
    if (!offer.isAllowed()) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "{refusal} {possible}",
              Message.of(offer.refusal().orElseThrow().sentence()),
              possible(situation)));
    }
    if (offer.needsReason() && reason.isEmpty()) {
      throw new BadInputException(
          Fault.of("reason", "is missing", "Say why what was decided is taken up again"));
    }
  }

  /** For a refusal: what the caller can do, and what somebody else can. */
  private static Message possible(Situation situation) {
    String open = names(situation, true);
    String others = names(situation, false);
    Message yours =
        open.isEmpty()
            ? Message.of("No step is open to you.")
            : Message.of("Open to you: {steps}.", open);
    return others.isEmpty() ? yours : Message.of("{yours} Open to others: {steps}.", yours, others);
  }

  private static String names(Situation situation, boolean allowed) {
    return situation.offers().stream()
        .filter(offer -> offer.isAllowed() == allowed)
        .map(Offer::to)
        .collect(Collectors.joining(", "));
  }

  private void requireSeen(Context context, Situation situation) throws BadInputException {
    if (!FeaturePath.wasSeen(context, situation.feature())) {
      throw overtaken(situation);
    }
  }

  private static ProblemException overtaken(Situation now) {
    List<Stay> stays = now.stays();
    String by =
        stays.isEmpty() ? "" : " since " + stays.get(stays.size() - 1).author().name() + " acted";
    return ProblemException.of(
        412,
        "Precondition Failed",
        Message.of(
            "Somebody else changed it: it is {state}{by}, version {version}. Look at it again."
                + " {possible}",
            now.state(),
            by,
            now.feature().version(),
            possible(now)));
  }

  private Situation situation(Context context, FeatureStore seen, Feature feature) {
    Layer layer = path.layer(context);
    if (layer.workflow().isEmpty()) {
      throw ProblemException.notFound(Message.of("Layer '{layer}' has no workflow.", layer.name()));
    }
    return Situation.of(seen, layer, feature, Callers.get(context));
  }

  private void answer(Context context, Situation situation) {
    HighestMark mark = new HighestMark();
    mark.take(situation.feature());
    situation.reports().list().forEach(linked -> mark.take(linked.report()));
    Mark.set(context, mark.get());
    context.header("ETag", FeaturePath.tag(situation.feature()));
    context.header("Cache-Control", "no-store");
    SituationDocument document =
        SituationDocument.of(situation, path.layers(context), clock.instant());
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }

  private record Wish(@Nullable String to, @Nullable String reason) {}
}
