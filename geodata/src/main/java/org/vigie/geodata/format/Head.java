package org.vigie.geodata.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * The beginning of a file, enough to recognise it by.
 *
 * @param name file name
 * @param text the first 64 KiB as text
 * @param binary whether they are no text at all
 * @param zip whether they begin like a ZIP archive, as workbooks do
 */
public record Head(String name, String text, boolean binary, boolean zip) {

  private static final int BYTES = 65_536;

  public static Head of(ByteSource source) throws IOException {
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes(BYTES);
    }
    return TextEncoding.guess(bytes)
        .map(encoding -> new Head(source.name(), encoding.decode(bytes), false, false))
        .orElseGet(() -> new Head(source.name(), "", true, startsLikeZip(bytes)));
  }

  private static boolean startsLikeZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /** The text up to the first line break. */
  public String firstLine() {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(0, end);
  }
}
