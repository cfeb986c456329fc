package org.vigie.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jetty.server.HttpConfiguration;

/** The HTTP server: guards, routes and problem documents around the capabilities it is given. */
public final class HttpServer implements AutoCloseable {

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final HttpOptions options;
  private final RequestGuard guard;
  private final Door door;
  private final SecurityHeaders headers;
  private final Turns expensive =
      new Turns("expensive", HttpLimits.AT_ONCE, HttpLimits.WAITING, HttpLimits.PATIENCE);
  private final Turns bodies = new Turns("sending", HttpLimits.BODIES_AT_ONCE, 0, Duration.ZERO);
  private final List<Route> routes = new ArrayList<>();
  private final List<Routes> capabilities;
  private final Javalin javalin;

  public HttpServer(HttpOptions options, Authentication authentication, List<Routes> capabilities) {
    this.options = options;
    this.guard = new RequestGuard(options);
    this.door = new Door(authentication);
    this.headers = new SecurityHeaders(options.isEncrypted());
    this.capabilities = List.copyOf(capabilities);
    capabilities.forEach(c -> routes.addAll(c.routes()));
    this.javalin = Javalin.create(this::configure);
  }

  /** Listens when it returns. */
  public HttpServer start() {
    javalin.start();
    return this;
  }

  /** The port it listens on, also when any free one was asked for. */
  public int port() {
    return javalin.port();
  }

  /** What a browser on this machine opens, with a trailing slash. */
  public String url() {
    return options
        .publicUrl()
        .map(u -> u + "/")
        .orElse(
            (options.tls().isPresent() ? "https" : "http")
                + "://"
                + options.host()
                + ":"
                + port()
                + "/");
  }

  @Override
  public void close() {
    capabilities.forEach(Routes::stop);
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.jetty.addConnector(new Connectors(options)::create);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_TIMEOUT.toMillis());
          server.setErrorHandler(new RefusedByContainer(headers));
        });
    // No sessions: a WebSocket upgrade would otherwise set a session cookie.
    config.jetty.modifyServletContextHandler(
        context -> context.getSessionHandler().setSessionTrackingModes(Set.of()));
    config.jetty.modifyHttpConfiguration(HttpServer::configure);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Bodies.USUAL_BYTES;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.router.javaLangErrorHandler(Problems::fatal);
    config.routes.before(headers::set);
    config.routes.before(guard::check);
    for (Route route : routes) {
      Handler handler = context -> answer(route, context);
      config.routes.addEndpoint(new Endpoint(route.method(), route.path(), handler));
      if (route.method().equals(HandlerType.GET)) {
        // The same headers as GET; the container keeps the body back.
        config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, route.path(), handler));
      }
    }
    allowedMethods()
        .forEach((path, methods) -> config.routes.options(path, c -> allow(c, methods)));
    Problems.map(config.routes);
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HttpLimits.HEADER_BYTES);
  }

  private void answer(Route route, Context context) throws Exception {
    long begun = System.nanoTime();
    try {
      pass(route, context);
    } catch (ProblemException refused) {
      if (refused.problem().status() == HttpStatus.NOT_FOUND.getCode()) {
        EvenPace.await(begun);
      }
      throw refused;
    }
  }

  private void pass(Route route, Context context) throws Exception {
    door.pass(route, context);
    String caller = Callers.find(context).map(Caller::name).orElse(PeerAddress.of(context));
    if (route.expensive()) {
      expensive.inTurn(caller, () -> handle(route, context));
    } else if (Bodies.isSent(context)) {
      bodies.inTurn(caller, () -> handle(route, context));
    } else {
      handle(route, context);
    }
  }

  private void handle(Route route, Context context) throws Exception {
    try {
      UnknownParameters.refuse(route, context);
      Bodies.refuseCompressed(context);
      options.kept().tell(context);
      route.handler().handle(context);
      options.kept().mark(route, context);
    } catch (Exception refused) {
      Bodies.readPast(context);
      throw refused;
    }
  }

  private Map<String, Set<String>> allowedMethods() {
    Map<String, Set<String>> byPath = new TreeMap<>();
    for (Route route : routes) {
      Set<String> methods = byPath.computeIfAbsent(route.path(), p -> new TreeSet<>());
      methods.add(route.method().name());
      methods.add(HandlerType.OPTIONS.name());
      if (route.method().equals(HandlerType.GET)) {
        methods.add(HandlerType.HEAD.name());
      }
    }
    return byPath;
  }

  private static void allow(Context context, Set<String> methods) {
    context.status(204).header("Allow", String.join(", ", methods));
  }
}
