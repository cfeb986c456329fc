package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.Questions.Question;
import org.vigie.server.http.Caller;

/**
 * Two missions that differ in one record for each of many provinces, and somebody of low clearance
 * who knows both but for one thing: which of them he is asking. He asks both everything that he can
 * think of. Where all answers are alike he can only guess; where one differs he knows. His
 * advantage over guessing is the share of the provinces in which one differs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InferenceTest {

  private static final int PAIRS = Integer.getInteger("vigie.pairs", 30);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final double PROMISED = 0.01;
  private static final int ASKING = 6;
  private static final LayerCatalog CATALOG = LayerFiles.read();

  /** When something was written and how long ago, which differs between any two databases. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "20(?:2[5-9]|[3-9]\\d)-\\d\\d-\\d\\dT[\\d:.]+Z|\"(?:sequence|waitedSeconds)\":\\d+");

  private final List<World> worlds = new ArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(ASKING);
  private List<DatabaseAddress> addresses;
  private List<WholeServer> twins;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Random random = new Random(SEED);
    Canary.Maker maker = new Canary.Maker();
    List<Feature> first = new ArrayList<>();
    List<Feature> second = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      World world = World.make(i, CATALOG, maker, random);
      boolean inFirst = random.nextBoolean();
      worlds.add(world);
      first.addAll(world.features(inFirst));
      second.addAll(world.features(!inFirst));
    }
    addresses = List.of(TestDatabases.create(), TestDatabases.create());
    twins = List.of(twin(0), twin(1));
    fill(twins.get(0), first);
    fill(twins.get(1), second);
  }

  @AfterAll
  void stop() {
    pool.shutdownNow();
    twins.forEach(WholeServer::close);
    addresses.forEach(TestDatabases::drop);
  }

  @Test
  @Order(1)
  void whoMayNotSeeARecordCannotTellWhetherItIsThere() throws Exception {
    Finding finding = attack(twins, worlds);

    System.getLogger("inference")
        .log(
            System.Logger.Level.INFO,
            ("seed %d: %d pairs, %d requests: advantage %.2f %%, with 95 %% certainty below %.1f"
                    + " %%")
                .formatted(
                    SEED,
                    PAIRS,
                    finding.requests,
                    100 * finding.advantage(),
                    300.0 / PAIRS + 100 * finding.advantage()));
    assertThat(finding.told).as("what tells, seed %d", SEED).isEmpty();
    assertThat(finding.advantage()).isLessThanOrEqualTo(PROMISED);
    assertThat(answersToAll(twins)).as("of the whole mission").isEmpty();
    assertThat(finding.informative)
        .as("answers with something in them, or nothing was tried")
        .isGreaterThan(finding.requests / 10);
  }

  /**
   * The deliberate fault: policies that nobody is under. Layers that a role may not read stay shut.
   */
  @Test
  @Order(2)
  void withoutPoliciesHeKnows() throws Exception {
    List<World> some = worlds.subList(0, Math.min(worlds.size(), 12));
    List<WholeServer> careless = new ArrayList<>();
    try {
      for (DatabaseAddress address : addresses) {
        careless.add(
            admitted(
                new WholeServer(
                    address,
                    CATALOG,
                    folder.resolve("careless" + careless.size()),
                    CanaryTest::careless)));
      }
      assertThat(attack(careless, some).advantage()).isGreaterThan(0.5);
    } finally {
      careless.forEach(WholeServer::close);
    }
  }

  /** The deliberate fault: small counts that are released as they are. Comes last. */
  @Test
  @Order(3)
  void withoutSuppressionTheReleasedCountsTellHim() throws Exception {
    twins.forEach(WholeServer::close);
    twins = List.of(twin(0), twin(1));
    for (DatabaseAddress address : addresses) {
      execute(address, "alter table vigie.layer drop constraint released_below_hides");
      execute(
          address, "update vigie.layer set released_below = 1 where released_below is not null");
    }
    twins.forEach(WholeServer::close);
    twins = List.of(twin(0), twin(1));
    for (DatabaseAddress address : addresses) {
      execute(
          address, "update vigie.layer set released_below = 1 where released_below is not null");
    }

    assertThat(answersToAll(twins)).anyMatch(told -> told.contains("/api/released-counts"));
  }

  // ---- the attack ----

  /**
   * @param told the first answer of a province that differs
   * @param informative answers 200 that say more than none
   */
  private record Finding(int pairs, int requests, int informative, List<String> told) {
    double advantage() {
      return (double) told.size() / pairs;
    }
  }

  private Finding attack(List<WholeServer> servers, List<World> asked) throws Exception {
    List<Future<Finding>> running =
        asked.stream().map(world -> pool.submit(() -> attack(servers, world))).toList();
    int requests = 0;
    int informative = 0;
    List<String> told = new ArrayList<>();
    for (Future<Finding> each : running) {
      Finding finding = each.get();
      requests += finding.requests;
      informative += finding.informative;
      told.addAll(finding.told);
    }
    return new Finding(asked.size(), requests, informative, told);
  }

  private static Finding attack(List<WholeServer> servers, World world) throws Exception {
    int requests = 0;
    int informative = 0;
    for (Question question : new Questions(world, new Random(SEED + world.number())).list()) {
      String one = answer(servers.get(0), world.snooper(), question);
      String other = answer(servers.get(1), world.snooper(), question);
      requests += 2;
      if (!one.equals(other)) {
        return new Finding(
            1, requests, informative, List.of(difference(world, question, one, other)));
      }
      informative += one.startsWith("200") && one.contains(world.province()) ? 2 : 0;
    }
    return new Finding(1, requests, informative, List.of());
  }

  private static List<String> answersToAll(List<WholeServer> servers) throws Exception {
    List<String> told = new ArrayList<>();
    for (World.Snooper snooper : World.Snooper.values()) {
      for (Question question : Questions.ofAll()) {
        String one = answer(servers.get(0), snooper, question);
        String other = answer(servers.get(1), snooper, question);
        if (!one.equals(other)) {
          told.add(snooper + " " + question + ":\n" + one + "\n" + other);
        }
      }
    }
    return told;
  }

  private static String answer(WholeServer server, World.Snooper snooper, Question question)
      throws Exception {
    HttpResponse<String> answer =
        server.send(
            snooper.name(),
            question.method(),
            question.path(),
            question.body(),
            Map.of("Content-Type", "application/json"));
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      throw new AssertionError(question + ": " + answer.statusCode() + " " + answer.body());
    }
    String text =
        answer.statusCode()
            + " "
            + answer.headers().map().getOrDefault("x-classification", List.of())
            + " "
            + answer.body().replace(server.url(), "/");
    return WRITTEN.matcher(text).replaceAll("WRITTEN");
  }

  private static String difference(World world, Question question, String one, String other) {
    return "%s of province %s, %s %s: %s%n%s%n%s"
        .formatted(
            world.snooper(),
            world.province(),
            world.secret().layer(),
            world.secret().classification(),
            question,
            one,
            other)
        .strip();
  }

  // ---- the twins ----

  private WholeServer twin(int number) {
    return admitted(
        new WholeServer(addresses.get(number), CATALOG, folder.resolve("twin" + number)));
  }

  private static WholeServer admitted(WholeServer server) {
    for (World.Snooper snooper : World.Snooper.values()) {
      Access access =
          Entitlements.of(CATALOG)
              .access(
                  new Author(snooper.name()),
                  Set.of(snooper.role),
                  snooper.clearance,
                  snooper.compartments,
                  snooper.area);
      server.admit(snooper.name(), new Caller(snooper.name(), Set.of(snooper.role), access));
    }
    return server;
  }

  /** In one write for each layer, so that what there is counts as what there was. */
  private static void fill(WholeServer server, List<Feature> features) throws Exception {
    server
        .store()
        .as(Access.everything(new Author("fill")))
        .write(
            writing -> {
              for (Feature feature : features) {
                writing.insert(feature);
              }
              return "";
            });
  }

  private static void execute(DatabaseAddress address, String sql) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
