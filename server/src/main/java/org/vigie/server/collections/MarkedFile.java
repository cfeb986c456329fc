package org.vigie.server.collections;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.server.http.Mark;
import org.vigie.server.http.Streams;

/**
 * A file of features on its way to a client. Its name carries the classification of the highest
 * feature in it, so that the mark stays on it wherever it is saved: {@code
 * incident.CONFIDENTIAL.csv}.
 */
final class MarkedFile implements AutoCloseable {

  private final Context context;
  private final Layer layer;
  private final WritableFormat format;
  private final Optional<FileHead> head;
  private @Nullable FeatureWriter writer;

  /**
   * @param head what the file is to say of itself
   */
  MarkedFile(Context context, Layer layer, WritableFormat format, Optional<FileHead> head) {
    this.head = head;
    this.context = context;
    this.layer = layer;
    this.format = format;
  }

  /** Sends the head; must come before the first feature. */
  void begin(Classification mark) {
    String days = head.map(QueryHead::days).orElse("");
    String name = layer.name() + days + "." + mark.name() + "." + format.extensions().get(0);
    Mark.set(context, mark);
    context.contentType(format.mediaType());
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    try {
      FileHead marked = head.map(each -> QueryHead.marked(each, mark)).orElse(FileHead.NONE);
      writer = format.write(Streams.open(context), layer, marked);
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }

  void write(Feature feature) {
    try {
      Objects.requireNonNull(writer, "begin comes first").write(feature);
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }

  /** Ends the document, when it was begun. */
  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
