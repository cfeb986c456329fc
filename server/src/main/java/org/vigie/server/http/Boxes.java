package org.vigie.server.http;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Reads bounding boxes of query parameters. */
public final class Boxes {

  private static final String FORM =
      "Give west,south,east,north in degrees, for example -25,-14,-18,-8";

  private Boxes() {}

  /** Four or six finite numbers. */
  public static double[] numbers(String text) throws BadInputException {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw wrong(Message.of("has {length} parts, not four or six numbers", parts.length));
    }
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      // Double.parseDouble alone would take 1f, 0x1p3 and NaN.
      if (!part.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")) {
        throw wrong(Message.of("'{part}' is not a number", part));
      }
      numbers[i] = Double.parseDouble(part);
      if (!Double.isFinite(numbers[i])) {
        throw wrong(Message.of("'{part}' is too large", part));
      }
    }
    return numbers;
  }

  public static BoundingBox longitudeLatitude(double[] numbers) throws BadInputException {
    int half = numbers.length / 2;
    try {
      return new BoundingBox(numbers[0], numbers[1], numbers[half], numbers[half + 1]);
    } catch (IllegalArgumentException outside) {
      throw wrong(Message.of(String.valueOf(outside.getMessage())));
    }
  }

  private static BadInputException wrong(Message what) {
    return new BadInputException(Fault.of("bbox", what, FORM));
  }
}
