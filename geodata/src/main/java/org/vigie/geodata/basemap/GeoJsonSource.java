package org.vigie.geodata.basemap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.geojson.BareFeatures;
import org.vigie.geodata.model.BadInputException;

/** Features of a GeoJSON file; their layer is called as the file. */
public final class GeoJsonSource implements FeatureSource {

  private final String layer;
  private final long size;
  private final BareFeatures features;
  private long read;

  /**
   * @param name of the file, for messages and the layer
   */
  public GeoJsonSource(Path file, String name) throws IOException, BadInputException {
    ByteSource source = ByteSource.of(file, name);
    this.layer = LayerName.ofFile(name);
    this.size = Math.max(1, source.size());
    this.features = BareFeatures.open(source, Counting::new);
  }

  @Override
  public Optional<SourceFeature> next() throws IOException, BadInputException {
    return features
        .next()
        .map(bare -> new SourceFeature(layer, bare.geometry(), bare.properties()));
  }

  @Override
  public double done() {
    return Math.min(1, (double) read / size);
  }

  @Override
  public void close() throws IOException {
    features.close();
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      read += Math.max(0, count);
      return count;
    }
  }
}
