package org.vigie.server.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.server.http.Schema;

/**
 * A link as seen from one of its ends.
 *
 * @param direction {@code from} when that end is the first, {@code to} when it is the second
 * @param until when it ended, absent while it holds
 * @param other the feature at the far end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkDocument(
    String id,
    String type,
    String direction,
    String author,
    Instant since,
    @Nullable String endedBy,
    @Nullable Instant until,
    Shown other) {

  static final Schema SCHEMA =
      Schema.object(
          "id", Schema.string(),
          "type", Schema.string(),
          "direction", Schema.string(),
          "author", Schema.string(),
          "since", Schema.string().with("format", "date-time"),
          "other", Schema.of("object"));

  static LinkDocument of(FeatureLink link, FeatureRef seenFrom, Shown other) {
    Optional<FeatureLink.End> end = link.ended();
    return new LinkDocument(
        link.id().toString(),
        link.type().word(),
        link.from().equals(seenFrom) ? "from" : "to",
        link.author().name(),
        link.since(),
        end.map(e -> e.author().name()).orElse(null),
        end.map(FeatureLink.End::at).orElse(null),
        other);
  }
}
