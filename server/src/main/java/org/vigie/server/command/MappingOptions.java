package org.vigie.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.MappingFile;
import org.vigie.geodata.model.BadInputException;
import picocli.CommandLine.Option;

/** What may be declared about a file to import; everything else is detected. */
final class MappingOptions {

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "geojson, csv, ucdp-ged or acled. Default: recognised by the file's beginning.")
  private @Nullable String format;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Mapping of columns to properties (YAML), see docs/import.md.")
  private @Nullable Path mapping;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description =
          "dmy, mdy or ymd, for dates in numbers. Default: detected from all dates; refused when"
              + " they leave it open.")
  private @Nullable String dates;

  @Option(names = "--decimal", paramLabel = "SIGN", description = "Decimal sign: . or ,")
  private @Nullable String decimal;

  @Option(
      names = "--delimiter",
      paramLabel = "SIGN",
      description = "Between the cells of a table: , ; | or tab.")
  private @Nullable String delimiter;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "For example UTF-8 or windows-1252.")
  private @Nullable String encoding;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "Of times that name none, for example Africa/Bangui. Default: UTC.")
  private @Nullable String timezone;

  /** The mapping file with the options before it. */
  Mapping mapping() throws BadInputException {
    Map<String, String> declared = new LinkedHashMap<>();
    declare(declared, "format", format);
    declare(declared, "dates", dates);
    declare(declared, "decimal", decimal);
    declare(declared, "delimiter", delimiter);
    declare(declared, "encoding", encoding);
    declare(declared, "timezone", timezone);
    if (mapping == null) {
      return MappingFile.read("command line", "", declared);
    }
    try {
      return MappingFile.read(mapping.toString(), Files.readString(mapping), declared);
    } catch (IOException unreadable) {
      throw new CannotRunException("The mapping file " + mapping + " cannot be read.");
    }
  }

  private static void declare(Map<String, String> declared, String key, @Nullable String word) {
    if (word != null) {
      declared.put(key, word);
    }
  }
}
