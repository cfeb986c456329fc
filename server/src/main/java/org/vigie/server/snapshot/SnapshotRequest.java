package org.vigie.server.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Snapshot;
import org.vigie.geodata.store.Summary;
import org.vigie.server.http.Datetimes;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.OfferedAddress;
import org.vigie.server.selection.Selections;

/** Reads what is to be frozen, and finds how high it is. */
final class SnapshotRequest {

  static final Set<String> MEMBERS =
      Set.of(
          "title",
          "note",
          "view",
          "as-known-at",
          "bbox",
          "datetime",
          "layers",
          "classification",
          "compartments");

  private static final Set<String> OF_LAYER = Set.of("name", "filter");
  private static final int TITLE = 200;
  private static final int NOTE = 4_000;
  private static final int VIEW = 20_000;
  private static final double HEMISPHERE = 180;

  private final Members body;
  private final Selections selections;
  private final LayerCatalog readable;
  private final FeatureStore seen;
  private final Access access;

  SnapshotRequest(Members body, LayerCatalog catalog, FeatureStore seen, Access access)
      throws BadInputException {
    this.body = body.allow(MEMBERS);
    this.selections = new Selections(catalog).as(access);
    this.readable = catalog.readableFor(access);
    this.seen = seen;
    this.access = access;
  }

  Snapshot.Draft draft() throws BadInputException {
    LogPosition asOf = asOf();
    Classification highest = Classification.UNCLASSIFIED;
    Set<String> compartments = new TreeSet<>(chosenCompartments());
    List<String> layers = new ArrayList<>();
    Optional<BoundingBox> window = Optional.empty();
    Areas areas = new Areas(selections, seen);
    for (Members each : body.objects("layers")) {
      each.allow(OF_LAYER);
      Layer layer = selections.layer(each.name("name"), each.getText("name"));
      FeatureQuery query =
          selections
              .around(layer, body)
              .withFilter(selections.filter(layer, each, areas, Optional.of(asOf.committedAt())))
              .withAsKnownAt(asOf.committedAt());
      Summary summary = seen.summarise(query, Summary.Request.TOTALS);
      highest = highest.highest(summary.highest());
      compartments.addAll(summary.compartments());
      window = query.bbox().filter(SnapshotRequest::isLocal);
      layers.add(layer.name());
    }
    compartments.addAll(areas.compartments());
    return new Snapshot.Draft(
        text("title", 1, TITLE),
        text("note", 0, NOTE),
        view(),
        asOf,
        highest.highest(areas.mark()).highest(chosenClassification()),
        compartments,
        layers,
        window);
  }

  /** The last write that the caller sees in it: of now, or as known at a moment. */
  private LogPosition asOf() throws BadInputException {
    LogPosition now = seen.position();
    Optional<String> known = body.findText("as-known-at");
    if (known.isEmpty()) {
      return now;
    }
    Instant moment = Datetimes.past("as-known-at", known.get());
    return moment.isBefore(now.committedAt())
        ? new LogPosition(Math.min(now.sequence(), micros(moment)), moment)
        : now;
  }

  private static long micros(Instant moment) {
    return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, moment));
  }

  private static boolean isLocal(BoundingBox box) {
    return box.west() <= box.east() && box.east() - box.west() < HEMISPHERE;
  }

  private String view() throws BadInputException {
    String view = text("view", 1, VIEW);
    if (!view.startsWith("#v1/")) {
      throw body.wrong(
          "view",
          Message.of("is no address of the map"),
          Message.of("Send what follows the page's path, from #v1/ on"));
    }
    OfferedAddress.check(view, "view", readable, access);
    return view;
  }

  private String text(String member, int least, int most) throws BadInputException {
    String text = body.findText(member).orElse("").strip();
    if (text.length() < least) {
      throw body.wrong(
          member, Message.of("is missing"), Message.of("Add \"{member}\": \"…\"", member));
    }
    if (text.length() > most) {
      throw body.wrong(
          member, Message.of("is too long"), Message.of("Send at most {most} characters", most));
    }
    if (text.indexOf('\0') >= 0) {
      throw body.wrong(
          member, Message.of("has a character that is none (U+0000)"), Message.of("Leave it out"));
    }
    return text;
  }

  /** The author may say that it is higher, as far as he would still see it. */
  private Classification chosenClassification() throws BadInputException {
    Optional<String> word = body.findText("classification");
    if (word.isEmpty()) {
      return Classification.UNCLASSIFIED;
    }
    List<Classification> possible =
        Arrays.stream(Classification.values())
            .filter(each -> access.clears(each, Set.of()))
            .toList();
    return possible.stream()
        .filter(each -> each.name().equals(word.get()))
        .findFirst()
        .orElseThrow(
            () ->
                body.wrong(
                    "classification",
                    Message.of("'{word}' is not possible", word.get()),
                    Message.of("Use one of {possible}", possible)));
  }

  private Set<String> chosenCompartments() throws BadInputException {
    Set<String> known = new TreeSet<>();
    readable
        .list()
        .forEach(layer -> layer.handling().known().forEach(each -> known.add(each.code())));
    Set<String> chosen = new TreeSet<>();
    Optional<JsonNode> array = body.find("compartments");
    if (array.isPresent() && !array.get().isArray()) {
      throw body.wrong(
          "compartments",
          Message.of("is not an array"),
          Message.of("Send [\"POC\"], or [] for none"));
    }
    for (JsonNode code : array.orElse(MissingNode.getInstance())) {
      String word = code.asText();
      if (!known.contains(word) || !access.clears(Classification.UNCLASSIFIED, Set.of(word))) {
        throw body.wrong(
            "compartments",
            Message.of("'{word}' is not yours to give", word),
            Message.of("Use those you hold"));
      }
      chosen.add(word);
    }
    return chosen;
  }
}
