package org.vigie.geodata.store.cluster;

import java.nio.file.Path;

/** A process that holds a cluster until it is killed. */
final class HoldCluster {

  private HoldCluster() {}

  public static void main(String[] arguments) throws InterruptedException {
    PostgisCluster.start(Path.of(arguments[0]));
    System.out.println("up");
    Thread.sleep(Long.MAX_VALUE);
  }
}
