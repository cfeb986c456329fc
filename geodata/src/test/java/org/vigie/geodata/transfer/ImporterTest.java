package org.vigie.geodata.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.FeatureFormats;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.SharedData;

@PostgisTest
class ImporterTest {

  private static final Author AUTHOR = new Author("tester");
  private static final Layer INCIDENT = Reading.INCIDENT;
  private static final String HEADER =
      "source_system,source_id,Title,Type,Date,lat,lon,killed_best";

  private final PostgisStore root;
  private final FeatureStore store;
  private final Importer importer;

  ImporterTest(DatabaseAddress address) {
    root = PostgisStore.open(address, Reading.LAYERS);
    store = root.as(Access.everything(AUTHOR));
    importer = new Importer(store);
  }

  @BeforeEach
  void startEmpty() throws Exception {
    List<Feature> left = new ArrayList<>();
    store.forEach(FeatureQuery.of(INCIDENT), left::add);
    store.write(
        writing -> {
          for (Feature feature : left) {
            writing.delete(INCIDENT.name(), feature.id(), feature.version());
          }
          return left.size();
        });
    assertThat(incidents()).isZero();
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  void anImportOfTheSameFileTwiceChangesNothing() throws Exception {
    ByteSource file = ByteSource.of(SharedData.get("ucdp/ged231_caf.csv"));

    ImportOutcome first = commit(file);
    long position = store.position().sequence();
    ImportOutcome second = commit(file);

    assertThat(first.counts()).isEqualTo(new Batch.Counts(1848, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1848);
    assertThat(second.counts()).isEqualTo(new Batch.Counts(0, 0, 1848, 0));
    assertThat(store.position().sequence()).isEqualTo(position);
  }

  @Test
  void theSouthSudanFileGives941IncidentsWithAllTheirColumns() throws Exception {
    ImportOutcome outcome = commit(ByteSource.of(SharedData.get("ucdp/ged_ssd_hdx.csv")));

    assertThat(outcome.counts()).isEqualTo(new Batch.Counts(941, 0, 0, 0));
    store.forEach(
        FeatureQuery.of(INCIDENT),
        f -> assertThat(f.provenance().original()).hasSize(50).containsKey("iso3"));
  }

  @Test
  void aCorrectedFileUpdatesAndItsUndoRestores(@TempDir Path folder) throws Exception {
    Path original = SharedData.get("ucdp/ged231_caf.csv");
    commit(ByteSource.of(original));
    String text = Files.readString(original);
    Path corrected = folder.resolve("corrected.csv");
    Files.writeString(
        corrected,
        text.replace("POINT (26.486881 5.399784)", "")
            .replaceFirst("5\\.399784,26\\.486881,", "5.5,26.5,"));

    ImportOutcome outcome = commit(ByteSource.of(corrected));

    assertThat(outcome.counts().inserted()).isZero();
    assertThat(outcome.counts().updated()).isPositive();
    assertThat(find("36210").geometry()).hasToString("POINT (26.5 5.5)");
    Batch.Undo undo = store.undo(outcome.batch().orElseThrow().id());
    assertThat(undo.restored()).isEqualTo(outcome.counts().updated());
    assertThat(find("36210").geometry()).hasToString("POINT (26.486881 5.399784)");
  }

  @Test
  void undoRemovesWhatAnImportBrought() throws Exception {
    ImportOutcome outcome = commit(csv("a,1,One,BATTLES,2026-01-01,1,2,0"));

    Batch.Undo undo = store.undo(outcome.batch().orElseThrow().id());

    assertThat(undo).isEqualTo(new Batch.Undo(1, 0, 0));
    assertThat(incidents()).isZero();
  }

  @Test
  void aPreviewCountsAndKeepsNothing() throws Exception {
    commit(csv("a,1,One,BATTLES,2026-01-01,1,2,0"));
    int batches = store.batches().size();

    ImportOutcome outcome =
        importer.preview(
            plan(
                csv(
                    "a,1,One,BATTLES,2026-01-01,1,2,0",
                    "a,2,Two,BATTLES,2026-01-01,1,2,0",
                    "a,3,Three,NO_SUCH_TYPE,2026-01-01,1,2,0"),
                Mapping.NONE),
            progress(),
            RowListener.NONE);

    assertThat(outcome.counts()).isEqualTo(new Batch.Counts(1, 0, 1, 0));
    assertThat(outcome.rows()).isEqualTo(3);
    assertThat(outcome.refused()).isEqualTo(1);
    assertThat(outcome.batch()).isEmpty();
    assertThat(incidents()).isEqualTo(1);
    assertThat(store.batches()).hasSize(batches);
  }

  @Test
  void oneBadRowKeepsEverythingOutWhenAllOrNothingIsAsked() throws Exception {
    ByteSource file = csv("a,1,One,BATTLES,2026-01-01,1,2,0", "a,2,Two,BATTLES,2026-01-01,91,2,0");

    ImportOutcome strict =
        importer.commit(
            plan(file, Mapping.NONE), ImportMode.ALL_OR_NOTHING, progress(), RowListener.NONE);

    assertThat(strict.batch()).isEmpty();
    assertThat(incidents()).isZero();
    assertThat(commit(file).counts()).isEqualTo(new Batch.Counts(1, 0, 0, 0));
  }

  @Test
  void refusedRowsComeBackAndGoInOnceMended() throws Exception {
    ByteSource file =
        csv(
            "a,1,One,BATTLES,2026-01-01,1,2,0",
            "a,2,\"=cmd|' /C calc'!A0, and more\",BATTLES,2026-01-01,91,2,-3",
            "a,3,Three,NO_SUCH_TYPE,2026-01-01,1,2,0");
    ByteArrayOutputStream back = new ByteArrayOutputStream();

    try (RefusedFile refused = new RefusedFile(() -> back)) {
      importer.commit(plan(file, Mapping.NONE), ImportMode.GOOD_ROWS, progress(), refused);
    }

    String text = back.toString(StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(3);
    assertThat(text)
        .startsWith(HEADER + ",refused_line,refused_because,refused_remedy")
        .contains("\"'=cmd")
        .contains(",3,", "latitude 91.0 is outside -90 to 90")
        .contains(",4,");
    String mended = text.replace(",91,2,-3,", ",9,2,3,").replace("NO_SUCH_TYPE", "RIOTS");
    ImportOutcome again = commit(TextSource.of("mended.csv", mended));
    assertThat(again.counts()).isEqualTo(new Batch.Counts(2, 0, 0, 0));
    assertThat(find("2").properties()).containsEntry("title", "=cmd|' /C calc'!A0, and more");
    assertThat(find("2").provenance().original()).doesNotContainKey("refused_line");
  }

  @Test
  void rowsWithoutAnyIdAreKnownAgainByTheirContent() throws Exception {
    TextSource file =
        TextSource.of(
            "list.csv", "type;date;lat;lon\nBATTLES;2026-01-01;1,5;2,5\nRIOTS;2026-01-02;1,5;2\n");

    assertThat(commit(file).counts()).isEqualTo(new Batch.Counts(2, 0, 0, 0));
    assertThat(commit(new TextSource("renamed.csv", file.bytes())).counts())
        .isEqualTo(new Batch.Counts(0, 0, 2, 0));
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() {
    ByteSource file = csv("a,1,One,BATTLES,2026-01-01,1,2,0", "a,2,\"Two,BATTLES,2026-01-01");

    assertThatThrownBy(() -> commit(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("rows.csv:3")
        .hasMessageContaining("quotation mark");
    assertThat(incidents()).isZero();
  }

  @Test
  void aStoppedImportLeavesNothing() {
    ImportProgress progress = progress();
    RowListener stopping =
        new RowListener() {
          @Override
          public void accepted(Feature feature) {
            progress.stop();
          }
        };
    ByteSource file = csv("a,1,One,BATTLES,2026-01-01,1,2,0", "a,2,Two,BATTLES,2026-01-01,1,2,0");

    assertThatThrownBy(
            () ->
                importer.commit(plan(file, Mapping.NONE), ImportMode.GOOD_ROWS, progress, stopping))
        .isInstanceOf(ImportStoppedException.class);
    assertThat(incidents()).isZero();
  }

  @Test
  void whatIsExportedComesBackUnchanged() throws Exception {
    commit(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")));
    for (var format : FeatureFormats.listWritable()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      long written = new Exporter(store).write(FeatureQuery.of(INCIDENT), format, out);
      assertThat(written).isEqualTo(1848);

      ImportOutcome again =
          commit(new TextSource("export." + format.extensions().get(0), out.toByteArray()));

      assertThat(again.refused()).as(format.name()).isZero();
      assertThat(again.counts()).as(format.name()).isEqualTo(new Batch.Counts(0, 0, 1848, 0));
    }
  }

  @Test
  void aFeatureEnteredByHandIsNotDoubledByItsOwnExtract() throws Exception {
    Feature typed = Reading.csv("type,date,lat,lon\nRIOTS,2026-01-02,1,2\n", Mapping.NONE).only();
    store.write(
        writing ->
            writing.insert(
                new Feature(
                    typed.id(),
                    typed.layer(),
                    typed.geometry(),
                    typed.validTime(),
                    typed.timePrecision(),
                    typed.locationClass(),
                    typed.radiusMetres(),
                    typed.classification(),
                    typed.compartments(),
                    typed.properties(),
                    Provenance.own(),
                    0,
                    null)));
    for (var format : FeatureFormats.listWritable()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new Exporter(store).write(FeatureQuery.of(INCIDENT), format, out);

      ImportOutcome again = commit(new TextSource("extract", out.toByteArray()));

      assertThat(again.refused()).as(format.name()).isEqualTo(1);
      assertThat(incidents()).isEqualTo(1);
    }
  }

  private ImportOutcome commit(ByteSource file) throws Exception {
    return importer.commit(
        plan(file, Mapping.NONE), ImportMode.GOOD_ROWS, progress(), RowListener.NONE);
  }

  private static ImportPlan plan(ByteSource file, Mapping mapping) {
    return new ImportPlan(file, INCIDENT, mapping);
  }

  private static ImportProgress progress() {
    return new ImportProgress(Clock.systemUTC());
  }

  private static ByteSource csv(String... rows) {
    return TextSource.of("rows.csv", HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private long incidents() {
    return store.count(FeatureQuery.of(INCIDENT));
  }

  private Feature find(String sourceId) {
    List<Feature> found = new ArrayList<>();
    store.forEach(
        FeatureQuery.of(INCIDENT),
        f -> {
          if (sourceId.equals(f.provenance().sourceId())) {
            found.add(f);
          }
        });
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
