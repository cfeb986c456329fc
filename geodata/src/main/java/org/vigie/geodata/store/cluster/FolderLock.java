package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the one process that serves a data directory. The operating system gives it back
 * when the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

  /**
   * Folders this process holds. On POSIX, closing any channel on a locked file gives up the lock of
   * the whole process, so the file must not even be opened a second time.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, making the folder when it is not there.
   *
   * @throws ClusterException when another process has it
   */
  public static FolderLock take(Path directory) throws IOException {
    return tryTake(directory)
        .orElseThrow(
            () ->
                new ClusterException(
                    "Another Vigie"
                        + holder(directory)
                        + " already uses "
                        + directory
                        + ": stop it, or choose another --data-dir."));
  }

  /** Empty when another process, or this one, has it already. */
  static Optional<FolderLock> tryTake(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path folder = directory.toRealPath();
    if (!HELD.add(folder)) {
      return Optional.empty();
    }
    FolderLock taken = null;
    try {
      taken = lock(folder);
      return Optional.ofNullable(taken);
    } finally {
      if (taken == null) {
        HELD.remove(folder);
      }
    }
  }

  private static @Nullable FolderLock lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return null;
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return new FolderLock(folder, channel, lock);
  }

  private static Path file(Path folder) {
    return folder.resolve("vigie.lock");
  }

  private static String holder(Path directory) {
    try {
      Path folder = directory.toRealPath();
      return HELD.contains(folder) ? "" : " (process " + Files.readString(file(folder)) + ")";
    } catch (IOException unreadable) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
