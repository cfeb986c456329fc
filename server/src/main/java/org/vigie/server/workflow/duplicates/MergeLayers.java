package org.vigie.server.workflow.duplicates;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Callers;
import org.vigie.server.http.ProblemException;

/** Layers whose features a caller may merge and split. */
final class MergeLayers {

  /** Who may. */
  static final Role[] WHO = {Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST};

  private final LayerCatalog catalog;

  MergeLayers(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  LayerCatalog readable(Context context) {
    return catalog.readableFor(Callers.access(context));
  }

  Layer writable(Context context, @Nullable String name) throws BadInputException {
    Access access = Callers.access(context);
    Layer layer =
        Optional.ofNullable(name)
            .flatMap(readable(context)::find)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "layer",
                            Message.of("there is no layer {name}", name),
                            "Name a layer")));
    if (!access.mayWrite(layer.name())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "You may not change features of layer '{layer}'. Ask an administrator.",
              layer.name()));
    }
    return layer.visibleTo(access);
  }

  static Workflow workflow(Layer layer) {
    return layer
        .workflow()
        .filter(each -> each.merged().isPresent())
        .orElseThrow(
            () ->
                ProblemException.of(
                    409,
                    "Conflict",
                    Message.of("Features of '{layer}' cannot be merged.", layer.name())));
  }
}
