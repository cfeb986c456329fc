package org.vigie.geodata.format;

import java.io.IOException;
import java.io.OutputStream;
import org.vigie.geodata.layer.Layer;

/** A format that also writes. What it writes it reads back the same. */
public interface WritableFormat extends FeatureFormat {

  /** Internet media type of what is written, without parameters. */
  String mediaType();

  /** Starts a document of one layer's features; the caller keeps and closes the stream. */
  FeatureWriter write(OutputStream out, Layer layer, FileHead head) throws IOException;

  /** The same without a head. */
  default FeatureWriter write(OutputStream out, Layer layer) throws IOException {
    return write(out, layer, FileHead.NONE);
  }
}
