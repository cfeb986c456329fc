package org.vigie.server.snapshot;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Snapshot;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;

/**
 * {@code /api/snapshots}: freezes a view of the map, lists, finds and withdraws those there are.
 */
public final class SnapshotRoutes implements Routes {

  private static final String TAG = "Watch";
  private static final Parameter<Integer> LIMIT = Parameters.limit(1_000, 200);
  private static final Parameter<String> REF =
      Parameter.path("ref", "Reference of a snapshot, S-7KQ4.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public SnapshotRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    Schema array = Schema.array(text);
    Schema layers = Schema.array(Schema.object("name", text, "filter", text));
    return List.of(
        Route.get("/api/snapshots")
            .describe(TAG, "listSnapshots", "Snapshots that you may see")
            .with(LIMIT)
            .answers(
                "The newest first, without those that were withdrawn",
                Schema.object("snapshots", Schema.array(Schema.of("object"))))
            .handle(this::list),
        Route.post("/api/snapshots")
            .expensive()
            .describe(TAG, "addSnapshot", "Freeze a view of the map")
            .takes(
                "Title and note; view, the fragment of the map's address; the selection that it"
                    + " shows, by which it is classified: box, dates, layers with a filter each, as"
                    + " known at a moment or now. Higher marks may be given",
                MediaTypes.JSON,
                Schema.object(
                        "title",
                        text,
                        "note",
                        text,
                        "view",
                        text,
                        "as-known-at",
                        text,
                        "bbox",
                        Schema.array(Schema.number()),
                        "datetime",
                        text,
                        "layers",
                        layers,
                        "classification",
                        text,
                        "compartments",
                        array)
                    .requiring("title", "view", "layers"))
            .answers(new Answer(201, "The snapshot", Map.of(MediaTypes.JSON, Schema.of("object"))))
            .handle(this::add),
        Route.get("/api/snapshots/{ref}")
            .describe(TAG, "getSnapshot", "One snapshot, also when it was withdrawn")
            .with(REF)
            .answers("The snapshot", Schema.of("object"))
            .handle(this::get),
        Route.delete("/api/snapshots/{ref}")
            .describe(TAG, "withdrawSnapshot", "Withdraw a snapshot, which stays in the record")
            .with(REF)
            .answers(new Answer(204, "Withdrawn", Map.of()))
            .handle(this::withdraw));
  }

  private void list(Context context) throws BadInputException {
    List<Snapshot> snapshots = store.snapshots(Callers.access(context)).list(LIMIT.get(context));
    Classification highest = Classification.UNCLASSIFIED;
    for (Snapshot each : snapshots) {
      highest = highest.highest(each.classification());
    }
    Mark.set(context, highest);
    send(context, Map.of("snapshots", snapshots.stream().map(SnapshotDocument::of).toList()));
  }

  private void add(Context context) throws BadInputException, IOException {
    Access access = Callers.access(context);
    Members body = Members.of(Json.read(Bodies.read(context)), "");
    Snapshot.Draft draft = new SnapshotRequest(body, catalog, store.as(access), access).draft();
    Snapshot snapshot = store.snapshots(access).add(draft);
    Mark.set(context, snapshot.classification());
    context.status(201).header("Location", "/api/snapshots/" + snapshot.ref());
    send(context, SnapshotDocument.of(snapshot));
  }

  private void get(Context context) throws BadInputException {
    Snapshot snapshot = find(context);
    Mark.set(context, snapshot.classification());
    send(context, SnapshotDocument.of(snapshot));
  }

  private void withdraw(Context context) throws BadInputException {
    Snapshot snapshot = find(context);
    Access access = Callers.access(context);
    boolean isOwn = snapshot.author().equals(access.author().name());
    if (!isOwn && !Callers.get(context).hasAny(Set.of(Role.DUTY_OFFICER, Role.ADMINISTRATOR))) {
      throw ProblemException.of(
          403,
          "Forbidden",
          "Its author, a duty officer or an administrator may withdraw it. Ask one of them.");
    }
    store.snapshots(access).withdraw(snapshot);
    context.status(204);
  }

  /** Read over the radio it may come in small letters. */
  private Snapshot find(Context context) throws BadInputException {
    String ref = REF.get(context);
    return store
        .snapshots(Callers.access(context))
        .find(ref.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () -> ProblemException.notFound(Message.of("There is no snapshot '{ref}'.", ref)));
  }

  private static void send(Context context, Object document) {
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }
}
