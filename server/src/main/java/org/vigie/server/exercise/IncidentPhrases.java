package org.vigie.server.exercise;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Plain sentences for each kind of incident: {@code {p}} is who did it, {@code {t}} to whom, {@code
 * {l}} where. The first half of a line is the headline, the second what the report says.
 */
final class IncidentPhrases {

  private static final Map<Subtype, List<String>> LINES = new EnumMap<>(Subtype.class);

  static {
    put(
        Subtype.ARMED_CLASH,
        "{p} and {t} clashed {l}|Fighters of {p} and {t} exchanged fire {l}.",
        "Firefight between {p} and {t} {l}|Residents heard automatic fire {l} for about an hour;"
            + " {p} and {t} were involved.",
        "{p} attacked a position of {t} {l}|{p} attacked a position of {t} {l} and withdrew when"
            + " reinforcements came.");
    put(
        Subtype.GOVERNMENT_REGAINS_TERRITORY,
        "{p} retook ground {l}|{p} moved into a locality {l} that {t} had held for some weeks.");
    put(
        Subtype.NON_STATE_ACTOR_OVERTAKES_TERRITORY,
        "{p} took control {l}|{p} moved in {l} and took over the administration post; {t} left"
            + " before.");
    put(
        Subtype.INTER_COMMUNAL_CLASH,
        "Clash between {p} and {t} {l}|Members of {p} and {t} fought {l} after a quarrel over"
            + " fields.",
        "{p} and {t} fought over grazing {l}|A dispute over grazing {l} turned violent; both sides"
            + " carried machetes and some rifles.");
    put(
        Subtype.AMBUSH_ON_UN,
        "MIMAR patrol ambushed {l}|A MIMAR patrol came under small-arms fire {l}; it returned fire"
            + " and broke contact.");
    put(
        Subtype.AIR_DRONE_STRIKE,
        "Air strike {l}|Residents reported one aircraft and two explosions {l}; {p} said it struck"
            + " a camp.");
    put(
        Subtype.SHELLING_ARTILLERY_MISSILE,
        "Mortar fire {l}|Between three and eight mortar rounds fell {l}; residents blame {p}.",
        "{p} fired mortars {l}|{p} fired mortar rounds {l} shortly after dusk.");
    put(
        Subtype.REMOTE_EXPLOSIVE_LANDMINE_IED,
        "Explosive device hits {t} {l}|An improvised device went off {l} under a vehicle of {t}.",
        "Roadside device explodes {l}|A device buried in the road exploded {l} as {t} passed.");
    put(
        Subtype.GRENADE,
        "Grenade thrown {l}|A hand grenade was thrown {l}; the thrower escaped on a motorcycle.");
    put(
        Subtype.FIRE_ON_UN_BASE,
        "Indirect fire on MIMAR base {l}|Rounds fell short of or inside the perimeter of the MIMAR"
            + " base {l}.");
    put(
        Subtype.SEXUAL_VIOLENCE,
        "Sexual violence reported in the district|A case was referred through the survivors'"
            + " pathway. No place or person is recorded here.");
    put(
        Subtype.ATTACK,
        "{p} attacked {t} {l}|{p} entered houses {l} at night and fired at {t}.",
        "{t} attacked {l}|{t} on their way home were attacked {l} by {p}.",
        "Killing of {t} {l} attributed to {p}|Residents say {p} searched houses {l} for one family"
            + " and fired when nobody opened.");
    put(
        Subtype.ABDUCTION_FORCED_DISAPPEARANCE,
        "{t} abducted {l}|{p} took people away {l} and asked the families for money.",
        "Abduction {l}|Armed men stopped a group of {t} {l} and led some of them off on foot;"
            + " suspicion falls on {p}.");
    put(
        Subtype.ARBITRARY_ARREST,
        "{p} detained residents {l}|{p} detained several men {l} without giving a reason; some were"
            + " let go the next day.");
    put(
        Subtype.PEACEFUL_PROTEST,
        "March {l}|A few hundred people marched {l} and handed over a petition; the police kept"
            + " their distance.",
        "Teachers protest {l}|Teachers gathered {l} over unpaid salaries and dispersed at noon.",
        "Sit-in {l} over prices|Market women held a sit-in {l} over prices and fees.");
    put(
        Subtype.PROTEST_WITH_INTERVENTION,
        "{p} dispersed {t} {l}|{p} used tear gas against {t} {l}; shops closed for the day.");
    put(
        Subtype.EXCESSIVE_FORCE_AGAINST_PROTESTERS,
        "{p} fired on {t} {l}|{p} fired live rounds when {t} {l} did not clear the road.");
    put(
        Subtype.VIOLENT_DEMONSTRATION,
        "Demonstration turns violent {l}|Young men burnt tyres {l} and stoned vehicles of {t}.",
        "Riot {l}|A crowd broke into offices {l}; {t} withdrew to their station.");
    put(
        Subtype.MOB_VIOLENCE,
        "Mob beats suspected thief {l}|A crowd beat a man {l} who was accused of theft.");
    put(
        Subtype.AGREEMENT,
        "Local agreement signed {l}|Elders of both sides signed a local agreement {l} on grazing,"
            + " fields and compensation.");
    put(
        Subtype.ARRESTS,
        "{p} arrested suspects {l}|{p} arrested several suspects {l} and seized two rifles.");
    put(
        Subtype.CHANGE_TO_GROUP_ACTIVITY,
        "Fighters lay down arms {l}|A group of fighters came to the authorities {l} and asked to be"
            + " demobilised.",
        "{p} set up camp {l}|{p} set up a camp {l} and began to check travellers.");
    put(
        Subtype.DISRUPTED_WEAPONS_USE,
        "Device found and made safe {l}|{p} found an explosive device {l} before it went off and"
            + " made it safe.");
    put(
        Subtype.LOOTING_PROPERTY_DESTRUCTION,
        "Houses looted {l}|{p} looted houses {l} and set some on fire.",
        "{p} looted the market {l}|{p} emptied stalls {l} and left with goods on motorcycles.");
    put(
        Subtype.CEASEFIRE_VIOLATION,
        "Ceasefire violation {l}|{p} and {t} accuse each other of firing first {l}.");
    put(
        Subtype.CATTLE_RAID,
        "Cattle raid {l}|Raiders drove off between 20 and 150 head of cattle {l}; suspicion falls"
            + " on {p}.",
        "Herd stolen {l}|A herd was taken at gunpoint {l}; the owners follow the tracks.");
    put(
        Subtype.CARJACKING_HIJACKING,
        "Vehicle hijacked {l}|Armed men stopped a lorry {l}, took the load and let the driver go on"
            + " foot.",
        "Motorcycle taken at gunpoint {l}|Two men took a motorcycle at gunpoint {l}.");
    put(
        Subtype.ARMED_ROBBERY,
        "Armed robbery {l}|{p} robbed traders {l} of money and telephones.",
        "Traders robbed {l}|A group returning from market was robbed {l}.");
    put(
        Subtype.CHECKPOINT_EXTORTION,
        "Illegal checkpoint {l}|{p} stopped traffic with a rope {l} and took money from each"
            + " vehicle.",
        "{p} collected fees {l}|Drivers report that {p} collected fees {l} and kept papers.");
    put(Subtype.ROADBLOCK, "Road blocked {l}|Tree trunks block the road {l}; traffic turns back.");
    put(
        Subtype.STONE_THROWING_OBSTRUCTION,
        "MIMAR vehicle stoned {l}|Youths threw stones at a MIMAR vehicle {l}; a window was"
            + " broken.");
    put(
        Subtype.TROOP_MOVEMENT,
        "{p} moved men {l}|About {n} armed men of {p} were seen moving on foot {l}.",
        "Column of {p} seen {l}|Residents saw a column of {p} with motorcycles {l} before dawn.");
    put(
        Subtype.WEAPONS_AMMUNITION_SIGHTING,
        "Weapons seen {l}|Crates thought to hold ammunition were unloaded {l} at night.");
    put(
        Subtype.UAS_OVERFLIGHT,
        "Drone overflight {l}|A small drone circled {l} for ten minutes and left towards the"
            + " hills.");
    put(
        Subtype.LAND_DISPUTE,
        "Land dispute {l}|Two families dispute a field {l}; the chief asks for mediation.",
        "Crops trampled {l}|Cattle trampled crops {l}; the farmers ask for compensation.");
    put(
        Subtype.THREAT_HARASSMENT,
        "Threats against {t} {l}|{p} threatened {t} {l} and told them to leave within days.",
        "Leaflets with threats {l}|Leaflets signed by {p} were found {l}.");
    put(
        Subtype.DISPLACEMENT,
        "Families flee {l}|Families left their homes {l} with what they could carry and stay with"
            + " relatives.",
        "New displacement {l}|People displaced {l} ask for shelter and water.");
    put(
        Subtype.TENSION_RUMOUR,
        "Rumour of an attack {l}|A rumour of a coming attack keeps people {l} indoors; nothing"
            + " confirms it.",
        "Tension {l}|Tension is high {l} after a funeral; leaders call for calm.");
    put(
        Subtype.ACCIDENT,
        "Road accident {l}|An overloaded lorry overturned {l}.",
        "Fire {l}|A fire destroyed houses {l}; the cause is not known.");
    put(
        Subtype.NATURAL_HAZARD_FLOOD,
        "Flood {l}|The river burst its banks {l}; fields and some houses are under water.");
    put(
        Subtype.HEALTH_EVENT_OUTBREAK,
        "Suspected cholera {l}|The health centre reports patients with acute watery diarrhoea"
            + " {l}.");
    put(
        Subtype.UXO_FIND,
        "Unexploded ordnance found {l}|Children found a mortar round {l}; the place is marked and a"
            + " team is asked for.");
  }

  private IncidentPhrases() {}

  private static void put(Subtype subtype, String... lines) {
    LINES.put(subtype, List.of(lines));
  }

  /** A headline and a sentence that belong together. */
  static String[] draw(Incident incident, Dice dice) {
    List<String> lines =
        LINES.getOrDefault(incident.subtype(), List.of("Incident {l}|An incident {l}.")).stream()
            .filter(line -> incident.toll().isDeadly() || !line.startsWith("Killing"))
            .toList();
    return dice.pick(lines).split("\\|");
  }
}
