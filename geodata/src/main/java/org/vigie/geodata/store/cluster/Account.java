package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that the server runs as. PostgreSQL refuses to run as root; root drops to {@code
 * postgres}, everybody else stays who he is.
 */
final class Account {

  private static final String UNPRIVILEGED = "postgres";

  /** Commands that become another user; the user's name follows the last word. */
  private static final List<Path> SETPRIV =
      List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

  private static final List<Path> RUNUSER =
      List.of(Path.of("/usr/sbin/runuser"), Path.of("/sbin/runuser"), Path.of("/usr/bin/runuser"));

  private final String name;
  private final List<String> prefix;

  private Account(String name, List<String> prefix) {
    this.name = name;
    this.prefix = prefix;
  }

  /** Whether this process is root and so must hand the server to somebody else. */
  static boolean amRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * The account for a folder: its owner when it exists and we are root, else the usual one.
   *
   * @throws ClusterException when root has nobody to hand the server to
   */
  static Account forFolder(Path folder) {
    String self = System.getProperty("user.name", "");
    if (!amRoot()) {
      return new Account(self, List.of());
    }
    String user = ownerOf(folder);
    return new Account(user, becoming(user));
  }

  String name() {
    return name;
  }

  /** The command as this account runs it. */
  List<String> running(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Makes a folder that only this account may enter. */
  void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    own(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  void own(Path path) throws IOException {
    if (prefix.isEmpty()) {
      return;
    }
    var lookup = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    view.setOwner(lookup.lookupPrincipalByName(name));
  }

  /**
   * @throws ClusterException when the account cannot reach the folder, as below a home that is
   *     closed to others
   */
  void checkReach(Path folder) throws IOException, InterruptedException {
    if (prefix.isEmpty()) {
      return;
    }
    List<String> test = running(List.of("test", "-x", folder.toString()));
    Process process = new ProcessBuilder(test).directory(Path.of("/").toFile()).start();
    if (process.waitFor() != 0) {
      throw new ClusterException(
          "The user "
              + name
              + ", as whom the database runs, cannot enter "
              + folder
              + ": choose a --data-dir outside of private folders, for example /var/lib/vigie.");
    }
  }

  private static String ownerOf(Path folder) {
    try {
      if (Files.exists(folder)) {
        String owner = Files.readAttributes(folder, PosixFileAttributes.class).owner().getName();
        if (!owner.equals("root")) {
          return owner;
        }
      }
      folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
      return UNPRIVILEGED;
    } catch (UserPrincipalNotFoundException absent) {
      throw new ClusterException(
          "PostgreSQL does not run as root and there is no user "
              + UNPRIVILEGED
              + ": start Vigie as an ordinary user, or install PostgreSQL from the distribution.",
          absent);
    } catch (IOException unreadable) {
      throw new ClusterException("The owner of " + folder + " cannot be read.", unreadable);
    }
  }

  private static List<String> becoming(String user) {
    List<String> command = new ArrayList<>();
    for (Path each : SETPRIV) {
      if (Files.isExecutable(each)) {
        command.addAll(
            List.of(each.toString(), "--reuid=" + user, "--regid=" + user, "--init-groups", "--"));
        return command;
      }
    }
    for (Path each : RUNUSER) {
      if (Files.isExecutable(each)) {
        command.addAll(List.of(each.toString(), "-u", user, "--"));
        return command;
      }
    }
    throw new ClusterException(
        "PostgreSQL does not run as root and neither setpriv nor runuser is installed: start Vigie"
            + " as an ordinary user.");
  }
}
