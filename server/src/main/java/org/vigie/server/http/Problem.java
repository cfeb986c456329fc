package org.vigie.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * An answer other than success, before it is known in which language it will be read.
 *
 * @param type URI of the kind of problem; {@code about:blank} when the status says it all
 * @param detail what happened this time, for the caller
 * @param faults each thing that is wrong with the request, with its remedy
 */
public record Problem(String type, Message title, int status, Message detail, List<Fault> faults) {

  /** A body of nothing but mistakes must not be answered with one many times its size. */
  private static final int MOST_FLAWS = 100;

  /** A problem document (RFC 9457). */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Document(String type, String title, int status, String detail, List<Flaw> errors) {}

  /** One thing that is wrong; line and file for data that came as a file. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Flaw(
      @Nullable String file, @Nullable Long line, @Nullable String field, String what, String fix) {

    static Flaw of(Fault fault, Catalogue words) {
      return new Flaw(
          fault.file(),
          fault.line() > 0 ? fault.line() : null,
          fault.field(),
          words.say(fault.wrong()),
          words.say(fault.remedy()));
    }
  }

  public static Problem of(int status, String title, String detail) {
    return of(status, title, Message.of(detail));
  }

  public static Problem of(int status, String title, Message detail) {
    return new Problem("about:blank", Message.of(title), status, detail, List.of());
  }

  public static Problem badInput(List<Fault> faults) {
    Message detail =
        faults.isEmpty() ? Message.of("The request cannot be read.") : faults.get(0).message();
    return new Problem(
        "about:blank",
        Message.of("Bad Request"),
        400,
        detail,
        faults.stream().limit(MOST_FLAWS).toList());
  }

  public Problem ofType(String uri) {
    return new Problem(uri, title, status, detail, faults);
  }

  /** As it is written for somebody who reads this language. */
  public Document in(Language language) {
    Catalogue words = Catalogue.of(language);
    return new Document(
        type,
        words.say(title),
        status,
        words.say(detail),
        faults.stream().map(fault -> Flaw.of(fault, words)).toList());
  }
}
