package org.vigie.server.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Attachments;
import org.vigie.server.http.ProblemException;

/**
 * Where photographs are developed, one at a time: a decoded one takes a hundred times the memory of
 * the file.
 */
final class DarkRoom {

  static final long MOST_BYTES = 20 * 1024 * 1024;

  private static final int BUFFER = 65_536;
  private static final long PATIENCE_SECONDS = 30;
  private static final int RETRY_SECONDS = 5;

  private final Semaphore door = new Semaphore(1, true);

  /**
   * @param declaredLength bytes, -1 when unknown
   * @throws ProblemException 413 when it is too large, 503 when too many are waiting
   */
  Attachments.Picture develop(String name, InputStream body, long declaredLength)
      throws IOException, BadInputException {
    if (declaredLength > MOST_BYTES) {
      throw tooLarge();
    }
    Path file = Files.createTempFile("vigie-photo-", ".upload");
    try {
      receive(body, file);
      return develop(name, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Attachments.Picture develop(String name, Path file)
      throws IOException, BadInputException {
    Photo photo = Photo.of(file);
    try {
      if (!door.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return photo.encode(name);
    } finally {
      door.release();
    }
  }

  private static void receive(InputStream body, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        received += n;
        if (received > MOST_BYTES) {
          throw tooLarge();
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "Content Too Large",
        Message.of(
            "A photograph may have at most {mostBytes} bytes. Save it smaller and send that.",
            MOST_BYTES));
  }

  private static ProblemException busy() {
    return ProblemException.of(
            503, "Service Unavailable", "Other photographs are worked on. Try again shortly.")
        .retryAfter(RETRY_SECONDS);
  }
}
