package org.vigie.geodata.query;

import java.util.Arrays;
import java.util.Optional;

/** The six comparison operators; their signs are the same in CQL2 and in SQL. */
public enum ComparisonOperator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  GREATER(">"),
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">=");

  private final String sign;

  ComparisonOperator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /**
   * @param order negative, zero or positive as the left side is less than, equal to or greater than
   *     the right
   */
  public boolean accepts(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  public static Optional<ComparisonOperator> find(String sign) {
    return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
  }
}
