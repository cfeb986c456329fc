package org.vigie.geodata.format.table;

import java.util.regex.Pattern;

/**
 * Keeps text from being run as a formula when a table is opened in a spreadsheet: an apostrophe is
 * put before a cell that starts with {@code = + - @}, a tab, a carriage return or one of their
 * full-width forms. Plain numbers, negative ones too, stay numbers.
 */
public final class FormulaGuard {

  private static final Pattern RISKY = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(?:[.,]\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

  private FormulaGuard() {}

  /** What to write for a text. */
  public static String protect(String cell) {
    return RISKY.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** The text that was written by {@link #protect}. */
  public static String restore(String cell) {
    return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
