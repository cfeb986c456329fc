package org.vigie.geodata.store.cluster;

import java.nio.file.Path;
import java.util.Map;

/** A process that holds a cluster until it is killed. */
final class HoldCluster {

  /** Tests kill processes, not machines: what the kernel has is safe. */
  static final Map<String, String> UNSYNCED = Map.of("fsync", "off");

  private HoldCluster() {}

  public static void main(String[] arguments) throws InterruptedException {
    PostgisCluster.start(Path.of(arguments[0]), UNSYNCED);
    System.out.println("up");
    Thread.sleep(Long.MAX_VALUE);
  }
}
