package org.vigie.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.AppendOnlyException;
import org.vigie.geodata.store.OutOfAreaException;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.StoreFullException;
import org.vigie.geodata.store.StoreTimeoutException;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.SubmissionConflictException;

/** Which exception becomes which problem document. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "2";
  private static final String RETRY_SECONDS_WHEN_FULL = "60";

  /** What the operating system says of a full disk; Java has no exception of its own for it. */
  private static final String NO_SPACE = "No space left on device";

  private Problems() {}

  static void map(RoutesConfig routes) {
    routes.exception(
        BadInputException.class, (e, context) -> send(context, Problem.badInput(e.faults())));
    routes.exception(
        ProblemException.class,
        (e, context) -> {
          if (e.retrySeconds() > 0) {
            context.header("Retry-After", Integer.toString(e.retrySeconds()));
          }
          send(context, e.problem());
        });
    routes.exception(SeeOtherException.class, (e, context) -> seeOther(context, e.path()));
    routes.exception(
        RefusedPageException.class,
        (e, context) -> context.status(403).header("Cache-Control", "no-store").html(e.html()));
    routes.exception(StaleVersionException.class, (e, context) -> send(context, stale(e)));
    routes.exception(SubmissionConflictException.class, (e, context) -> send(context, conflict(e)));
    routes.exception(
        AppendOnlyException.class,
        (e, context) -> send(context, Problem.of(409, "Conflict", String.valueOf(e.getMessage()))));
    routes.exception(
        OutOfAreaException.class,
        (e, context) ->
            send(context, Problem.of(403, "Forbidden", String.valueOf(e.getMessage()))));
    routes.exception(
        StoreUnavailableException.class,
        (e, context) -> {
          LOG.warn("store unavailable: {}", String.valueOf(e.getMessage()), e);
          context.header("Retry-After", RETRY_SECONDS);
          send(
              context,
              Problem.of(
                  503,
                  "Service Unavailable",
                  Message.of("{reason}. Try again shortly.", Message.of(begun(e.getMessage())))));
        });
    routes.exception(
        StoreFullException.class,
        (e, context) -> {
          LOG.error("no room: {}", String.valueOf(e.getMessage()), e);
          full(context, Message.of("The disk of the database is full"));
        });
    routes.exception(
        StoreTimeoutException.class,
        (e, context) -> {
          LOG.warn("{} took too long", context.path());
          context.header("Retry-After", RETRY_SECONDS);
          send(
              context,
              Problem.of(
                  503,
                  "Service Unavailable",
                  "The question took the database too long. Ask for a smaller area, a shorter"
                      + " period or a simpler filter."));
        });
    routes.exception(MethodNotAllowedResponse.class, Problems::methodNotAllowed);
    routes.exception(
        HttpResponseException.class,
        (e, context) -> send(context, Problem.of(e.getStatus(), title(e), text(e))));
    routes.exception(IOException.class, Problems::inputOutput);
    routes.exception(Exception.class, Problems::bug);
  }

  static void send(Context context, Problem problem) {
    if (Streams.begun(context)) {
      throw Streams.breakOff(context, problem.detail().toString());
    }
    Language language = Language.asked(context);
    context.status(problem.status());
    context.removeHeader("ETag");
    context.removeHeader("Content-Disposition");
    context.header("Cache-Control", "no-store");
    if (Bodies.isUnread(context)) {
      context.header("Connection", "close");
    }
    context.header("Content-Language", language.tag());
    context.result(Json.bytes(problem.in(language))).contentType(MediaTypes.PROBLEM);
  }

  private static void seeOther(Context context, String path) {
    context.status(303);
    context.header("Location", BaseUrl.of(context) + path);
    context.header("Cache-Control", "no-store");
  }

  /** A stack overflow, memory exhausted: answered as well as can be. */
  static void fatal(HttpServletResponse response, Error error) {
    Problem problem = logged(error, "a request");
    response.setStatus(problem.status());
    response.setContentType(MediaTypes.PROBLEM);
    try {
      response.getOutputStream().write(Json.bytes(problem.in(Language.EN)));
    } catch (IOException | IllegalStateException noBodyPossible) {
      LOG.debug("no body for a fatal error", noBodyPossible);
    }
  }

  /** A client that leaves in the middle is its own affair; a file that cannot be read is ours. */
  private static void inputOutput(IOException thrown, Context context) {
    if (thrown instanceof EofException || Streams.begun(context)) {
      LOG.debug("the client went away: {}", context.path(), thrown);
    } else if (String.valueOf(thrown.getMessage()).contains(NO_SPACE)) {
      LOG.error("no room for a file of {}", context.path(), thrown);
      full(context, Message.of("The disk of the server is full"));
    } else {
      bug(thrown, context);
    }
  }

  /** Whoever runs the server must act before it is of use to send again. */
  private static void full(Context context, Message what) {
    context.header("Retry-After", RETRY_SECONDS_WHEN_FULL);
    send(
        context,
        Problem.of(
            507,
            "Insufficient Storage",
            Message.of(
                "{what}, so nothing of this was stored. Whoever runs the server must free space on"
                    + " it; then send it again.",
                what)));
  }

  private static String begun(@Nullable String message) {
    String text = String.valueOf(message);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void bug(Exception thrown, Context context) {
    send(context, logged(thrown, context.method() + " " + context.path()));
  }

  private static Problem logged(Throwable thrown, String what) {
    UUID id = UUID.randomUUID();
    LOG.error("{} failed, problem {}", what, id, thrown);
    return Problem.of(
            500,
            "Internal Server Error",
            Message.of(
                "A fault of the server, not of the request. The log tells more under {id}.", id))
        .ofType("urn:uuid:" + id);
  }

  private static void methodNotAllowed(MethodNotAllowedResponse e, Context context) {
    String methods = String.join(", ", e.getDetails().values());
    context.header("Allow", methods);
    send(
        context,
        Problem.of(
            405,
            title(e),
            Message.of(
                "{method} is not possible here, but {methods}.", context.method(), methods)));
  }

  private static Problem stale(StaleVersionException e) {
    return e.currentVersion() == 0
        ? Problem.of(412, "Precondition Failed", "The feature is gone.")
        : Problem.of(
            412,
            "Precondition Failed",
            Message.of(
                "Somebody else changed the feature: version {currentVersion} is current. Read it"
                    + " again and repeat the edit.",
                e.currentVersion()));
  }

  private static Problem conflict(SubmissionConflictException e) {
    return Problem.of(
        409,
        "Conflict",
        Message.of(
            "This Idempotency-Key came with other content before (SHA-256 {first}, now {now}). Send"
                + " what is new under a new key.",
            e.first(),
            e.now()));
  }

  private static String title(HttpResponseException e) {
    return HttpStatus.forStatus(e.getStatus()).getMessage();
  }

  private static String text(HttpResponseException e) {
    return e.getMessage() == null ? title(e) : e.getMessage();
  }
}
