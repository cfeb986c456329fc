package org.vigie.geodata.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with data from outside, said so that the sender can mend it.
 *
 * @param file file name, null when the data did not come in a file
 * @param line first line of the record, counted from 1; 0 when lines mean nothing
 * @param field property or column, null when the whole record is meant
 * @param what what is wrong, with the offending value
 * @param fix how to mend it
 */
public record Fault(
    @Nullable String file, long line, @Nullable String field, String what, String fix) {

  public static Fault of(@Nullable String field, String what, String fix) {
    return new Fault(null, 0, field, what, fix);
  }

  public Fault at(@Nullable String inFile, long onLine) {
    return new Fault(inFile, onLine, field, what, fix);
  }

  @Override
  public String toString() {
    String where = file == null ? "" : file + (line > 0 ? ":" + line : "") + ": ";
    return where + (field == null ? "" : field + ": ") + what + ". " + fix;
  }
}
