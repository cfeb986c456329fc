package org.vigie.server.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vigie.geodata.store.DatabaseAddress;

/**
 * MapServer of the distribution as four FastCGI processes that keep their connection to the
 * database, behind lighttpd, on the same flat table as the other peers.
 */
final class MapServer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/lib/cgi-bin/mapserv");
  private static final Path FRONT = Path.of("/usr/sbin/lighttpd");

  private final Process process;
  private final int port;

  private MapServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; empty when the packages cgi-mapserver and lighttpd are not there. */
  static Optional<MapServer> start(BenchmarkData data) throws Exception {
    if (!Files.isExecutable(PROGRAM) || !Files.isExecutable(FRONT)) {
      return Optional.empty();
    }
    Path folder = data.folder();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(folder.resolve("bench.map"), map(data.administrator()));
    Files.writeString(
        folder.resolve("mapserver.conf"),
        "CONFIG ENV MS_MAPFILE \"" + folder + "/bench.map\" END END\n");
    Path configuration = folder.resolve("lighttpd.conf");
    Files.writeString(configuration, front(folder, port));
    Process process =
        new ProcessBuilder(FRONT.toString(), "-D", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("lighttpd.log").toFile())
            .start();
    MapServer started = new MapServer(process, port);
    started.await();
    return Optional.of(started);
  }

  private void await() throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("lighttpd does not listen");
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Path of the tile that answers a question. */
  static String tile(Question question) {
    String path =
        "/mapserv?mode=tile&tilemode=gmap&map_imagetype=mvt&layers="
            + (question.kinds().isEmpty() ? "incident" : "kinds")
            + "&tile="
            + question.column()
            + "+"
            + question.row()
            + "+"
            + question.zoom()
            + "&from="
            + question.from()
            + "&to="
            + question.to();
    return question.kinds().isEmpty()
        ? path
        : path
            + "&kinds="
            + URLEncoder.encode(
                "'" + String.join("','", question.kinds()) + "'", StandardCharsets.UTF_8);
  }

  private static String front(Path folder, int port) {
    return """
    server.document-root = "%1$s"
    server.bind = "127.0.0.1"
    server.port = %2$d
    server.modules = ("mod_fastcgi")
    server.max-keep-alive-requests = 100000000
    fastcgi.server = ("/mapserv" => ((
      "bin-path" => "/usr/lib/cgi-bin/mapserv",
      "socket" => "%1$s/mapserv.socket",
      "max-procs" => 4,
      "check-local" => "disable",
      "bin-environment" => (
        "MAPSERVER_CONFIG_FILE" => "%1$s/mapserver.conf"
      )
    )))
    """
        .formatted(folder, port);
  }

  private static String map(DatabaseAddress database) {
    URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    String connection =
        "host=%s port=%d dbname=%s user=%s password=%s"
            .formatted(
                address.getHost(),
                address.getPort(),
                address.getPath().substring(1).split("\\?")[0],
                database.user(),
                database.password());
    return """
    MAP
      NAME "bench"
      EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
      SIZE 256 256
      PROJECTION "epsg:3857" END
      OUTPUTFORMAT NAME "mvt" DRIVER "MVT" FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=8" END
    """
        + layer("incident", connection, "")
        + layer("kinds", connection, " and subtype in (%kinds%)")
        + "END\n";
  }

  private static String layer(String name, String connection, String condition) {
    return """
    LAYER
      NAME "%s"
      TYPE POINT
      STATUS ON
      CONNECTIONTYPE POSTGIS
      CONNECTION "%s"
      PROCESSING "CLOSE_CONNECTION=DEFER"
      DATA "geom from (select geom, number, id, start,\
    """
            .formatted(name, connection)
            .replace("\n  ", "\n    ")
        + "extract(epoch from valid_to)::bigint as until, type, severity, radius_m, title from"
        + " bench.event where geom && !BOX! and valid_from < '%to%' and valid_to > '%from%' and"
        + " valid_from >= '%from%'::timestamptz - interval '31 days'"
        + condition
        + ") as t using unique number using srid=3857\"\n"
        + """
          VALIDATION
            "from" "^[0-9TZ:-]+$"
            "to" "^[0-9TZ:-]+$"
            "kinds" "^[A-Z_,']+$"
          END
          PROJECTION "epsg:3857" END
          METADATA "gml_include_items" "all" END
        END
        """;
  }

  @Override
  public void close() throws InterruptedException {
    // lighttpd leaves its FastCGI processes behind
    List<ProcessHandle> behind = process.descendants().toList();
    process.destroy();
    behind.forEach(ProcessHandle::destroy);
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
