package org.vigie.geodata.format.value;

/** How the values of one column are written. */
public record Styles(NumberText numbers, DateText dates) {

  /** Decimal point, ISO dates, UTC. */
  public static final Styles PLAIN = new Styles(new NumberText(false), DateText.ISO);

  public Styles withDates(DateText newDates) {
    return new Styles(numbers, newDates);
  }
}
