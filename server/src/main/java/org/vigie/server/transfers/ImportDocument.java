package org.vigie.server.transfers;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.transfer.ImportOutcome;
import org.vigie.geodata.transfer.ImportProgress;
import org.vigie.server.http.Catalogue;
import org.vigie.server.http.Language;

/** How an import looks on the wire. */
final class ImportDocument {

  private ImportDocument() {}

  static Map<String, Object> of(ImportJob job, Language language) {
    Catalogue words = Catalogue.of(language);
    Map<String, Object> document = new LinkedHashMap<>();
    ImportState state = job.state();
    document.put("id", job.id());
    document.put("name", job.plan().source().name());
    document.put("layer", job.plan().layer().name());
    document.put("state", state.word());
    document.put("progress", progress(job.progress()));
    job.findings().recognition().ifPresent(r -> document.put("recognised", recognised(r)));
    document.put("columns", columns(job.findings().columns()));
    job.outcome().ifPresent(outcome -> document.put("counts", counts(outcome)));
    if (state == ImportState.READY) {
      document.put("sample", new RawValue(job.sample()));
    }
    document.put("refused", faults(job.findings().faults(), words));
    job.batch().ifPresent(batch -> document.put("batch", batch));
    List<Fault> errors = job.errors();
    if (!errors.isEmpty()) {
      document.put("error", words.say(errors.get(0).message()));
      document.put("errors", faults(errors, words));
    }
    return document;
  }

  static Map<String, Object> of(Batch batch) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", batch.id());
    document.put("layer", batch.layer());
    document.put("title", batch.title());
    document.put("author", batch.author().name());
    document.put("committedAt", batch.committedAt());
    document.put("counts", batch.counts());
    document.put("undone", batch.undone());
    return document;
  }

  private static Map<String, Object> progress(ImportProgress.Snapshot snapshot) {
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("phase", snapshot.phase().name().toLowerCase(Locale.ROOT));
    progress.put("bytesRead", snapshot.bytesRead());
    progress.put("bytesTotal", snapshot.bytesTotal());
    progress.put("rows", snapshot.rows());
    progress.put("rowsPerSecond", Math.round(snapshot.rowsPerSecond()));
    progress.put("secondsLeft", secondsLeft(snapshot));
    return progress;
  }

  private static @Nullable Long secondsLeft(ImportProgress.Snapshot snapshot) {
    return snapshot.secondsLeft() < 0 ? null : (long) Math.ceil(snapshot.secondsLeft());
  }

  private static Map<String, Object> recognised(Recognition recognition) {
    Map<String, Object> recognised = new LinkedHashMap<>();
    recognised.put("format", recognition.format());
    recognised.put("label", recognition.label());
    recognised.putAll(recognition.details());
    return recognised;
  }

  private static List<Map<String, Object>> columns(List<Column> columns) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Column column : columns) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", column.name());
      each.put("target", column.target().orElse(null));
      list.add(each);
    }
    return list;
  }

  private static Map<String, Object> counts(ImportOutcome outcome) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("rows", outcome.rows());
    counts.put("accepted", outcome.accepted());
    counts.put("refused", outcome.refused());
    counts.put("statesLeft", outcome.statesLeft());
    counts.put("inserted", outcome.counts().inserted());
    counts.put("updated", outcome.counts().updated());
    counts.put("unchanged", outcome.counts().unchanged());
    counts.put("repeated", outcome.counts().repeated());
    return counts;
  }

  private static List<Map<String, Object>> faults(List<Fault> faults, Catalogue words) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Fault fault : faults) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("line", fault.line());
      each.put("field", fault.field());
      each.put("what", words.say(fault.wrong()));
      each.put("fix", words.say(fault.remedy()));
      list.add(each);
    }
    return list;
  }
}
