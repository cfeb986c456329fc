package org.vigie.geodata.format.value;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Decides which column fills what: as declared, else by the name of a property, its title, or a
 * usual heading for place and time. A target is filled by one column only, the surest match first.
 */
public final class ColumnTargets {

  private final Layer layer;
  private final Mapping mapping;
  private final Set<String> taken = new HashSet<>();

  /**
   * @throws BadInputException when the mapping names a target that the layer does not have
   */
  public ColumnTargets(Layer layer, Mapping mapping) throws BadInputException {
    this.layer = layer;
    this.mapping = mapping;
    for (Map.Entry<String, String> column : mapping.columns().entrySet()) {
      requireTarget("columns." + column.getKey(), column.getValue());
      taken.add(column.getValue());
    }
    for (String target : mapping.constants().keySet()) {
      requireTarget("constants", target);
      taken.add(target);
    }
    for (String target : mapping.values().keySet()) {
      requireTarget("values", target);
    }
  }

  /** The targets of a header, in its order. */
  public List<Column> of(List<String> header) {
    String[] targets = new String[header.size()];
    match(header, targets, mapping.columns()::containsKey, name -> declared(name));
    match(header, targets, name -> true, name -> Optional.of(name).filter(this::isTarget));
    match(header, targets, name -> true, this::byTitle);
    match(header, targets, name -> true, this::byHeading);
    return Stream.iterate(0, i -> i < targets.length, i -> i + 1)
        .map(
            i ->
                targets[i] == null || targets[i].equals(Mapping.NOWHERE)
                    ? Column.kept(header.get(i))
                    : Column.to(header.get(i), targets[i]))
        .toList();
  }

  private void match(
      List<String> header,
      String[] targets,
      Predicate<String> wanted,
      Function<String, Optional<String>> rule) {
    for (int i = 0; i < targets.length; i++) {
      String name = header.get(i);
      if (targets[i] != null || !wanted.test(name)) {
        continue;
      }
      Optional<String> target = rule.apply(name);
      boolean declared = mapping.columns().containsKey(name);
      if (target.isPresent() && (declared || taken.add(target.get()))) {
        targets[i] = target.get();
      }
    }
  }

  private Optional<String> declared(String name) {
    return Optional.ofNullable(mapping.columns().get(name));
  }

  private Optional<String> byTitle(String name) {
    String plain = CommonColumn.plain(name);
    return layer.properties().stream()
        .filter(
            p ->
                CommonColumn.plain(p.name()).equals(plain)
                    || CommonColumn.plain(p.title()).equals(plain))
        .map(Property::name)
        .findFirst();
  }

  private Optional<String> byHeading(String name) {
    return CommonColumn.guess(name).map(CommonColumn::target);
  }

  private boolean isTarget(String name) {
    return FeatureAssembly.isTarget(layer, name);
  }

  private void requireTarget(String where, String target) throws BadInputException {
    if (!target.equals(Mapping.NOWHERE) && !isTarget(target)) {
      String known =
          Stream.concat(
                  layer.properties().stream().map(Property::name),
                  Stream.of(CommonColumn.values()).map(CommonColumn::target))
              .collect(Collectors.joining(", "));
      throw new BadInputException(
          Fault.of(
              where,
              Message.of("layer {layer} has nothing called \"{target}\"", layer.name(), target),
              Message.of("Use one of {known}, or - for nothing", known)));
    }
  }
}
