package org.vigie.geodata.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages input: cuts, repeats, swaps, and puts in what parsers stumble over. */
final class Mutator {

  private static final int BOMB_BYTES = 64 * 1024;
  private static final List<byte[]> POISON =
      List.of(
              "",
              "\"",
              "'",
              "\\",
              "\u0000",
              "NaN",
              "Infinity",
              "1e999",
              "-0",
              "9".repeat(60),
              "99999999999",
              "-1",
              ",",
              ";",
              "\t",
              "[",
              "]",
              "{",
              "}",
              "(",
              ")",
              "]}",
              "\n",
              "\r",
              "\uFEFF",
              "é",
              "°",
              "′",
              "😀",
              "\uD83D",
              "＝",
              "=",
              "@",
              "%",
              "..",
              "/",
              "--",
              "NULL",
              "null",
              "true",
              "&a",
              "*a",
              "<<: ",
              "!!java.net.URL ",
              "? ",
              "- ",
              "|",
              ">",
              "#",
              "$1",
              "${x}",
              "::",
              "00/00/0000",
              "31/02/2026",
              "2024-02-30T25:61:61Z",
              "NOT ",
              " AND ",
              "POINT(",
              "INTERVAL(",
              "180.0000001",
              "0x1p3",
              "١٢٣",
              "\u202E")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private final Random random;
  private final List<byte[]> seeds;

  Mutator(Random random, List<byte[]> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  byte[] next() {
    byte[] mutant = seeds.get(random.nextInt(seeds.size()));
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      mutant = once(mutant);
    }
    return mutant;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int length = random.nextInt(Math.min(24, bytes.length - at) + 1);
    byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
    return switch (random.nextInt(60)) {
      case 0 -> splice(bytes, at, length, repeated(piece.length == 0 ? POISON.get(15) : piece));
      case 1, 2 -> splice(bytes, at, bytes.length - at, new byte[0]);
      case 3, 4, 5, 6, 7, 8 -> splice(bytes, at, 0, other(bytes));
      default ->
          switch (random.nextInt(5)) {
            case 0 -> splice(bytes, at, length, new byte[0]);
            case 1 -> splice(bytes, at, 0, piece);
            case 2 ->
                splice(bytes, at, Math.min(length, 1), new byte[] {(byte) random.nextInt(256)});
            case 3 -> splice(bytes, at, 0, POISON.get(random.nextInt(POISON.size())));
            default -> splice(bytes, at, length, POISON.get(random.nextInt(POISON.size())));
          };
    };
  }

  /** A piece again and again: what nests or recurses nests too deep. */
  private byte[] repeated(byte[] piece) {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    int size = 1 + random.nextInt(BOMB_BYTES);
    while (bomb.size() < size) {
      bomb.writeBytes(piece);
    }
    return bomb.toByteArray();
  }

  private byte[] other(byte[] bytes) {
    byte[] seed = random.nextBoolean() ? bytes : seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(seed.length + 1);
    return Arrays.copyOfRange(seed, from, Math.min(seed.length, from + random.nextInt(40)));
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
    if (bytes.length + added.length > 4 * BOMB_BYTES) {
      return bytes;
    }
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + added.length);
    result.write(bytes, 0, at);
    result.writeBytes(added);
    result.write(bytes, at + removed, bytes.length - at - removed);
    return result.toByteArray();
  }
}
