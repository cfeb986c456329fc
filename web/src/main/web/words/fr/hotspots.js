// What hotspots say of themselves, in French.
// @ts-check
import { count, decimal } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/hotspots.js').hotspotWords>} */
export const hotspotWords = {
  card: {
    title: 'Maintenant',
    failed: 'Ce qu’il contient maintenant n’a pas pu être chargé',
    events: 'Événements à l’intérieur',
    coverage: 'Patrouilles qui le traversent',
    required: (n) => `${decimal(n, 1)} requises par semaine`,
    notRequired: 'Personne n’a dit combien de patrouilles il lui faut.',
    window: (days) => plural(days, { one: '# jour', other: '# jours' }),
    visits: (visits, required) => (required === null ? plural(visits, { one: '# passage', other: '# passages' }) : `${count(visits)} sur ${decimal(required, 1)}`),
    met: 'atteint',
    short: (missing) => `il en manque ${decimal(missing, 1)}`,
    last: (when) => `Dernier enregistré : ${when},`,
    never: (days) => plural(days, {
      one: 'Aucune trace enregistrée ne le traverse depuis # jour. On ne sait ni que c’est sûr, ni que ce ne l’est pas : on l’ignore.',
      other: 'Aucune trace enregistrée ne le traverse depuis # jours. On ne sait ni que c’est sûr, ni que ce ne l’est pas : on l’ignore.',
    }),
    trackRule: 'Sont comptées les patrouilles dont la trace enregistrée traverse la zone ; celles sans trace ne sont pas vues ici.',
    alerts: 'Alertes ouvertes à l’intérieur',
    noAlerts: 'Aucune alerte sans issue n’est enregistrée à l’intérieur.',
    moreAlerts: (n) => plural(n, { one: 'et # autre', other: 'et # autres' }),
    review: 'Réexamen',
    reviewBy: (date) => `au plus tard le ${date}`,
    overdue: (days) => plural(days, { one: 'en retard de # jour', other: 'en retard de # jours' }),
    dueIn: (days) => plural(days, { one: 'dans # jour', other: 'dans # jours' }),
    drift: 'Depuis qu’il a été tracé',
    driftThen: (days, date) => plural(days, { one: `# jour avant le ${date}`, other: `# jours avant le ${date}` }),
    driftNow: (days) => plural(days, { one: 'Le dernier jour', other: 'Les # derniers jours' }),
    knownThen: (n) => plural(n, { one: '# était connu quand il a été tracé', other: '# étaient connus quand il a été tracé' }),
    suggestion: 'La suggestion dont il provient',
    suggestionMade: (what, when) => `${what}, sur les données du ${when}. Conservée telle qu’elle a été trouvée.`,
    suggestionShares: (ofArea, ofSuggestion) => `${ofArea} % de cette zone étaient suggérés ; ${ofSuggestion} % de la suggestion ont été retenus.`,
    showSuggestion: 'Afficher la suggestion',
    again: 'Relancer sur les données d’aujourd’hui',
    running: 'Nouvelle exécution…',
    againFound: (now, then, span) => `Pour ${span}, avec les mêmes réglages, ${now} % de cette zone sont trouvés ; au moment de la suggestion, c’était ${then} %.`,
    againNothing: (span) => `Pour ${span}, avec les mêmes réglages, aucune zone n’est trouvée ici.`,
    againFailed: 'La relance a échoué',
  },
  overdue: {
    title: (n) => `Réexamens de points chauds en retard (${count(n)})`,
    none: 'Aucun réexamen de point chaud n’est en retard.',
    failed: 'Les réexamens en retard n’ont pas pu être listés',
    row: (date, days) => plural(days, { one: `Réexamen prévu le ${date} : # jour de retard`, other: `Réexamen prévu le ${date} : # jours de retard` }),
    more: (n) => plural(n, { one: 'et # autre', other: 'et # autres' }),
  },
};
