package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.testing.SharedData;

/** The Central African Republic in UCDP GED 23.1: 1848 events, of which 111 are placed coarsely. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealEventsTest {

  private final ClusterDensity analysis = new ClusterDensity();
  private Events events;

  @BeforeAll
  void read() throws Exception {
    Events.Builder builder = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")))
        .features()
        .forEach(builder::add);
    events = builder.build();
  }

  @ParameterizedTest
  @CsvSource({"10000,5,82,390,1325,1", "25000,10,37,355,1276,3"})
  void clustersOnTheEllipsoidAreThoseOfTheReference(
      double eps, int minPts, int clusters, int noise, int core, int ambiguous) throws Exception {
    List<Events.Event> used =
        events.list().stream().filter(e -> e.uncertaintyMetres().orElseThrow() <= 50_000).toList();
    Clustering c =
        Dbscan.run(
            new GeodesicSpace(
                used.stream().mapToDouble(Events.Event::lon).toArray(),
                used.stream().mapToDouble(Events.Event::lat).toArray()),
            eps,
            minPts);
    assertThat(c.clusters()).isEqualTo(clusters);
    assertThat(c.noise()).isEqualTo(noise);
    assertThat(IntStream.range(0, used.size()).filter(i -> c.core()[i]).count()).isEqualTo(core);
    assertThat(IntStream.range(0, used.size()).filter(i -> c.ambiguous()[i]).count())
        .isEqualTo(ambiguous);
  }

  @Test
  void whatIsPlacedCoarselyIsLeftOutByReasonAndTheTownsAreSaidToPileUp() throws Exception {
    AnalysisResult result =
        analysis.run(
            Subject.of(events, Instant.EPOCH),
            analysis.parameters().read(Map.of("epsM", 10_000)),
            Progress.UNHEARD);
    Diagnostics d = result.diagnostics();
    assertThat(d.n()).isEqualTo(1848);
    assertThat(d.used()).isEqualTo(1737);
    assertThat(d.dropped())
        .containsExactlyInAnyOrder(
            new Diagnostics.Dropped("the place is known only to the first-level admin area", 54),
            new Diagnostics.Dropped("the place is known only to a stretch of road", 28),
            new Diagnostics.Dropped("the place is known only to the country", 29));
    assertThat(d.caveats())
        .anySatisfy(c -> assertThat(c).contains("different coordinates"))
        .anySatisfy(c -> assertThat(c).contains("years"));
    assertThat(result.findings())
        .allSatisfy(
            a -> {
              assertThat(a.geometry().isValid()).isTrue();
              assertThat((Double) a.properties().get("areaKm2")).isPositive();
              assertThat(a.properties()).containsEntry("inside", 1.0);
            });
    int inClusters =
        result.findings().stream().mapToInt(a -> (Integer) a.properties().get("count")).sum();
    assertThat(inClusters + (Integer) d.figures().get("noise")).isEqualTo(1737);
  }
}
