package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.server.VigieProcess;
import org.vigie.server.testing.Sql;

/** The program as a mission runs it, and an account that may send incidents. */
final class Served implements Lane.Starting {

  @Override
  public VigieProcess start(Path folder) throws IOException {
    return VigieProcess.start("serve", "--port=0", "--data-dir=" + folder);
  }

  @Override
  public Map<String, String> signIn(Path folder) throws Exception {
    String data = "--data-dir=" + folder;
    run("user", "add", "ingest", "--role=duty-officer", data);
    String answer = run("user", "token", "ingest", "kill test", "--write", data);
    // whoever was given a password must choose one first; that is not what is tried here
    try (PostgisCluster cluster = PostgisCluster.start(folder)) {
      Sql.asOwner(cluster.address(), "update vigie.account set must_change_password = false");
    }
    return Map.of("Authorization", "Bearer " + answer.substring(answer.lastIndexOf(' ') + 1));
  }

  private static String run(String... command) throws Exception {
    try (VigieProcess process = VigieProcess.start(command)) {
      assertThat(process.awaitExit()).as(process.errors()).isZero();
      return process.restOfOutput().strip();
    }
  }
}
