package org.vigie.geodata.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with data from outside, said so that the sender can mend it.
 *
 * @param file file name, null when the data did not come in a file
 * @param line first line of the record, counted from 1; 0 when lines mean nothing
 * @param field property or column, null when the whole record is meant
 * @param wrong what is wrong, with the offending value
 * @param remedy how to mend it
 */
public record Fault(
    @Nullable String file, long line, @Nullable String field, Message wrong, Message remedy) {

  public static Fault of(@Nullable String field, Message what, Message fix) {
    return new Fault(null, 0, field, what, fix);
  }

  public static Fault of(@Nullable String field, Message what, String fix) {
    return of(field, what, Message.of(fix));
  }

  public static Fault of(@Nullable String field, String what, Message fix) {
    return of(field, Message.of(what), fix);
  }

  public static Fault of(@Nullable String field, String what, String fix) {
    return of(field, Message.of(what), Message.of(fix));
  }

  public Fault at(@Nullable String inFile, long onLine) {
    return new Fault(inFile, onLine, field, wrong, remedy);
  }

  /** The same of another field. */
  public Fault in(@Nullable String other) {
    return new Fault(file, line, other, wrong, remedy);
  }

  /** What is wrong, in English. */
  public String what() {
    return wrong.toString();
  }

  /** How to mend it, in English. */
  public String fix() {
    return remedy.toString();
  }

  /** All of it in one line. */
  public Message message() {
    Message said =
        field == null
            ? Message.of("{what}. {fix}", wrong, remedy)
            : Message.of("{field}: {what}. {fix}", field, wrong, remedy);
    if (file == null) {
      return said;
    }
    return line > 0
        ? Message.of("{file}:{line}: {fault}", file, line, said)
        : Message.of("{file}: {fault}", file, said);
  }

  @Override
  public String toString() {
    return message().toString();
  }
}
