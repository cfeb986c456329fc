package org.vigie.geodata.model;

import java.util.List;

/** Data from outside that cannot be taken. Checked, because bad data is certain to come. */
public class BadInputException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public BadInputException(Fault fault) {
    this(List.of(fault));
  }

  public BadInputException(List<Fault> faults) {
    super(faults.isEmpty() ? "bad input" : faults.get(0).toString());
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
