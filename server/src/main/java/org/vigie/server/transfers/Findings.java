package org.vigie.server.transfers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.geojson.GeoJsonFormat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.transfer.RefusedFile;
import org.vigie.geodata.transfer.RowListener;

/**
 * What a preview shows of a file: how it was recognised, its first features, its first faults.
 * Written by the importing thread, read by requests.
 */
final class Findings implements RowListener {

  private static final int MOST_SAMPLES = 500;
  private static final int MOST_FAULTS = 200;

  private final Layer layer;
  private final RefusedFile refusedFile;
  private final List<Feature> sample = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private @Nullable FeatureReader reader;

  Findings(Layer layer, RefusedFile refusedFile) {
    this.layer = layer;
    this.refusedFile = refusedFile;
  }

  @Override
  public synchronized void opened(FeatureReader opened) throws IOException {
    reader = opened;
    refusedFile.opened(opened);
  }

  @Override
  public synchronized void accepted(Feature feature) {
    if (sample.size() < MOST_SAMPLES) {
      sample.add(feature);
    }
  }

  @Override
  public synchronized void refused(ReadRow row, List<Fault> found) throws IOException {
    refusedFile.refused(row, found);
    for (Fault fault : found) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(fault);
      }
    }
  }

  /** No more rows come. */
  synchronized void closeFile() throws IOException {
    refusedFile.close();
  }

  synchronized Optional<Recognition> recognition() {
    return Optional.ofNullable(reader).map(FeatureReader::recognition);
  }

  synchronized List<Column> columns() {
    return reader == null ? List.of() : reader.columns();
  }

  /** The first faults, in the order of the file. */
  synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The first features as a GeoJSON FeatureCollection. */
  synchronized String sample() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FeatureWriter writer = new GeoJsonFormat().write(bytes, layer)) {
      for (Feature feature : sample) {
        writer.write(feature);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
