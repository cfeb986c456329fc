package org.vigie.server.attachments;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Attachment;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/**
 * Photographs of features over HTTP. Whoever sees the feature sees them, and whoever may change its
 * layer may add one; what is hidden answers as what is absent.
 */
public final class AttachmentRoutes implements Routes {

  private static final String OF_FEATURE = "/api/attachments/{layer}/{featureId}";
  private static final String ONE = OF_FEATURE + "/{attachmentId}";
  private static final String JPEG = PhotoKind.JPEG.mediaType();
  private static final String PNG = PhotoKind.PNG.mediaType();
  private static final int LONGEST_NAME = 200;
  private static final Schema DOCUMENT = Schema.of("object");

  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);
  private static final Parameter<String> ID =
      Parameter.path("attachmentId", "Id of a photograph.", Schema.string(), text -> text);
  private static final Parameter<String> NAME =
      Parameter.query(
              "name",
              "What the file was called, up to " + LONGEST_NAME + " characters.",
              Schema.string(),
              AttachmentRoutes::name)
          .orElse("photograph");

  private final LayerCatalog catalog;
  private final GuardedStore store;
  private final DarkRoom darkRoom = new DarkRoom();

  public AttachmentRoutes(LayerCatalog catalog, GuardedStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(OF_FEATURE)
            .expensive()
            .describe("Photographs", "addAttachment", "Attach a photograph to a feature")
            .with(LAYER, FEATURE, NAME)
            .takes("A JPEG or PNG of at most 20 MB and 50 million pixels", JPEG, Schema.string())
            .answers(new Answer(201, "Kept; Location names it", Map.of()))
            .handle(this::add),
        Route.get(OF_FEATURE)
            .describe("Photographs", "listAttachments", "Photographs of a feature")
            .with(LAYER, FEATURE, Parameters.AS_KNOWN_AT)
            .answers("What they are; the pictures are asked for apart", DOCUMENT)
            .handle(this::list),
        Route.get(ONE)
            .describe("Photographs", "getAttachment", "A photograph, as a file to keep")
            .with(LAYER, FEATURE, ID)
            .answers(Answer.ok("The picture", JPEG, Schema.string()).or(PNG, Schema.string()))
            .handle(this::download),
        Route.get(ONE + "/thumbnail")
            .describe("Photographs", "getThumbnail", "A small picture of a photograph")
            .with(LAYER, FEATURE, ID)
            .answers(Answer.ok("A JPEG of at most 320 pixels", JPEG, Schema.string()))
            .handle(this::thumbnail));
  }

  private void add(Context context) throws IOException, BadInputException {
    FeatureRef feature = visible(context);
    Access access = Callers.access(context);
    if (!access.mayWrite(feature.layer())) {
      throw ProblemException.of(
          403, "Forbidden", "You may look at this layer but not add to it. Ask an administrator.");
    }
    Attachments.Picture picture =
        darkRoom.develop(
            NAME.get(context), Bodies.stream(context), context.req().getContentLengthLong());
    Attachment kept =
        store.attachments(access).add(feature, picture).orElseThrow(() -> absent(feature));
    context.status(201);
    context.header("Location", BaseUrl.of(context) + path(kept));
    context.json(document(kept));
  }

  private void list(Context context) throws BadInputException {
    KeptOffline.never(context);
    FeatureRef feature = visible(context);
    Instant then = Parameters.AS_KNOWN_AT.find(context).orElse(Instant.MAX);
    List<Attachment> list =
        store.attachments(Callers.access(context)).list(feature).stream()
            .filter(photograph -> !photograph.recordedAt().isAfter(then))
            .toList();
    context.json(Map.of("attachments", list.stream().map(AttachmentRoutes::document).toList()));
  }

  private void download(Context context) {
    KeptOffline.never(context);
    Attachment attachment = find(context);
    context.header("Content-Disposition", "attachment; filename=\"" + fileName(attachment) + "\"");
    if (!EntityTags.notModified(context, tag(attachment, ""))) {
      byte[] content =
          store
              .attachments(Callers.access(context))
              .content(attachment.feature(), attachment.id())
              .orElseThrow(() -> absent(attachment.feature()));
      context.result(content).contentType(attachment.mediaType());
    }
  }

  private void thumbnail(Context context) {
    KeptOffline.never(context);
    Attachment attachment = find(context);
    if (!EntityTags.notModified(context, tag(attachment, "-small"))) {
      byte[] small =
          store
              .attachments(Callers.access(context))
              .thumbnail(attachment.feature(), attachment.id())
              .orElseThrow(() -> absent(attachment.feature()));
      context.result(small).contentType(JPEG);
    }
  }

  /** The feature of the path, when the caller sees it. */
  private FeatureRef visible(Context context) {
    String text = context.pathParam(FEATURE.name());
    FeatureRef feature =
        FeatureId.find(text)
            .map(id -> new FeatureRef(context.pathParam(LAYER.name()), id))
            .orElseThrow(() -> absent(text));
    boolean there =
        catalog.find(feature.layer()).isPresent()
            && Callers.access(context).mayRead(feature.layer())
            && store.as(Callers.access(context)).find(feature.layer(), feature.id()).isPresent();
    if (!there) {
      throw absent(feature);
    }
    return feature;
  }

  private Attachment find(Context context) {
    FeatureRef feature = visible(context);
    String id = context.pathParam(ID.name());
    return store.attachments(Callers.access(context)).list(feature).stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound(Message.of("There is no photograph '{id}' here.", id)));
  }

  private static Map<String, Object> document(Attachment attachment) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", attachment.id());
    document.put("name", attachment.name());
    document.put("mediaType", attachment.mediaType());
    document.put("width", attachment.width());
    document.put("height", attachment.height());
    document.put("bytes", attachment.bytes());
    document.put("sha256", attachment.sha256());
    document.put("author", attachment.author().name());
    document.put("recordedAt", attachment.recordedAt());
    document.put("href", path(attachment));
    document.put("thumbnail", path(attachment) + "/thumbnail");
    return document;
  }

  private static String path(Attachment attachment) {
    return "/api/attachments/" + attachment.feature() + "/" + attachment.id();
  }

  private static String tag(Attachment attachment, String size) {
    return '"' + attachment.sha256().substring(0, 20) + size + '"';
  }

  /** Of our own making: what somebody called it may hold anything. */
  private static String fileName(Attachment attachment) {
    UUID id = attachment.id();
    return id + (attachment.mediaType().equals(PNG) ? ".png" : ".jpg");
  }

  private static String name(String text) throws BadInputException {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
    String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    if (last.isEmpty() || last.codePointCount(0, last.length()) > LONGEST_NAME) {
      throw new BadInputException(
          Fault.of(
              "name",
              "is empty or too long",
              Message.of("Give at most {longestName} characters", LONGEST_NAME)));
    }
    return last;
  }

  private static ProblemException absent(Object feature) {
    return ProblemException.notFound(Message.of("There is no feature '{feature}'.", feature));
  }
}
