package org.vigie.server.transfers;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.format.FeatureFormat;
import org.vigie.geodata.format.FeatureFormats;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.MappingFile;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Language;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.RequestBody;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Imports over HTTP: upload, look at the preview, commit or discard, undo. */
public final class ImportRoutes implements Routes {

  private static final String AUTO = "auto";
  private static final Schema DOCUMENT = Schema.of("object");

  private static final Parameter<String> LAYER =
      Parameter.text("layer", "Layer to import into.").mandatory();
  private static final Parameter<String> FORMAT =
      Parameter.word(
              "format",
              "Format of the file; auto recognises it by its beginning.",
              Stream.concat(
                      Stream.of(AUTO), FeatureFormats.list().stream().map(FeatureFormat::name))
                  .toList())
          .orElse(AUTO);
  private static final Parameter<String> NAME =
      Parameter.text("name", "Name of the file, for messages.").orElse("upload");
  private static final Parameter<String> MODE =
      Parameter.word(
              "mode",
              "What becomes of the good rows when others are refused.",
              Stream.of(ImportMode.values()).map(ImportMode::word).toList())
          .orElse(ImportMode.GOOD_ROWS.word());
  private static final Parameter<UUID> ID =
      Parameter.path("id", "The import's id.", Schema.string(), ImportRoutes::id);

  /** What may be declared about the file, by key of a mapping. */
  private static final List<Parameter<String>> DECLARATIONS =
      List.of(
          Parameter.text("dates", "Order of dates written in numbers: dmy, mdy or ymd."),
          Parameter.text("decimal", "Decimal sign of numbers: . or ,"),
          Parameter.text("delimiter", "Between the cells of a table: , ; | or tab."),
          Parameter.text("encoding", "Encoding of the text, for example windows-1252."),
          Parameter.text("timezone", "Time zone of times that name none; UTC unless given."),
          Parameter.text("source", "System that named the records."));

  private static final Parameter<String> MAPPING =
      Parameter.text("mapping", "A mapping of columns to properties, as YAML.").orElse("");

  private final ImportDesk desk;
  private final LayerCatalog layers;
  private final GuardedStore store;

