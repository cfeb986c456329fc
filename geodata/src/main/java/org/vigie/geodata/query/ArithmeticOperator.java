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
  /** Remainder with the sign of the dividend: x minus y times (x div y). */
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

  /** Beyond this magnitude a number is unknown, so that no step can overflow. */
  private static final double LARGEST = 1e150;

  /** Below this magnitude a number counts as zero, so that no step can underflow. */
  private static final double SMALLEST = 1e-150;

  /** The natural logarithm of the largest power, about 1e150. */
  private static final double LARGEST_EXPONENT = 345;

  /**
   * The result; null when it is unknown. The database's function {@code vigie.arithmetic} takes the
   * same steps in the same order.
   */
  public @Nullable Double apply(double left, double right) {
    if (Math.abs(left) > LARGEST || Math.abs(right) > LARGEST) {
      return null;
    }
    double x = Math.abs(left) < SMALLEST ? 0 : left;
    double y = Math.abs(right) < SMALLEST ? 0 : right;
    return switch (this) {
      case PLUS -> x + y;
      case MINUS -> x - y;
      case TIMES -> x * y;
      case DIVIDE -> y == 0 ? null : (Double) (x / y);
      case DIV -> y == 0 ? null : (Double) truncate(x / y);
      case MODULO -> y == 0 ? null : (Double) (x - y * truncate(x / y));
      case POWER -> power(x, y);
    };
  }

  private static @Nullable Double power(double x, double y) {
    if (x == 0) {
      return y < 0 ? null : (Double) (y == 0 ? 1.0 : 0.0);
    }
    if (x < 0 && y != truncate(y)) {
      return null;
    }
    double exponent = y * Math.log(Math.abs(x));
    if (exponent > LARGEST_EXPONENT) {
      return null;
    }
    return exponent < -LARGEST_EXPONENT ? 0.0 : Math.pow(x, y);
  }

  private static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  public static Optional<ArithmeticOperator> find(String sign) {
    String word = sign.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(o -> o.sign.equals(word)).findFirst();
  }
}
