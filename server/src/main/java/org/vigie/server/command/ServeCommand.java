package org.vigie.server.command;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.server.Wiring;
import org.vigie.server.accounts.OidcSettings;
import org.vigie.server.config.DataSettings;
import org.vigie.server.http.HttpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a mission. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Serve the mission in the data directory, on a private PostGIS there or on one of the"
            + " mission's, until it is interrupted.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private HttpServerOptions http;
  @Mixin private OidcOptions oidc;

  @Option(
      names = "--mission-name",
      paramLabel = "NAME",
      defaultValue = "Mission",
      description = "What stands at the head of the map. Default: Mission.")
  private String missionName;

  @Option(
      names = "--mission-time-zone",
      paramLabel = "ZONE",
      defaultValue = "Z",
      description =
          "By which the mission tells the time of day beside UTC, on the wall screen and in queries"
              + " by hours and weekdays: a name as Africa/Juba, or an offset as +02:00. Default:"
              + " UTC.")
  private ZoneId missionTimeZone;

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    String zone = missionTimeZone.getId();
    if (!Set.of("Z", "UTC").contains(zone) && LocalTimes.find(zone).isEmpty()) {
      throw new BadInputException(
          Fault.of(
              "--mission-time-zone",
              Message.of("queries by hours cannot be told by '{zone}'", zone),
              "Give a place such as Africa/Juba, or an offset such as +02:00"));
    }
    DataSettings settings = data.settings();
    // Before anything is made: what is refused leaves no trace.
    HttpOptions listening = http.options();
    Optional<OidcSettings> provider = oidc.settings();
    return Serving.run(
        spec,
        settings,
        parts -> Wiring.serve(parts, settings, listening, missionName, missionTimeZone, provider));
  }
}
