package org.vigie.server.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;

/**
 * One endpoint, declared once. A query parameter that is not declared is refused by name.
 *
 * @param path as Javalin and OpenAPI both write it, for example {@code /collections/{id}}
 * @param tag heading in the API description; empty for an endpoint that it leaves out
 * @param id name of the operation, unique in the server
 * @param parameters of the query, path and header
 * @param right who may call it
 * @param expensive whether only a few of one caller's run at a time
 * @param anyQuery whether undeclared query parameters pass (static files)
 * @param refusal what a browser shows whoever opens it without the right; a problem document if
 *     empty
 * @param mayBeKept whether a browser may keep the answer for when it has no line
 * @param asks whether it changes nothing although its method is one of those that do
 */
public record Route(
    HandlerType method,
    String path,
    String tag,
    String id,
    String summary,
    List<Parameter<?>> parameters,
    Optional<RequestBody> body,
    List<Answer> answers,
    Right right,
    boolean expensive,
    boolean anyQuery,
    boolean asks,
    boolean mayBeKept,
    Optional<RefusalPage> refusal,
    Handler handler) {

  private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);

  public static Builder get(String path) {
    return new Builder(HandlerType.GET, path);
  }

  public static Builder post(String path) {
    return new Builder(HandlerType.POST, path);
  }

  public static Builder put(String path) {
    return new Builder(HandlerType.PUT, path);
  }

  public static Builder patch(String path) {
    return new Builder(HandlerType.PATCH, path);
  }

  public static Builder delete(String path) {
    return new Builder(HandlerType.DELETE, path);
  }

  /** Whether it may change something, which a caller who may only read cannot ask for. */
  public boolean changes() {
    return !asks && !READS.contains(method);
  }

  public boolean described() {
    return !tag.isEmpty();
  }

  /** Collects the parts; {@link #handle} ends it. */
  public static final class Builder {
    private final HandlerType method;
    private final String path;
    private String tag = "";
    private String id = "";
    private String summary = "";
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private Optional<RequestBody> body = Optional.empty();
    private final List<Answer> answers = new ArrayList<>();
    private Right right = Right.SIGNED_IN;
    private boolean expensive;
    private boolean anyQuery;
    private boolean asks;
    private boolean mayBeKept;
    private Optional<RefusalPage> refusal = Optional.empty();

    private Builder(HandlerType method, String path) {
      this.method = method;
      this.path = path;
    }

    /** Puts the endpoint into the API description. */
    public Builder describe(String newTag, String newId, String newSummary) {
      tag = newTag;
      id = newId;
      summary = newSummary;
      return this;
    }

    public Builder with(Parameter<?>... more) {
      parameters.addAll(List.of(more));
      return this;
    }

    public Builder takes(String description, String mediaType, Schema schema) {
      return takes(new RequestBody(description, Map.of(mediaType, schema)));
    }

    public Builder takes(RequestBody newBody) {
      body = Optional.of(newBody);
      return this;
    }

    public Builder answers(Answer answer) {
      answers.add(answer);
      return this;
    }

    public Builder answers(String description, Schema json) {
      return answers(Answer.ok(description, json));
    }

    /** Also for those who are not signed in. */
    public Builder open() {
      right = Right.OPEN;
      return this;
    }

    /** Only for those who have one of the roles. */
    public Builder only(Role... roles) {
      right = Right.of(roles);
      return this;
    }

    /** Shows this to whoever opens it as a page without having one of the roles. */
    public Builder orElse(RefusalPage page) {
      refusal = Optional.of(page);
      return this;
    }

    /** Holds the database or the processor for long: only a few of one caller's run at a time. */
    public Builder expensive() {
      expensive = true;
      return this;
    }

    /** Asks by POST, because a question does not fit into an address; changes nothing. */
    public Builder asks() {
      asks = true;
      return this;
    }

    /** A browser may keep the answer, see {@link KeptOffline}. */
    public Builder mayBeKept() {
      mayBeKept = true;
      return this;
    }

    public Builder anyQuery() {
      anyQuery = true;
      return this;
    }

    public Route handle(Handler handler) {
      return new Route(
          method,
          path,
          tag,
          id,
          summary,
          List.copyOf(parameters),
          body,
          List.copyOf(answers),
          right,
          expensive,
          anyQuery,
          asks,
          mayBeKept,
          refusal,
          handler);
    }
  }
}
