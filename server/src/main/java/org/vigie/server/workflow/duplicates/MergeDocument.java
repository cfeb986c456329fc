package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
import org.vigie.server.http.Answer;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.Shown;

/**
 * A merge or split that stands.
 *
 * @param subject the feature that was kept, or that was split
 * @param others the features that were merged into it, or the new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeDocument(
    String id, String kind, String author, Instant at, Shown subject, List<Shown> others) {

  static final Answer STALE =
      Answer.empty(412, "Somebody changed one of them first; the detail says which");

  static final Schema SCHEMA =
      Schema.object(
          "id", Schema.string(),
          "kind", Schema.words(List.of("merge", "split")),
          "author", Schema.string(),
          "at", Schema.string().with("format", "date-time"),
          "subject", Schema.of("object"),
          "others", Schema.array(Schema.of("object")));

  static MergeDocument of(Merge merge, Layer layer, FeatureStore seen) {
    List<Shown> others =
        merge.draft().parts().stream()
            .filter(part -> !part.id().equals(merge.draft().subject()))
            .flatMap(part -> seen.find(layer.name(), part.id()).stream())
            .map(feature -> Shown.of(layer, feature))
            .toList();
    Shown subject =
        seen.find(layer.name(), merge.draft().subject())
            .map(feature -> Shown.of(layer, feature))
            .orElseThrow(
                () ->
                    DuplicateRoutes.absent(
                        layer.name(),
                        new FeatureRef(layer.name(), merge.draft().subject()).toString()));
    return new MergeDocument(
        merge.draft().id().toString(),
        merge.draft().kind() == Merge.Kind.MERGE ? "merge" : "split",
        merge.author().name(),
        merge.at(),
        subject,
        others);
  }

  /** Answers what was made, with where it is undone. */
  static void created(Context context, FeatureStore seen, Layer layer, Merge.Draft done) {
    Merge merge =
        seen.findMerge(done.id())
            .orElseThrow(
                () -> ProblemException.notFound("The merge was made; you do not see it any more."));
    MergeDocument document = of(merge, layer, seen);
    HighestMark mark = new HighestMark();
    done.parts().forEach(part -> seen.find(layer.name(), part.id()).ifPresent(mark::take));
    Mark.set(context, mark.get());
    context.status(201);
    context.header("Location", "/api/merges/" + done.id());
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }
}
