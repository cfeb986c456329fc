package org.vigie.server.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Invented names in one invented phonology: two or three open syllables, soft consonants, stress on
 * an ending. Names that belong to a real place or a real person's memory are kept out.
 */
final class Names {

  private static final List<String> HEADS =
      List.of(
          "Ve", "So", "Ta", "Lu", "Ora", "Mi", "Dre", "Ka", "Eli", "No", "Bra", "Thu", "Ila", "Re",
          "Va", "Sha", "Te", "Uri", "Ke", "Fa", "Lo", "Du", "Aru", "Pe", "Zo", "Ni", "Ulo", "Tre",
          "Osi", "Ga");
  private static final List<String> MIDDLES =
      List.of(
          "ra", "ve", "lo", "mi", "sta", "ndu", "re", "sho", "li", "vu", "na", "rro", "the", "ssa",
          "ko", "me", "lla", "ru", "do", "nya");
  private static final List<String> ENDS =
      List.of(
          "ven", "ssil", "ndor", "lune", "vash", "rek", "ttu", "mbre", "lieth", "sk", "nno", "vell",
          "rath", "zel", "quen", "dimm", "shar", "nelle", "ruk", "oul");

  /** Real names, or beginnings of them, that the syllables can make. */
  private static final Set<String> TAKEN =
      Set.of(
          "lorelune",
          "sorrell",
          "verek",
          "tarek",
          "galoul",
          "kandor",
          "losk",
          "dusk",
          "task",
          "gazel",
          "taven",
          "braven",
          "gaven",
          "lorath",
          "mishar",
          "kettu",
          "renno",
          "minno",
          "lonno",
          "luoul");

  /** So that no syllable opens every other name on the map. */
  private static final int NAMES_PER_HEAD = 8;

  private final Dice dice;
  private final Set<String> given = new HashSet<>();
  private final Map<String, Integer> byHead = new HashMap<>();

  Names(long seed) {
    this.dice = new Dice(seed, "names");
  }

  /** A name that was not given before. */
  String next() {
    while (true) {
      String head = dice.pick(HEADS);
      String name =
          dice.chance(0.45) ? head + dice.pick(ENDS) : head + dice.pick(MIDDLES) + dice.pick(ENDS);
      String key = name.toLowerCase(Locale.ROOT);
      if (name.length() >= 5
          && name.length() <= 10
          && !TAKEN.contains(key)
          && !given.contains(key.substring(0, 4))
          && byHead.merge(head, 1, Integer::sum) <= NAMES_PER_HEAD) {
        given.add(key.substring(0, 4));
        return name;
      }
    }
  }
}
