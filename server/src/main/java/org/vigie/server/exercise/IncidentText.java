package org.vigie.server.exercise;

/** Title and summary of an incident, in plain sentences. */
record IncidentText(String title, String summary) {

  static IncidentText of(Incident incident, String where, Dice dice) {
    String[] phrases = IncidentPhrases.draw(incident, dice);
    String title = capital(fill(phrases[0], incident, where, dice, true));
    StringBuilder summary = new StringBuilder("EXERCISE. ");
    summary.append(capital(fill(phrases[1], incident, where, dice, false)));
    summary.append(toll(incident.toll()));
    if (incident.subtype() != Subtype.SEXUAL_VIOLENCE) {
      summary.append(aftermath(incident, dice));
    }
    return new IncidentText(title, summary.toString());
  }

  private static String fill(
      String phrase, Incident incident, String where, Dice dice, boolean brief) {
    return phrase
        .replace("{p}", called(incident.perpetrator(), brief))
        .replace("{t}", called(incident.target(), brief))
        .replace("{l}", where)
        .replace("{n}", Integer.toString(10 * dice.whole(2, 9)));
  }

  private static String called(Actor actor, boolean brief) {
    if (actor.equals(Actor.NOBODY)) {
      return "nobody known";
    }
    boolean common = actor.shortName().equals(actor.shortName().toLowerCase(java.util.Locale.ROOT));
    return brief || common ? actor.shortName() : withArticle(actor.name());
  }

  private static String withArticle(String name) {
    return name.equals("MIMAR") ? name : "the " + name;
  }

  private static String toll(Incident.Toll toll) {
    StringBuilder text = new StringBuilder();
    if (toll.best() > 0 || toll.injured() > 0) {
      text.append(" ");
      String dead = toll.best() == 0 ? "" : people(toll.best()) + " killed";
      if (toll.best() > 0 && toll.high() > toll.low()) {
        dead += " (estimates from " + toll.low() + " to " + toll.high() + ")";
      }
      String hurt = toll.injured() == 0 ? "" : people(toll.injured()) + " injured";
      text.append(capital(dead + (dead.isEmpty() || hurt.isEmpty() ? "" : " and ") + hurt));
      text.append(".");
    }
    if (toll.abducted() > 0) {
      text.append(" ").append(capital(people(toll.abducted()))).append(" taken away.");
    }
    if (toll.displaced() > 0) {
      text.append(" About ").append(toll.displaced()).append(" people displaced.");
    }
    return text.toString();
  }

  private static String people(int number) {
    String[] words = {"no", "one", "two", "three", "four", "five", "six"};
    String count = number < words.length ? words[number] : Integer.toString(number);
    return count + (number == 1 ? " person was" : " people were");
  }

  private static String aftermath(Incident incident, Dice dice) {
    int severity = incident.severity();
    if (incident.subtype().type().equals("PROTESTS")) {
      return dice.pick(" The crowd dispersed by evening.", " No damage was reported.", "");
    }
    if (severity >= 4) {
      return dice.pick(
          " A patrol was sent to the place.",
          " The wounded were brought to the nearest health centre.",
          " The authorities have opened an inquiry.",
          " Leaders of the community were met the next day.",
          " Some families spent the night in the bush.");
    }
    return dice.pick(
        " The authorities were informed.",
        " No further detail is known.",
        " The community asks for more patrols.",
        " The source was called back and confirmed the account.",
        "",
        "");
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
