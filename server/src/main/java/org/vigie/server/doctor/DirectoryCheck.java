package org.vigie.server.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.server.config.DataSettings;

/** The data directory and the room on its disk. */
final class DirectoryCheck implements Doctor.Check {

  private static final String SUBJECT = "Data directory";
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LEAST_FREE = 1024 * MEBIBYTE;

  @Override
  public List<Finding> look(DataSettings data) {
    Path directory = data.directory();
    Path existing = firstExisting(directory);
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return List.of(
          Finding.wrong(
              SUBJECT,
              directory + " cannot be written by " + System.getProperty("user.name"),
              "give a folder of your own with --data-dir, or have its rights changed"));
    }
    return List.of(presence(directory), room(existing));
  }

  private static Finding presence(Path directory) {
    return Files.isDirectory(directory)
        ? Finding.ok(SUBJECT, directory.toString())
        : Finding.note(SUBJECT, directory + " is made at the first start");
  }

  private static Finding room(Path existing) {
    // Files.getFileStore would want a line in the table of mounts, which a container may not have.
    File disk = existing.toFile();
    if (disk.getTotalSpace() == 0) {
      return Finding.note("Disk", "does not say how much is free");
    }
    long free = disk.getUsableSpace();
    String text = free / MEBIBYTE + " MB free";
    return free < LEAST_FREE
        ? Finding.wrong("Disk", text, "free at least 1 GB, or move the data directory")
        : Finding.ok("Disk", text);
  }

  private static Path firstExisting(Path directory) {
    Path each = directory;
    while (!Files.exists(each) && each.getParent() != null) {
      each = each.getParent();
    }
    return each;
  }
}
