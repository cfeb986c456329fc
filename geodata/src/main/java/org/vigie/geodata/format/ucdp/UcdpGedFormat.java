package org.vigie.geodata.format.ucdp;

import java.io.IOException;
import java.util.List;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.FeatureFormat;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;

/**
 * UCDP Georeferenced Event Dataset: 49 columns by name, 50 with {@code iso3}, or 49 without a
 * header as some monthly candidate files come.
 */
public final class UcdpGedFormat implements FeatureFormat {

  @Override
  public String name() {
    return "ucdp-ged";
  }

  @Override
  public String label() {
    return "UCDP GED";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv");
  }

  @Override
  public boolean claims(Head head) {
    List<String> first = TableText.firstRecord(head);
    return GedColumns.isHeader(first) || GedColumns.isRecord(first);
  }

  @Override
  public FeatureReader read(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    return GedReader.open(TableText.of(source, mapping), layer);
  }
}
