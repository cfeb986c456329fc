package org.vigie.server.live;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Credentials;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code GET /api/changes/stream}: what changes, as it changes, as the caller may see it. */
public final class LiveRoutes implements Routes {

  private static final Parameter<String> LAST_ID =
      Parameter.header(
          "Last-Event-ID",
          "Id of the last event that was received: the stream goes on after it. Without it, or"
              + " when it does not fit any more, from now on.",
          Schema.string(),
          text -> text);
  private static final Parameter<String> FOLLOW =
      Parameter.word(
              "follow",
              "no: end when everything since Last-Event-ID has been told, for programs that come"
                  + " back now and then.",
              List.of("yes", "no"))
          .orElse("yes");

  private final GuardedStore store;
  private final Credentials credentials;
  private final LiveLimits limits;
  private @Nullable LiveStreams streams;

  public LiveRoutes(GuardedStore store, Credentials credentials, LiveLimits limits) {
    this.store = store;
    this.credentials = credentials;
    this.limits = limits;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/changes/stream")
            .describe("Data", "streamChanges", "What changes, as it changes (server-sent events)")
            .with(LAST_ID, FOLLOW)
            .answers(
                Answer.ok(
                    "Events: changes (layers with ids and versions of what was added, changed or"
                        + " removed for the caller, and touched tiles), position, reset, stale,"
                        + " end; a comment is a sign of life",
                    MediaTypes.EVENT_STREAM,
                    Schema.string()))
            .answers(Answer.empty(429, "This account has too many streams open"))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException {
    String lastId = LAST_ID.find(context).orElse("");
    boolean once = FOLLOW.get(context).equals("no");
    context.contentType(MediaTypes.EVENT_STREAM + ";charset=utf-8");
    context.header("Cache-Control", "no-store");
    // a proxy that collects an answer before it passes it on would keep everything back
    context.header("X-Accel-Buffering", "no");
    if (context.method().equals(HandlerType.HEAD)) {
      return;
    }
    LiveStreams open = streams();
    Listener listener = new Listener(context, credentials.of(context), limits.eventsWaiting());
    open.add(listener, lastId, once);
    context.future(listener::open);
  }

  /** Begins with the first who listens, and with a database that answers. */
  private synchronized LiveStreams streams() {
    if (streams == null) {
      streams = new LiveStreams(store, credentials, limits);
    }
    return streams;
  }

  /** How many listen now. */
  synchronized int size() {
    return streams == null ? 0 : streams.size();
  }

  @Override
  public synchronized void stop() {
    if (streams != null) {
      streams.close();
      streams = null;
    }
  }
}
