package org.vigie.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.basemap.sqlite.SqliteLibrary;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.index.IndexedStore;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Dump;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.geodata.store.postgis.DatabaseDump;
import org.vigie.geodata.store.postgis.DatabaseInspection;
import org.vigie.geodata.store.postgis.DatabaseRestore;
import org.vigie.geodata.store.postgis.ExerciseRecorder;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.accounts.AccessRules;
import org.vigie.server.accounts.AccountStores;
import org.vigie.server.accounts.Accounts;
import org.vigie.server.accounts.AccountsApi;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.accounts.OidcSettings;
import org.vigie.server.accounts.PasswordHashing;
import org.vigie.server.accounts.Tokens;
import org.vigie.server.accounts.postgis.PostgisAccountStore;
import org.vigie.server.accounts.postgis.PostgisSessionStore;
import org.vigie.server.accounts.postgis.PostgisTokenStore;
import org.vigie.server.backup.Restoration;
import org.vigie.server.basemap.BasemapDesk;
import org.vigie.server.basemap.BasemapOptions;
import org.vigie.server.command.CannotRunException;
import org.vigie.server.command.Version;
import org.vigie.server.config.DataSettings;
import org.vigie.server.doctor.Doctor;
import org.vigie.server.exercise.Exercise;
import org.vigie.server.exercise.ExerciseLoad;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.picture.MissionIdentity;
import org.vigie.server.processes.JobDesk;
import org.vigie.server.transfers.ImportDesk;
import org.vigie.server.transfers.TransferOptions;

/** Puts the parts together. The only place that names the adapters; reads as a parts list. */
public final class Wiring {

  private Wiring() {}

  /**
   * Serves a mission; everything that was started is in the parts.
   *
   * @param name what stands at the head of the map
   * @param zone by which the mission tells the time of day, beside UTC
   * @param oidc identity provider that people may sign in at, when there is one
   * @throws BadInputException when a layer file of the mission is wrong
   */
  public static Service serve(
      StartedParts parts,
      DataSettings data,
      HttpOptions http,
      String name,
      ZoneId zone,
      Optional<OidcSettings> oidc)
      throws BadInputException {
    Ports.checkFree(http);
    Mission mission = indexed(parts, open(parts, data, PostgisCluster::start));
    Crs.prepare(data.cache().resolve("epsg"));
    Optional<String> firstPassword = accounts(mission).addFirstAdministrator();
    ImportDesk imports = imports(parts, data, mission);
    MissionIdentity identity =
        new MissionIdentity(name, false, Version.current(), Clock.systemUTC(), zone);
    BasemapDesk basemaps = basemaps(parts, data, mission);
    HttpServer server = listen(parts, mission, imports, basemaps, identity, http, oidc);
    return new Service(
        server.url(),
        firstPassword
            .map(
                password ->
                    List.of(
                        "Sign in as administrator with the one-time password " + password,
                        "It is shown only now; if it gets lost: ./vigie user reset administrator"))
            .orElse(List.of()));
  }

  /**
   * Serves the exercise, which is loaded when it is not there yet.
   *
   * @param further incidents of ten years, loaded beside the exercise's own when they are missing
   * @param progress told in sentences how far that is
   * @throws CannotRunException when there is another number of them already
   */
  public static Service demo(
      StartedParts parts,
      DataSettings data,
      HttpOptions http,
      OptionalInt further,
      Consumer<String> progress)
      throws BadInputException {
    Ports.checkFree(http);
    LayerCatalog layers = layers(data);
    DatabaseAddress address = address(parts, data, PostgisCluster::start);
    Mission loading = open(parts, address, layers);
    Crs.prepare(data.cache().resolve("epsg"));
    exercise(loading, address);
    if (further.isPresent()) {
      ExerciseData.loadFurther(loading, further.getAsInt(), progress);
    }
    Mission mission = indexed(parts, loading);
    ExerciseAccounts.add(accounts(mission));
    ImportDesk imports = imports(parts, data, mission);
    MissionIdentity identity =
        new MissionIdentity(
            Exercise.MISSION,
            true,
            Version.current(),
            Clock.fixed(Exercise.NOW, ZoneOffset.UTC),
            Exercise.ZONE);
    BasemapDesk basemaps = basemaps(parts, data, mission);
    HttpServer server = listen(parts, mission, imports, basemaps, identity, http, Optional.empty());
    return new Service(
        server.url(),
        List.of(
            "EXERCISE ONLY: sign in as "
                + String.join(
                    ", ",
                    ExerciseAccounts.shown().stream()
                        .map(ExerciseAccounts.Shown::username)
                        .toList()),
            "Their password is: " + ExerciseAccounts.PASSWORD));
  }

