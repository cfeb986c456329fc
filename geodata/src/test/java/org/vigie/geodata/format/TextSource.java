package org.vigie.geodata.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file that is only in the test. */
public record TextSource(String name, byte[] bytes) implements ByteSource {

  public static TextSource of(String name, String text) {
    return of(name, text, StandardCharsets.UTF_8);
  }

  public static TextSource of(String name, String text, Charset charset) {
    return new TextSource(name, text.getBytes(charset));
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
