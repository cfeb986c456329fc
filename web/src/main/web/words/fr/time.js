// What the time bar says, in French.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {Record<string, string>} */
const units = { hour: 'heure', '3-hours': 'tranche de 3 heures', '6-hours': 'tranche de 6 heures', day: 'jour', week: 'semaine', month: 'mois', year: 'an' };

/** @type {Record<'window'|'step'|'speed'|'scale', {title: string, labels: Record<string, string>}>} */
const settings = {
  window: { title: 'Fenêtre : déplacer la période, ou la laisser croître depuis son premier jour', labels: { moving: 'Mobile', cumulative: 'Croissante' } },
  step: {
    title: 'Pas. Par défaut : la durée même de la période, un huitième de celle-ci pendant la lecture, une barre pour une période croissante',
    labels: { auto: 'Pas auto', day: '1 jour', week: '1 semaine', month: '1 mois' },
  },
  speed: { title: 'Vitesse de lecture, en pas par seconde', labels: { 0.5: '½ / s', 1: '1 / s', 2: '2 / s', 4: '4 / s', 8: '8 / s' } },
  scale: { title: 'Échelle des barres', labels: { linear: 'Linéaire', sqrt: 'Racine', log: 'Log' } },
};

/** @type {import('../words.js').Translation<typeof import('../en/time.js').timeWords>} */
export const timeWords = {
  typedTime: {
    calendar: 'Calendrier',
    forms: (isForDays) => (isForDays ? 'Année, mois, jour, par exemple 2026-04-02 ; ou 2 avril 2026' : 'UTC, par exemple 2026-04-02 14:05 ; ou 2 avril 2026 14:05, 021405ZAPR26, 20 min ago'),
  },
  time: {
    title: 'Période',
    window: 'Période affichée',
    start: 'Premier jour de la période',
    end: 'Dernier jour de la période',
    from: 'Du',
    to: 'Au',
    presets: [['7 j', 7], ['30 j', 30], ['90 j', 90], ['1 an', 365], ['Tout', null]],
    presetsTitle: 'Périodes prédéfinies',
    back: 'Un pas en arrière',
    on: 'Un pas en avant',
    zoom: 'Montrer le temps autour de la période, ou tout le temps',
    play: 'Lire',
    pause: 'Pause',
    settings,
    settingsTitle: 'Comment la période se déplace, et l’échelle des barres',
    days: (n) => plural(n, { one: '# jour', other: '# jours' }),
    short: (n) => `${count(n)} j`,
    playing: 'Lecture',
    paused: (period) => `En pause : ${period}`,
    ended: (period) => `Fin de la mission : ${period}. Lire reprend du début.`,
    stuck: 'La période couvre déjà toute la durée de la mission. Choisissez-en une plus courte pour la lecture.',
    histogram: (title, span, step, most, when) => `${title} par ${units[step]}, ${span}${most > 0 ? `. Maximum : ${count(most)}, ${when}` : '. Aucun'}`,
    most: (n, step, scale) => `jusqu’à ${count(n)} par ${units[step]}${scale === 'linear' ? '' : ` · échelle ${settings.scale.labels[scale].toLowerCase()}`}`,
    noHour: 'Sans heure',
    withoutHour: (n) => plural(n, { one: '# connu au jour près ou moins bien, sans heure', other: '# connus au jour près ou moins bien, sans heure' }),
    typed: 'Jour, par exemple 2026-04-02 ou 2 avril 2026 ; ou moment en UTC, par exemple 2026-04-02 18:00',
    failed: 'L’histogramme n’a pas pu être chargé.',
    noDay: (isFirst) => `Le ${isFirst ? 'premier' : 'dernier'} jour n’est pas une date. Écrivez 2026-04-02 ou 2 avril 2026, avec l’heure 2026-04-02 18:00 (UTC).`,
    outside: (day, first, last) => `${day} est hors de la mission. Donnez un jour du ${first} au ${last}.`,
    reversed: (first, last) => `${first} vient après ${last}. Donnez un premier jour plus tôt ou un dernier jour plus tard.`,
    bar: (span, n) => `${span} : ${count(n)}`,
  },
};
