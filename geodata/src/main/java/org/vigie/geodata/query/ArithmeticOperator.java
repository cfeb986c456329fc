package org.vigie.geodata.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic in double precision. What has no finite result (division by zero, overflow, a root of
 * a negative number) is unknown rather than an error: one odd row must not refuse a whole query.
 */
public enum ArithmeticOperator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDE("/"),
  /** Remainder with the sign of the dividend. */
  MODULO("%"),
  /** Quotient without its fraction, rounded towards zero. */
  DIV("div"),
  POWER("^");

  private final String sign;

  ArithmeticOperator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** The result; null when it is not a finite number. */
  public @Nullable Double apply(double x, double y) {
    double result =
        switch (this) {
          case PLUS -> x + y;
          case MINUS -> x - y;
          case TIMES -> x * y;
          case DIVIDE -> x / y;
          case MODULO -> x % y;
          case DIV -> truncate(x / y);
          case POWER -> Math.pow(x, y);
        };
    return Double.isFinite(result) ? result : null;
  }

  private static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  public static Optional<ArithmeticOperator> find(String sign) {
    String word = sign.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(o -> o.sign.equals(word)).findFirst();
  }
}
