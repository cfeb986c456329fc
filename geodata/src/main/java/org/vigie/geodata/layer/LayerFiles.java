package org.vigie.geodata.layer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Finds and reads layer files: those of this distribution, then those of the mission, which replace
 * by file name or add. A file is {@code NAME.layer.yaml}; {@code code-lists.yaml} holds the shared
 * code lists.
 */
public final class LayerFiles {

  private static final String SUFFIX = ".layer.yaml";
  private static final String CODE_LISTS = "code-lists.yaml";
  private static final String OURS = "/org/vigie/geodata/layers/";

  private LayerFiles() {}

  /** The layers of this distribution alone. */
  public static LayerCatalog read() {
    try {
      return read(Optional.empty());
    } catch (BadInputException ours) {
      throw new IllegalStateException(
          "a layer file of this distribution is wrong: " + ours.faults(), ours);
    }
  }

  /**
   * The layers of this distribution and of the mission, in the order of the layer tree.
   *
   * @param missionDirectory folder of the mission's own files; one that does not exist is empty
   * @throws BadInputException with every fault of every file: file, line, what, allowed words
   */
  public static LayerCatalog read(Optional<Path> missionDirectory) throws BadInputException {
    Map<String, Document> layers = new TreeMap<>();
    List<Document> codeLists = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    inOurDirectory(directory -> collect(directory, false, layers, codeLists, faults));
    if (missionDirectory.isPresent() && Files.isDirectory(missionDirectory.get())) {
      collect(missionDirectory.get(), true, layers, codeLists, faults);
    }
    return assemble(layers, codeLists, faults);
  }

  private static LayerCatalog assemble(
      Map<String, Document> layers, List<Document> codeLists, List<Fault> faults)
      throws BadInputException {
    CodeLists lists = new CodeLists();
    for (Document document : codeLists) {
      lists.read(document.source, document.root);
      faults.addAll(document.source.faults());
    }
    LayerReader reader = new LayerReader(lists);
    List<LayerReader.Placed> placed = new ArrayList<>();
    layers.forEach(
        (name, document) -> {
          placed.add(reader.read(document.source, name, document.root));
          faults.addAll(document.source.faults());
        });
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparing(LayerFiles::fileOf).thenComparingLong(Fault::line));
      throw new BadInputException(faults);
    }
    placed.sort(
        Comparator.comparingDouble(LayerReader.Placed::order).thenComparing(p -> p.layer().name()));
    return new LayerCatalog(placed.stream().map(LayerReader.Placed::layer).toList());
  }

  private static String fileOf(Fault fault) {
    return fault.file() == null ? "" : fault.file();
  }

  private static void collect(
      Path directory,
      boolean fromMission,
      Map<String, Document> layers,
      List<Document> codeLists,
      List<Fault> faults) {
    for (Path path : yamlFiles(directory)) {
      String file = Objects.requireNonNull(path.getFileName()).toString();
      String shown = fromMission ? path.toString() : file;
      LayerSource source = new LayerSource(shown, fromMission);
      if (!file.equals(CODE_LISTS) && !file.endsWith(SUFFIX)) {
        faults.add(
            Fault.of(
                    null,
                    "this file is neither a layer nor the code lists",
                    Message.of("Name it NAME{suffix} or {codeLists}", SUFFIX, CODE_LISTS))
                .at(shown, 0));
        continue;
      }
      Node root = compose(source, path);
      faults.addAll(source.faults());
      source.faults().clear();
      if (root != null && file.equals(CODE_LISTS)) {
        codeLists.add(new Document(source, root));
      } else if (root != null) {
        layers.put(file.substring(0, file.length() - SUFFIX.length()), new Document(source, root));
      }
    }
  }

  private static List<Path> yamlFiles(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(
              f -> {
                String name = f.getFileName().toString();
                return name.endsWith(".yaml") || name.endsWith(".yml");
              })
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static @Nullable Node compose(LayerSource source, Path path) {
    try (Reader text = Files.newBufferedReader(path)) {
      Node root = new Yaml(new LoaderOptions()).compose(text);
      if (root == null) {
        source.fault(1, "layer", "the file is empty", "Declare a layer, or take the file away");
      }
      return root;
    } catch (MarkedYAMLException malformed) {
      long line =
          malformed.getProblemMark() == null ? 0 : malformed.getProblemMark().getLine() + 1L;
      source
          .faults()
          .add(
              Fault.of(
                      null,
                      Message.of("this is not YAML: {problem}", malformed.getProblem()),
                      "Check indentation, quotes and brackets on this line and the one before")
                  .at(source.file(), line));
    } catch (YAMLException | CharacterCodingException notText) {
      source
          .faults()
          .add(
              Fault.of(null, "the file is not UTF-8 text", "Save it as UTF-8")
                  .at(source.file(), 0));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return null;
  }

  /** Our files lie in a folder while developing and in a jar when installed. */
  private static void inOurDirectory(java.util.function.Consumer<Path> work) {
    try {
      URI uri =
          Objects.requireNonNull(LayerFiles.class.getResource(OURS + CODE_LISTS), CODE_LISTS)
              .toURI();
      if (!"jar".equals(uri.getScheme())) {
        work.accept(Objects.requireNonNull(Path.of(uri).getParent()));
        return;
      }
      String jar = uri.toString().substring("jar:".length(), uri.toString().indexOf("!/"));
      try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
        work.accept(files.getPath(OURS));
      }
    } catch (URISyntaxException | IOException broken) {
      throw new IllegalStateException("this installation has no readable layer files", broken);
    }
  }

  private record Document(LayerSource source, Node root) {}
}
