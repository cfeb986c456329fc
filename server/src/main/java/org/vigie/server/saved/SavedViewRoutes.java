package org.vigie.server.saved;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.SavedView;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.OfferedAddress;

/** Views of the map under a name: one's own, and those that others share with the mission. */
public final class SavedViewRoutes implements Routes {

  /** How many one person may have. */
  static final int MOST = 200;

  private static final int MAX_BODY_BYTES = 64_000;
  private static final String TAG = "Saved views";

  /** Who may offer a view to everybody; anybody may keep his own. */
  private static final Set<Role> SHARING =
      Set.of(Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST, Role.ADMINISTRATOR);

  private static final Parameter<String> ID =
      Parameter.path("id", "Id of a saved view.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public SavedViewRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    Schema view = Schema.of("object");
    return List.of(
        Route.get("/api/views")
            .describe(
                TAG, "listSavedViews", "One's own saved views in their order, then shared ones")
            .answers(
                "The views, whether the caller may share, and how many he may have",
                Schema.object(
                    "views",
                    Schema.array(view),
                    "mayShare",
                    Schema.bool(),
                    "most",
                    Schema.integer()))
            .handle(this::list),
        Route.post("/api/views")
            .describe(TAG, "saveView", "Save a view as the last of one's own")
            .takes("The view", MediaTypes.JSON, body().requiring("name", "address"))
            .answers(new Answer(201, "The view", Map.of(MediaTypes.JSON, view)))
            .handle(this::create),
        Route.patch("/api/views/{id}")
            .describe(TAG, "changeSavedView", "Rename, move, share or change an own view")
            .with(ID)
            .takes("What is to be otherwise; what is absent stays", MediaTypes.JSON, body())
            .answers("The view", view)
            .handle(this::change),
        Route.delete("/api/views/{id}")
            .describe(
                TAG,
                "deleteSavedView",
                "Delete an own view; an administrator makes a shared one its owner's alone")
            .with(ID)
            .answers(Answer.empty(204, "Done"))
            .handle(this::remove));
  }

  private static Schema body() {
    Schema text = Schema.string();
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("name", text.with("maxLength", 100));
    members.put("note", text.with("maxLength", 1_000));
    members.put("address", text.described("Fragment of the page's address, from #v1/ on"));
    members.put("shared", Schema.bool());
    members.put("start", Schema.bool().described("Whether the map opens with it"));
    members.put("position", Schema.integer().described("Place among one's own, from 0"));
    members.put(
        "classification",
        Schema.words(List.of("UNCLASSIFIED", "CONFIDENTIAL", "STRICTLY_CONFIDENTIAL")));
    members.put("compartments", Schema.array(text));
    return Schema.object(members);
  }

  private void list(Context context) {
    Caller caller = Callers.get(context);
    List<SavedView> views = store.savedViews(caller.access()).list();
    mark(context, views);
    context.header("Cache-Control", "no-store");
    context.json(
        Map.of(
            "views",
            views.stream().map(view -> SavedViewDocument.of(view, caller.access())).toList(),
            "mayShare",
            caller.hasAny(SHARING),
            "most",
            MOST));
  }

  private void create(Context context) throws IOException, BadInputException {
    Caller caller = Callers.get(context);
    SavedViewRequest wanted =
        SavedViewRequest.read(Bodies.read(context, MAX_BODY_BYTES), java.util.Optional.empty());
    refuseTooMuch(caller, wanted.content(), false);
    var views = store.savedViews(caller.access());
    SavedView made =
        views
            .add(wanted.content(), MOST)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        409,
                        "Conflict",
                        Message.of(
                            "You have {most} saved views, which is the most. Delete some first.",
                            MOST)));
    if (wanted.place().isPresent()) {
      made = views.change(made.id(), made.content(), wanted.place()).orElse(made);
    }
    context.status(201).header("Location", "/api/views/" + made.id());
    answer(context, made);
  }

  private void change(Context context) throws IOException, BadInputException {
    Caller caller = Callers.get(context);
    SavedView now = get(caller.access(), ID.get(context));
    requireOwn(caller, now);
    SavedViewRequest wanted =
        SavedViewRequest.read(
            Bodies.read(context, MAX_BODY_BYTES), java.util.Optional.of(now.content()));
    refuseTooMuch(caller, wanted.content(), now.content().shared());
    answer(
        context,
        store
            .savedViews(caller.access())
            .change(now.id(), wanted.content(), wanted.place())
            .orElseThrow(() -> absent(now.id().toString())));
  }

  private void remove(Context context) throws BadInputException {
    Caller caller = Callers.get(context);
    SavedView view = get(caller.access(), ID.get(context));
    boolean done;
    if (!isOwn(caller, view) && caller.roles().contains(Role.ADMINISTRATOR)) {
      done = store.savedViews(caller.access()).withdraw(view.id());
    } else {
      requireOwn(caller, view);
      done = store.savedViews(caller.access()).remove(view.id());
    }
    if (!done) {
      throw absent(view.id().toString());
    }
    context.status(204);
  }

  /** What may not be seen is absent, in the same words. */
  private SavedView get(Access access, String id) {
    return store.savedViews(access).list().stream()
        .filter(view -> view.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  private static ProblemException absent(String id) {
    return ProblemException.notFound(Message.of("There is no saved view '{id}'.", id));
  }

  private static boolean isOwn(Caller caller, SavedView view) {
    return view.owner().equals(caller.name());
  }

  private static void requireOwn(Caller caller, SavedView view) {
    if (!isOwn(caller, view)) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of("It is {owner}'s. Save a copy of your own and change that.", view.owner()));
    }
  }

  /**
   * @param shared whether others are offered it already, which stays whatever roles its owner lost
   */
  private void refuseTooMuch(Caller caller, SavedView.Content content, boolean shared)
      throws BadInputException {
    if (content.shared() && !shared && !caller.hasAny(SHARING)) {
      throw ProblemException.of(
          403,
          "Forbidden",
          "Views are shared by duty officers, protection advisers, analysts and administrators."
              + " Keep it for yourself, or ask one of them.");
    }
    if (content.shared()) {
      OfferedAddress.check(content.address(), "address", catalog, caller.access());
    }
    if (!caller.access().clears(content.classification(), content.compartments())) {
      throw new BadInputException(
          Fault.of(
              "classification",
              "is above what you are cleared for, or names a compartment that you do not hold",
              "Mark it as what you see is marked"));
    }
  }

  private static void answer(Context context, SavedView view) {
    mark(context, List.of(view));
    context.json(SavedViewDocument.of(view, Callers.access(context)));
  }

  private static void mark(Context context, List<SavedView> views) {
    views.stream()
        .map(view -> view.content().classification())
        .max(Comparator.<Classification>naturalOrder())
        .ifPresent(highest -> Mark.set(context, highest));
  }
}
