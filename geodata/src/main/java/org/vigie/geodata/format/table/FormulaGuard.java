package org.vigie.geodata.format.table;

import java.util.regex.Pattern;

/**
 * Keeps text from being run as a formula when a table is opened in a spreadsheet: an apostrophe is
 * put before {@code = + - @}, a tab, a line break or one of their full-width forms where a cell
 * starts. Where it starts depends on what the spreadsheet takes for a separator and for quotes, so
 * a place behind a semicolon, a tab, a line break or a quote counts too. Plain numbers, negative
 * ones too, stay numbers.
 */
public final class FormulaGuard {

  private static final String START = "(?<=(?:^|[;\"\\t\\r\\n]) {0,8})";
  private static final String FORMULA = "(?='*[=+\\-@\\t\\r\\n＝＋－＠])";
  private static final Pattern UNPROTECTED = Pattern.compile("(?-m)" + START + FORMULA);
  private static final Pattern PROTECTED = Pattern.compile("(?-m)" + START + "'" + FORMULA);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(?:[.,]\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

  private FormulaGuard() {}

  /** What to write for a text. */
  public static String protect(String cell) {
    return NUMBER.matcher(cell).matches() ? cell : UNPROTECTED.matcher(cell).replaceAll("'");
  }

  /** The text that was written by {@link #protect}. */
  public static String restore(String cell) {
    return cell.indexOf('\'') < 0 ? cell : PROTECTED.matcher(cell).replaceAll("");
  }
}
