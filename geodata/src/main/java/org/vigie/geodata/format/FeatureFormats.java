package org.vigie.geodata.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.geodata.format.acled.AcledFormat;
import org.vigie.geodata.format.csv.CsvFormat;
import org.vigie.geodata.format.geojson.GeoJsonFormat;
import org.vigie.geodata.format.ucdp.UcdpGedFormat;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The formats, in the order in which they are asked whether a file is theirs. */
public final class FeatureFormats {

  private static final List<FeatureFormat> ALL =
      List.of(new GeoJsonFormat(), new UcdpGedFormat(), new AcledFormat(), new CsvFormat());

  private FeatureFormats() {}

  public static List<FeatureFormat> list() {
    return ALL;
  }

  public static List<WritableFormat> listWritable() {
    return ALL.stream()
        .filter(WritableFormat.class::isInstance)
        .map(WritableFormat.class::cast)
        .toList();
  }

  public static Optional<FeatureFormat> find(String name) {
    return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  public static Optional<WritableFormat> findWritable(String name) {
    return listWritable().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /**
   * The declared format, else the first that claims the file.
   *
   * @throws BadInputException when none does
   */
  public static FeatureFormat recognise(ByteSource source, Mapping mapping)
      throws IOException, BadInputException {
    if (mapping.format().isPresent()) {
      String name = mapping.format().get();
      return find(name)
          .orElseThrow(
              () ->
                  refused(
                      source,
                      Message.of("there is no format {name}", name),
                      Message.of("Use one of {names}", names())));
    }
    Head head = Head.of(source);
    if (head.binary()) {
      throw refused(
          source,
          Message.of(
              head.zip()
                  ? "this is not a text file but a ZIP archive or a workbook"
                  : "this is not a text file"),
          Message.of("Save it as CSV or GeoJSON first"));
    }
    return ALL.stream()
        .filter(f -> f.claims(head))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    source,
                    Message.of("the format was not recognised"),
                    Message.of("Name it with the format option: {names}", names())));
  }

  private static String names() {
    return ALL.stream().map(FeatureFormat::name).collect(Collectors.joining(", "));
  }

  private static BadInputException refused(ByteSource source, Message what, Message fix) {
    return new BadInputException(Fault.of(null, what, fix).at(source.name(), 0));
  }
}
