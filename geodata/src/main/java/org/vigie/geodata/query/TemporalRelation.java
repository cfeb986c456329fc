package org.vigie.geodata.query;

import static org.vigie.geodata.query.ComparisonOperator.EQUAL;
import static org.vigie.geodata.query.ComparisonOperator.GREATER;
import static org.vigie.geodata.query.ComparisonOperator.GREATER_OR_EQUAL;
import static org.vigie.geodata.query.ComparisonOperator.LESS;
import static org.vigie.geodata.query.ComparisonOperator.LESS_OR_EQUAL;
import static org.vigie.geodata.query.TemporalRelation.Bound.END;
import static org.vigie.geodata.query.TemporalRelation.Bound.START;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The temporal relations of CQL2 (Allen's relations as in OWL-Time) over closed intervals. An
 * instant is an interval whose ends are the same. Each relation is declared once as comparisons of
 * bounds; the SQL compiler and the evaluator both read that declaration.
 */
public enum TemporalRelation {
  AFTER("t_after", true, new Test(START, GREATER, END)),
  BEFORE("t_before", true, new Test(END, LESS, START)),
  DISJOINT("t_disjoint", true, new Test(END, LESS, START), new Test(START, GREATER, END)),
  EQUALS("t_equals", true, new Test(START, EQUAL, START), new Test(END, EQUAL, END)),
  INTERSECTS(
      "t_intersects",
      true,
      new Test(START, LESS_OR_EQUAL, END),
      new Test(END, GREATER_OR_EQUAL, START)),
  CONTAINS("t_contains", false, new Test(START, LESS, START), new Test(END, GREATER, END)),
  DURING("t_during", false, new Test(START, GREATER, START), new Test(END, LESS, END)),
  FINISHED_BY("t_finishedBy", false, new Test(START, LESS, START), new Test(END, EQUAL, END)),
  FINISHES("t_finishes", false, new Test(START, GREATER, START), new Test(END, EQUAL, END)),
  MEETS("t_meets", false, new Test(END, EQUAL, START)),
  MET_BY("t_metBy", false, new Test(START, EQUAL, END)),
  OVERLAPPED_BY(
      "t_overlappedBy",
      false,
      new Test(START, GREATER, START),
      new Test(START, LESS, END),
      new Test(END, GREATER, END)),
  OVERLAPS(
      "t_overlaps",
      false,
      new Test(START, LESS, START),
      new Test(END, GREATER, START),
      new Test(END, LESS, END)),
  STARTED_BY("t_startedBy", false, new Test(START, EQUAL, START), new Test(END, GREATER, END)),
  STARTS("t_starts", false, new Test(START, EQUAL, START), new Test(END, LESS, END));

  private final String json;
  private final boolean instants;
  private final List<Test> tests;

  TemporalRelation(String json, boolean instants, Test... tests) {
    this.json = json;
    this.instants = instants;
    this.tests = List.of(tests);
  }

  /** One end of an interval. */
  public enum Bound {
    START,
    END
  }

  /** A bound of the left interval compared with a bound of the right one. */
  public record Test(Bound left, ComparisonOperator operator, Bound right) {}

  /** The operator's name in CQL2 JSON; CQL2 text writes it in capitals. */
  public String json() {
    return json;
  }

  public String function() {
    return json.toUpperCase(Locale.ROOT);
  }

  /** Whether instants are allowed as operands; the others take intervals only. */
  public boolean takesInstants() {
    return instants;
  }

  public List<Test> tests() {
    return tests;
  }

  /** Whether one of the tests is enough; otherwise all must hold. */
  public boolean anyTest() {
    return this == DISJOINT;
  }

  public static Optional<TemporalRelation> find(String function) {
    return Arrays.stream(values()).filter(r -> r.json.equalsIgnoreCase(function)).findFirst();
  }
}
