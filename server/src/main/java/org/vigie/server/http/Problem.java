package org.vigie.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Fault;

/**
 * A problem document (RFC 9457).
 *
 * @param type URI of the kind of problem; {@code about:blank} when the status says it all
 * @param detail what happened this time, for the caller
 * @param errors each thing that is wrong with the request, with its remedy
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Flaw> errors) {

  /** A body of nothing but mistakes must not be answered with one many times its size. */
  private static final int MOST_FLAWS = 100;

  /** One thing that is wrong; line and file for data that came as a file. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Flaw(
      @Nullable String file, @Nullable Long line, @Nullable String field, String what, String fix) {

    static Flaw of(Fault fault) {
      return new Flaw(
          fault.file(),
          fault.line() > 0 ? fault.line() : null,
          fault.field(),
          fault.what(),
          fault.fix());
    }
  }

  public static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, List.of());
  }

  public static Problem badInput(List<Fault> faults) {
    String detail = faults.isEmpty() ? "The request cannot be read." : faults.get(0).toString();
    return new Problem(
        "about:blank",
        "Bad Request",
        400,
        detail,
        faults.stream().limit(MOST_FLAWS).map(Flaw::of).toList());
  }

  public Problem ofType(String uri) {
    return new Problem(uri, title, status, detail, errors);
  }
}