  /** Writes the exercise into the log, as its owner, unless it is there. */
  private static void exercise(Mission mission, DatabaseAddress address) throws BadInputException {
    if (isExercise(mission)) {
      return;
    }
    try (ExerciseRecorder recorder =
        ExerciseRecorder.open(address, mission.layers(), ExerciseLoad.AUTHOR, Exercise.END)) {
      new ExerciseLoad(recorder::at, LoggerFactory.getLogger(ExerciseLoad.class)::info).run();
    }
  }

  /**
   * Opens a mission's data for a command, also while a server runs on the same directory.
   *
   * @throws BadInputException when a layer file of the mission is wrong
   */
  public static Mission open(StartedParts parts, DataSettings data) throws BadInputException {
    return open(parts, data, PostgisCluster::join);
  }

  /** Keeps the accounts of an opened mission. */
  public static Accounts accounts(Mission mission) {
    return new Accounts(mission.people().accounts(), hashing(), Clock.systemUTC());
  }

  /** Keeps the API tokens of an opened mission. */
  public static Tokens tokens(Mission mission) {
    return new Tokens(mission.people().tokens(), Clock.systemUTC());
  }

  /** The layers of the mission, without a database. */
  public static LayerCatalog layers(DataSettings data) throws BadInputException {
    return LayerFiles.read(Optional.of(data.layers()));
  }

  /** Looks at the machine and the database without changing either. */
  public static Doctor doctor() {
    return new Doctor(DatabaseInspection::of);
  }

  /**
   * Notes in the audit what is done from the command line.
   *
   * @throws BadInputException when a layer file of the mission is wrong
   */
  public static void note(
      StartedParts parts, DataSettings data, String kind, Author actor, String subject)
      throws BadInputException {
    open(parts, data).store().auditTrail().record(kind, actor, subject);
  }

  /** All rows of the mission's database, on one snapshot, also while a server runs on it. */
  public static Dump.Totals dump(StartedParts parts, DataSettings data, Dump.Target target)
      throws IOException {
    return DatabaseDump.write(address(parts, data, PostgisCluster::join), target);
  }

  /**
   * Fills the mission's database, which must be empty, and verifies what came.
   *
   * @throws BadInputException when a layer file of the mission is wrong
   */
  public static AuditReport restore(StartedParts parts, DataSettings data, Restoration.Parts from)
      throws BadInputException, IOException {
    DatabaseAddress address = address(parts, data, PostgisCluster::start);
    PostgisStore.open(address, layers(data)).close();
    try (DatabaseRestore restore = DatabaseRestore.begin(address, from.next())) {
      while (restore.read(from.next())) {
        // each part in its turn
      }
      return restore.finish();
    }
  }

  private static Mission open(
      StartedParts parts, DataSettings data, Function<Path, PostgisCluster> cluster)
      throws BadInputException {
    LayerCatalog layers = layers(data);
    return open(parts, address(parts, data, cluster), layers);
  }

  private static Mission open(StartedParts parts, DatabaseAddress address, LayerCatalog layers) {
    PostgisStore store = parts.start(() -> PostgisStore.open(address, layers));
    return new Mission(layers, store, people(store));
  }

