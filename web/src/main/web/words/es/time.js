// What the time bar says, in Spanish.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {Record<string, string>} */
const units = { hour: 'hora', '3-hours': 'tramo de 3 horas', '6-hours': 'tramo de 6 horas', day: 'día', week: 'semana', month: 'mes', year: 'año' };

/** @type {Record<'window'|'step'|'speed'|'scale', {title: string, labels: Record<string, string>}>} */
const settings = {
  window: { title: 'Ventana: mover el período o dejarlo crecer desde su primer día', labels: { moving: 'Móvil', cumulative: 'Creciente' } },
  step: {
    title: 'Paso. Por sí solo: la duración del período, un octavo de ella durante la reproducción, una barra para un período creciente',
    labels: { auto: 'Paso auto', day: '1 día', week: '1 semana', month: '1 mes' },
  },
  speed: { title: 'Velocidad de reproducción, pasos por segundo', labels: { 0.5: '½ / s', 1: '1 / s', 2: '2 / s', 4: '4 / s', 8: '8 / s' } },
  scale: { title: 'Escala de las barras', labels: { linear: 'Lineal', sqrt: 'Raíz', log: 'Log' } },
};

/** @type {import('../words.js').Translation<typeof import('../en/time.js').timeWords>} */
export const timeWords = {
  typedTime: {
    calendar: 'Calendario',
    forms: (isForDays) => (isForDays ? 'Año, mes, día, por ejemplo 2026-04-02; o 2 abr 2026' : 'UTC, por ejemplo 2026-04-02 14:05; o 2 abr 2026 14:05, 021405ZAPR26, 20 min ago'),
  },
  time: {
    title: 'Período',
    window: 'Período mostrado',
    start: 'Primer día del período',
    end: 'Último día del período',
    from: 'Del',
    to: 'Al',
    presets: [['7 d', 7], ['30 d', 30], ['90 d', 90], ['1 a', 365], ['Todo', null]],
    presetsTitle: 'Períodos predefinidos',
    back: 'Un paso atrás',
    on: 'Un paso adelante',
    zoom: 'Mostrar el tiempo en torno al período, o todo',
    play: 'Reproducir',
    pause: 'Pausa',
    settings,
    settingsTitle: 'Cómo se mueve el período, y la escala de las barras',
    days: (n) => plural(n, { one: '# día', other: '# días' }),
    short: (n) => `${count(n)} d`,
    playing: 'Reproduciendo',
    paused: (period) => `En pausa: ${period}`,
    ended: (period) => `Fin de la misión: ${period}. Reproducir empieza de nuevo.`,
    stuck: 'El período ya abarca todo el tiempo de la misión. Elija uno más corto para reproducir.',
    histogram: (title, span, step, most, when) => `${title} por ${units[step]}, ${span}${most > 0 ? `. Máximo: ${count(most)}, ${when}` : '. Ninguno'}`,
    most: (n, step, scale) => `hasta ${count(n)} por ${units[step]}${scale === 'linear' ? '' : ` · escala ${settings.scale.labels[scale].toLowerCase()}`}`,
    noHour: 'Sin hora',
    withoutHour: (n) => plural(n, { one: '# conocido solo por el día o peor, sin hora', other: '# conocidos solo por el día o peor, sin hora' }),
    typed: 'Día, por ejemplo 2026-04-02 o 2 abr 2026; o momento en UTC, por ejemplo 2026-04-02 18:00',
    failed: 'No se pudo cargar el histograma.',
    noDay: (isFirst) => `El ${isFirst ? 'primer' : 'último'} día no es una fecha. Escriba 2026-04-02 o 2 abr 2026, con la hora 2026-04-02 18:00 (UTC).`,
    outside: (day, first, last) => `${day} queda fuera de la misión. Indique un día del ${first} al ${last}.`,
    reversed: (first, last) => `${first} es posterior a ${last}. Indique un primer día anterior o un último día posterior.`,
    bar: (span, n) => `${span}: ${count(n)}`,
  },
};
