package org.vigie.server.marks;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.MarkProposal;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;

/** Raises marks at once and lowers them when a second person agrees. */
public final class MarkRoutes implements Routes {

  private static final String TAG = "Marks";
  private static final int TRIES = 5;

  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);
  private static final Parameter<String> PROPOSAL =
      Parameter.path("id", "Id of a proposal.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public MarkRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    return List.of(
        // Before the other POST, whose path would take this one for a layer and a feature.
        Route.get("/api/marks/proposals")
            .describe(TAG, "listMarkProposals", "Proposals of lower marks that wait")
            .answers("Oldest first", Schema.object("proposals", Schema.array(Schema.of("object"))))
            .handle(this::list),
        Route.post("/api/marks/proposals/{id}")
            .describe(TAG, "settleMarkProposal", "Approve or reject a proposal")
            .with(PROPOSAL)
            .takes(
                "approve needs another person than the one who proposed; reject does not",
                "application/json",
                Schema.object("decision", Schema.words(List.of("approve", "reject"))))
            .answers("What was decided", Schema.of("object"))
            .handle(this::settle),
        Route.post("/api/marks/{layer}/{featureId}")
            .describe(TAG, "markFeature", "Mark a feature higher at once, or propose lower marks")
            .with(LAYER, FEATURE)
            .takes(
                "Marks that are to be, and why; what is absent stays",
                "application/json",
                Schema.object(
                        "classification", text, "compartments", Schema.array(text), "reason", text)
                    .requiring("reason"))
            .answers("The marks, which are in force", Schema.of("object"))
            .answers(
                new Answer(
                    202,
                    "A proposal, which waits for a second person",
                    Map.of("application/json", Schema.of("object"))))
            .handle(this::mark));
  }

  private void mark(Context context) throws IOException, BadInputException, StaleVersionException {
    Access access = Callers.access(context);
    String layer = LAYER.get(context);
    String id = FEATURE.get(context);
    FeatureStore mine = store.as(access);
    Feature feature = find(access, layer, id);
    if (!access.mayWrite(layer)) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of("You may read {layer} and not change it. Ask an administrator.", layer));
    }
    MarkRequest wanted = MarkRequest.read(Json.read(Bodies.read(context)));
    Marking to = wanted.over(Marking.of(feature));
    refuseUnknown(layer, to);
    if (!to.covers(Marking.of(feature))) {
      propose(context, mine, feature, to, wanted.reason());
      return;
    }
    if (!access.clears(to.classification(), to.compartments())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          "You would no longer see it yourself. Somebody with that clearance and those"
              + " compartments must raise it.");
    }
    Feature raised = raise(access, layer, id, wanted);
    Mark.set(context, raised.classification());
    context.header("ETag", "\"" + raised.version() + "\"");
    context.json(MarkDocument.of(raised));
  }

  /** What others write meanwhile stays: the marks go over whatever is current. */
  private Feature raise(Access access, String layer, String id, MarkRequest wanted)
      throws BadInputException, StaleVersionException {
    for (int left = TRIES; ; left--) {
      Feature now = find(access, layer, id);
      Marking to = wanted.over(Marking.of(now));
      if (to.equals(Marking.of(now))) {
        return now;
      }
      try {
        return store
            .as(access)
            .write(
                writing -> {
                  writing.because(wanted.reason());
                  return writing.replace(
                      now.withMarks(to.classification(), to.compartments()), now.version());
                });
      } catch (StaleVersionException overtaken) {
        if (left == 0) {
          throw overtaken;
        }
      }
    }
  }

  private void propose(
      Context context, FeatureStore mine, Feature feature, Marking to, String reason)
      throws BadInputException, StaleVersionException {
    FeatureRef ref = FeatureRef.of(feature);
    if (mine.proposals().stream().anyMatch(p -> p.feature().equals(ref))) {
      throw ProblemException.of(
          409, "Conflict", "A proposal for this feature waits already. Settle that one first.");
    }
    UUID id = mine.write(w -> w.propose(ref, Marking.of(feature), to, reason));
    MarkProposal made = get(mine, id.toString());
    Mark.set(context, feature.classification());
    context.status(202).header("Location", "/api/marks/proposals/" + id);
    context.json(Map.of("proposal", MarkDocument.of(made, Callers.access(context))));
  }

  private void list(Context context) {
    Access access = Callers.access(context);
    List<MarkProposal> proposals = store.as(access).proposals();
    proposals.stream()
        .map(p -> p.from().classification())
        .reduce((a, b) -> a.highest(b))
        .ifPresent(highest -> Mark.set(context, highest));
    context.json(
        Map.of("proposals", proposals.stream().map(p -> MarkDocument.of(p, access)).toList()));
  }

  private void settle(Context context)
      throws IOException, BadInputException, StaleVersionException {
    Access access = Callers.access(context);
    FeatureStore mine = store.as(access);
    MarkProposal proposal = get(mine, PROPOSAL.get(context));
    Members body =
        Members.of(Json.read(Bodies.read(context)), "").allow(java.util.Set.of("decision"));
    String decision = body.getText("decision");
    if (!decision.equals("approve") && !decision.equals("reject")) {
      throw body.wrong(
          "decision",
          Message.of("'{decision}' is unknown", decision),
          Message.of("Send approve or reject"));
    }
    if (!access.mayWrite(proposal.feature().layer())) {
      throw ProblemException.of(403, "Forbidden", "You may not change this layer.");
    }
    boolean granted = decision.equals("approve");
    if (granted && proposal.proposer().equals(access.author())) {
      throw ProblemException.of(
          403, "Forbidden", "You proposed it; another person who may see it must approve it.");
    }
    Feature now = find(access, proposal.feature().layer(), proposal.feature().id().toString());
    Feature after = granted ? lower(mine, proposal, now) : reject(mine, proposal, now);
    Mark.set(context, after.classification());
    context.json(MarkDocument.of(after));
  }

  private static Feature lower(FeatureStore mine, MarkProposal proposal, Feature now)
      throws BadInputException, StaleVersionException {
    if (!Marking.of(now).equals(proposal.from())) {
      throw ProblemException.of(
          409, "Conflict", "The marks have changed since. Reject this and propose it anew.");
    }
    return mine.write(
        writing -> {
          requireWaiting(writing.settle(proposal.id(), true));
          writing.because(proposal.reason());
          Marking to = proposal.to();
          return writing.replace(
              now.withMarks(to.classification(), to.compartments()), now.version());
        });
  }

  private static Feature reject(FeatureStore mine, MarkProposal proposal, Feature now)
      throws BadInputException, StaleVersionException {
    return mine.write(
        writing -> {
          requireWaiting(writing.settle(proposal.id(), false));
          return now;
        });
  }

  private static void requireWaiting(boolean wasWaiting) {
    if (!wasWaiting) {
      throw ProblemException.of(409, "Conflict", "Somebody has settled it already.");
    }
  }

  /** What may not be seen is absent, in the same words. */
  private Feature find(Access access, String layer, String id) {
    return FeatureId.find(id)
        .filter(known -> catalog.readableFor(access).find(layer).isPresent())
        .flatMap(known -> store.as(access).find(layer, known))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    Message.of("There is no feature '{id}' in this collection.", id)));
  }

  private static MarkProposal get(FeatureStore mine, String id) {
    return mine.proposals().stream()
        .filter(p -> p.id().toString().equals(id))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound(Message.of("There is no proposal '{id}'.", id)));
  }

  private void refuseUnknown(String layer, Marking to) throws BadInputException {
    List<String> known =
        catalog.get(layer).handling().known().stream().map(choice -> choice.code()).toList();
    for (String code : to.compartments()) {
      if (!known.contains(code)) {
        throw new BadInputException(
            org.vigie.geodata.model.Fault.of(
                "compartments", "'" + code + "' is unknown", "Use " + String.join(", ", known)));
      }
    }
  }
}