  public ImportRoutes(ImportDesk desk, LayerCatalog layers, GuardedStore store) {
    this.desk = desk;
    this.layers = layers;
    this.store = store;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/imports")
            .expensive()
            .describe("Imports", "createImport", "Upload a file and have it read")
            .with(LAYER, FORMAT, NAME, MAPPING)
            .with(DECLARATIONS.toArray(Parameter<?>[]::new))
            .takes(
                new RequestBody(
                    "The file as it is",
                    Map.of("application/octet-stream", Schema.string().with("format", "binary"))))
            .answers(new Answer(202, "Being read", Map.of(MediaTypes.JSON, DOCUMENT)))
            .handle(this::upload),
        Route.get("/api/imports")
            .describe("Imports", "listImports", "Imports under way and committed batches")
            .answers("Newest first", DOCUMENT)
            .handle(this::list),
        Route.get("/api/imports/{id}")
            .describe("Imports", "getImport", "How far an import is and what it found")
            .with(ID)
            .answers("The import", DOCUMENT)
            .handle(c -> send(c, job(c))),
        Route.delete("/api/imports/{id}")
            .describe("Imports", "discardImport", "Drop an import that is not committed")
            .with(ID)
            .answers("The import", DOCUMENT)
            .handle(this::discard),
        Route.post("/api/imports/{id}/commit")
            .describe("Imports", "commitImport", "Keep what was read")
            .with(ID, MODE)
            .answers(new Answer(202, "Being kept", Map.of(MediaTypes.JSON, DOCUMENT)))
            .handle(this::commit),
        Route.post("/api/imports/{id}/undo")
            .expensive()
            .describe("Imports", "undoImport", "Take back all of a committed import")
            .with(ID)
            .answers("What was taken back", DOCUMENT)
            .handle(this::undo),
        Route.get("/api/imports/{id}/refused.csv")
            .describe("Imports", "getRefusedRows", "Refused rows with their reasons")
            .with(ID)
            .answers(Answer.ok("The rows as they stood", MediaTypes.CSV, Schema.string()))
            .handle(this::refusedRows));
  }

  private void upload(Context context) throws IOException, BadInputException {
    Layer layer = layer(context, LAYER.get(context));
    Mapping mapping = mapping(context);
    ImportJob job =
        desk.take(
            name(NAME.get(context)),
            layer,
            mapping,
            Callers.access(context),
            Bodies.stream(context),
            context.req().getContentLengthLong());
    context.status(202).header("Location", "/api/imports/" + job.id());
    send(context, job);
  }

  private static Mapping mapping(Context context) throws BadInputException {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Parameter<String> declaration : DECLARATIONS) {
      declaration.find(context).ifPresent(word -> declared.put(declaration.name(), word));
    }
    String format = FORMAT.get(context);
    if (!format.equals(AUTO)) {
      declared.put("format", format);
    }
    return MappingFile.read("mapping", MAPPING.get(context), declared);
  }

  private Layer layer(Context context, String name) throws BadInputException {
    LayerCatalog seen = layers.readableFor(Callers.access(context));
    Optional<Layer> layer = seen.find(name);
    if (layer.isEmpty()) {
      throw new BadInputException(
          Fault.of(
              "layer",
              Message.of("there is no layer {name}", name),
              Message.of(
                  "Use one of {choices}",
                  String.join(", ", seen.list().stream().map(Layer::name).toList()))));
    }
    if (!Callers.access(context).mayWrite(name)) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of("You may read {name} and not change it. Ask an administrator.", name));
    }
    return layer.get();
  }

  /** Only the last part, without anything that a message or a log line should not carry. */
  private static String name(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    String shorter = plain.length() > 200 ? plain.substring(0, 200) : plain;
    return shorter.isEmpty() ? "upload" : shorter;
  }

  private void list(Context context) {
    List<Object> imports = new ArrayList<>();
    for (ImportJob job : desk.list(Callers.access(context).author())) {
      imports.add(
          0,
          Map.of(
              "id",
              job.id(),
              "name",
              job.plan().source().name(),
              "layer",
              job.plan().layer().name(),
              "state",
              job.state().word()));
    }
    List<Object> batches = new ArrayList<>();
    batches(Callers.access(context)).forEach(batch -> batches.add(ImportDocument.of(batch)));
    answer(context, Map.of("imports", imports, "batches", batches));
  }

  /** Of those that the store shows, the ones into layers that the caller may still read. */
  private Stream<Batch> batches(Access access) {
    return store.as(access).batches().stream().filter(batch -> access.mayRead(batch.layer()));
  }

  private void discard(Context context) throws BadInputException {
    ImportJob job = job(context);
    job.discard();
    send(context, job);
  }

  private void commit(Context context) throws BadInputException {
    ImportJob job = job(context);
    ImportMode mode = ImportMode.find(MODE.get(context)).orElseThrow();
    desk.commit(job, mode, Callers.access(context));
    context.status(202);
    send(context, job);
  }

  /** By the id of the import, or by that of its batch once the server has forgotten the import. */
  private void undo(Context context) throws BadInputException {
    UUID id = ID.get(context);
    Optional<ImportJob> job = desk.find(id, Callers.access(context).author());
    UUID batch = job.isPresent() ? batchOf(job.get()) : id;
    Optional<Batch> known =
        batches(Callers.access(context)).filter(b -> b.id().equals(batch)).findFirst();
    if (known.isEmpty()) {
      throw ProblemException.notFound(Message.of("There is no import {id}.", id));
    }
    if (known.get().undone()) {
      throw ProblemException.of(409, "Conflict", "It has been undone already.");
    }
    Batch.Undo undo = store.as(Callers.access(context)).undo(batch);
    job.ifPresent(ImportJob::undone);
    Map<String, Object> document =
        job.map(each -> ImportDocument.of(each, Language.asked(context)))
            .orElseGet(() -> ImportDocument.of(known.get()));
    document.put("undo", undo);
    answer(context, document);
  }

  private static UUID batchOf(ImportJob job) {
    return job.batch()
        .orElseThrow(
            () ->
                ProblemException.of(
                    409,
                    "Conflict",
                    Message.of(
                        "It is {word} and changed nothing that could be undone.",
                        job.state().word())));
  }

  private void refusedRows(Context context) throws BadInputException, IOException {
    Path file =
        job(context)
            .refusedRows()
            .orElseThrow(() -> ProblemException.notFound("No row was refused."));
    context
        .contentType(MediaTypes.CSV + "; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"refused.csv\"");
    context.result(Files.newInputStream(file));
  }

  private ImportJob job(Context context) throws BadInputException {
    UUID id = ID.get(context);
    return desk.find(id, Callers.access(context).author())
        .orElseThrow(() -> ProblemException.notFound(Message.of("There is no import {id}.", id)));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.notFound(Message.of("There is no import {text}.", text));
    }
  }

  private static void send(Context context, ImportJob job) {
    answer(context, ImportDocument.of(job, Language.asked(context)));
  }

  private static void answer(Context context, Map<String, Object> document) {
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }
}
