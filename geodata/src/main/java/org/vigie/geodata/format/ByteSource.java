package org.vigie.geodata.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that can be read more than once: detection of encodings and date orders looks at all of
 * them before the first feature is read.
 */
public interface ByteSource {

  /** Name for messages, usually the file name without its folder. */
  String name();

  /** Size in bytes. */
  long size() throws IOException;

  /** A fresh stream from the first byte; the caller closes it. */
  InputStream open() throws IOException;

  static ByteSource of(Path file) {
    return of(file, String.valueOf(file.getFileName()));
  }

  /** A file under another name, for example an upload kept in a temporary file. */
  static ByteSource of(Path file, String name) {
    return new ByteSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }
}