  /** The same with its counts and figures from memory; the index is built beside what follows. */
  static Mission indexed(StartedParts parts, Mission mission) {
    IndexedStore store = parts.start(() -> IndexedStore.start(mission.store(), mission.layers()));
    return new Mission(mission.layers(), store, mission.people());
  }

  /** Where the people are kept who may use a store. */
  static AccountStores people(PostgisStore store) {
    return new AccountStores(
        new PostgisAccountStore(store.database()),
        new PostgisSessionStore(store.database()),
        new PostgisTokenStore(store.database()),
        store.auditTrail());
  }

  private static DatabaseAddress address(
      StartedParts parts, DataSettings data, Function<Path, PostgisCluster> cluster) {
    return data.database()
        .map(Wiring::reachable)
        .orElseGet(() -> parts.start(() -> cluster.apply(data.directory())).address());
  }

  private static ImportDesk imports(StartedParts parts, DataSettings data, Mission mission) {
    return parts.start(
        () ->
            new ImportDesk(
                TransferOptions.below(data.directory()), mission.store(), Clock.systemUTC()));
  }

  private static BasemapDesk basemaps(StartedParts parts, DataSettings data, Mission mission) {
    return parts.start(() -> BasemapDesk.start(options(data), mission.store()));
  }

  /**
   * The basemaps of an opened mission, for a command beside whatever runs on them.
   *
   * @throws BadInputException when a layer file of the mission is wrong
   */
  public static BasemapDesk basemaps(StartedParts parts, DataSettings data)
      throws BadInputException {
    return BasemapDesk.open(options(data), open(parts, data).store());
  }

  private static BasemapOptions options(DataSettings data) {
    SqliteLibrary.unpackTo(data.cache().resolve("sqlite"));
    return BasemapOptions.below(data.directory(), data.basemapBytes());
  }

  /** Looks once before the pool tries for long, and says why a database does not answer. */
  private static DatabaseAddress reachable(DatabaseAddress address) {
    DatabaseInspection.of(address);
    return address;
  }

  private static HttpServer listen(
      StartedParts parts,
      Mission mission,
      ImportDesk imports,
      BasemapDesk basemaps,
      MissionIdentity identity,
      HttpOptions http,
      Optional<OidcSettings> oidc) {
    AccountsApi people = signingIn(mission, identity, oidc);
    JobDesk jobs =
        parts.start(
            () ->
                new JobDesk(
                    mission.layers(),
                    mission.store(),
                    owner -> access(mission, owner.name()),
                    identity.exercise()));
    return parts.start(
        () ->
            new HttpServer(
                    http,
                    people.authentication(),
                    Capabilities.of(mission, people, imports, jobs, basemaps, identity))
                .start());
  }

  /** What the person of an account may see now; nobody of a name that is not or no longer used. */
  public static Optional<Access> access(Mission mission, String username) {
    return mission
        .people()
        .accounts()
        .find(username)
        .filter(account -> !account.disabled())
        .map(account -> new AccessRules(mission.layers()).caller(account).access());
  }

  /** Whether the data are those of the exercise, of which nothing is real. */
  public static boolean isExercise(Mission mission) {
    return ExerciseData.isIn(mission);
  }

  /** Who may come in; the exercise's accounts are offered to everybody. */
  static AccountsApi signingIn(
      Mission mission, MissionIdentity identity, Optional<OidcSettings> oidc) {
    return new AccountsApi(
        accounts(mission),
        mission.people(),
        hashing(),
        new AccessRules(mission.layers()),
        Clock.systemUTC(),
        identity.exercise() ? ExerciseAccounts.shown() : List.of(),
        oidc);
  }

  private static PasswordHashing hashing() {
    return new PasswordHashing(PasswordHashing.Cost.USUAL);
  }
}
