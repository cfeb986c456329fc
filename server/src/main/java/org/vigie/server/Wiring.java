package org.vigie.server;

import java.util.List;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.DatabaseInspection;
import org.vigie.server.config.DataSettings;
import org.vigie.server.doctor.Doctor;
import org.vigie.server.http.Health;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.StaticAssets;

/** Puts the parts together. The only place that names the adapters. */
public final class Wiring {

  private Wiring() {}

  /** Serves a mission; everything that was started is in the parts. */
  public static HttpServer serve(StartedParts parts, DataSettings data, HttpOptions http) {
    Ports.checkFree(http);
    database(parts, data);
    return parts.start(() -> server(http).start());
  }

  /** Serves the exercise. */
  public static HttpServer demo(StartedParts parts, DataSettings data, HttpOptions http) {
    return serve(parts, data, http);
  }

  /** Looks at the machine and the database without changing either. */
  public static Doctor doctor() {
    return new Doctor(DatabaseInspection::of);
  }

  private static HttpServer server(HttpOptions http) {
    return new HttpServer(http, List.of(new Health(() -> true), new StaticAssets()));
  }

  private static DatabaseAddress database(StartedParts parts, DataSettings data) {
    return data.database()
        .orElseGet(() -> parts.start(() -> PostgisCluster.start(data.directory())).address());
  }
}
