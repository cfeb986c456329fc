package org.vigie.server.doctor;

import java.util.List;
import org.vigie.server.config.DataSettings;

/** The Java that runs this. */
final class JavaCheck implements Doctor.Check {

  private static final String SUBJECT = "Java";
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LEAST_HEAP = 512 * MEBIBYTE;

  @Override
  public List<Finding> look(DataSettings data) {
    long heap = Runtime.getRuntime().maxMemory();
    String text =
        Runtime.version()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors, up to "
            + heap / MEBIBYTE
            + " MB of heap";
    return List.of(
        heap < LEAST_HEAP
            ? Finding.wrong(SUBJECT, text, "give it at least -Xmx512m in VIGIE_JAVA_OPTIONS")
            : Finding.ok(SUBJECT, text));
  }
}
