package org.vigie.geodata.format.csv;

import java.util.regex.Pattern;

/** What all numbers of a table say about their decimal sign. */
final class DecimalEvidence {

  private static final Pattern POINT = Pattern.compile("[+-]?\\d{1,20}\\.\\d{1,20}");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,20},\\d{1,20}");

  /** 1,234 may be a thousand and more. */
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  private long points;
  private long commas;
  private long perhaps;
  private String example = "";

  /**
   * @param degrees whether the number is an angle, where thousands do not occur
   */
  void see(String cell, boolean degrees) {
    String number = cell.strip();
    if (POINT.matcher(number).matches()) {
      points++;
    } else if (COMMA.matcher(number).matches()) {
      example = example.isEmpty() ? number : example;
      if (!degrees && THOUSANDS.matcher(number).matches()) {
        perhaps++;
      } else {
        commas++;
      }
    }
  }

  boolean comma() {
    return commas > 0;
  }

  /** Whether both signs occur, or a comma that may as well part thousands. */
  boolean isOpen() {
    return points > 0 ? commas + perhaps > 0 : commas == 0 && perhaps > 0;
  }

  String example() {
    return example;
  }
}
