package org.vigie.server.exercise;

/**
 * A side of the exercise's conflict; all of them are invented.
 *
 * @param type code of the shared list of actor types
 */
record Actor(String name, String shortName, String type) {

  static final Actor ARMY = new Actor("Maralune Defence Force", "MDF", "1");
  static final Actor POLICE = new Actor("Maralune National Police", "MNP", "1");
  static final Actor CIVILIANS = new Actor("Civilians (Maralune)", "civilians", "7");
  static final Actor PROTESTERS = new Actor("Protesters (Maralune)", "protesters", "6");
  static final Actor RIOTERS = new Actor("Rioters (Maralune)", "rioters", "5");
  static final Actor MISSION = new Actor("MIMAR", "MIMAR", "81");
  static final Actor AID = new Actor("Humanitarian workers", "aid workers", "83");
  static final Actor GUNMEN = new Actor("Unidentified armed men", "unidentified armed men", "0");
  static final Actor GANG = new Actor("Reef Runners", "the Reef Runners", "9");
  static final Actor FARMERS = new Actor("Terrace Home Guard", "Terrace Home Guard", "4");
  static final Actor HERDERS = new Actor("Drovers' Watch", "Drovers' Watch", "4");
  static final Actor BRIGADE = new Actor("Harbour Brigade", "the Harbour Brigade", "3");
  static final Actor NOBODY = new Actor("", "", "");
}
