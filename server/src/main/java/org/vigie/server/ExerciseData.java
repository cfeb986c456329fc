package org.vigie.server;

import java.util.function.Consumer;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.command.CannotRunException;
import org.vigie.server.exercise.ExerciseLoad;
import org.vigie.server.exercise.ManyIncidentsLoad;

/** What of the exercise is in the data of a mission, and incidents by number beside it. */
final class ExerciseData {

  private ExerciseData() {}

  /** Writes them by the clock: what the exercise tells of itself ends before. */
  static void loadFurther(Mission mission, int count, Consumer<String> progress)
      throws BadInputException {
    FeatureStore store = mission.store().as(Access.everything(ExerciseLoad.AUTHOR));
    int there = ManyIncidentsLoad.wanted(store).orElse(count);
    if (there != count) {
      throw new CannotRunException(
          "This data directory was filled with --events "
              + there
              + ": start with that number or without, or give another --data-dir for "
              + count);
    }
    new ManyIncidentsLoad(store, progress).run(count);
  }

  /** Whether the data are those of the exercise, of which nothing is real. */
  static boolean isIn(Mission mission) {
    return ExerciseLoad.isIn(mission.store().as(Access.everything(ExerciseLoad.AUTHOR)));
  }
}
