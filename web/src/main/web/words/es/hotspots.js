// What hotspots say of themselves, in Spanish.
// @ts-check
import { count, decimal } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/hotspots.js').hotspotWords>} */
export const hotspotWords = {
  card: {
    title: 'Ahora',
    failed: 'No se pudo cargar lo que contiene ahora',
    events: 'Sucesos dentro',
    coverage: 'Patrullas que lo atraviesan',
    required: (n) => `${decimal(n, 1)} requeridas por semana`,
    notRequired: 'Nadie ha dicho cuántas patrullas necesita.',
    window: (days) => plural(days, { one: '# día', other: '# días' }),
    visits: (visits, required) => (required === null ? plural(visits, { one: '# visita', other: '# visitas' }) : `${count(visits)} de ${decimal(required, 1)}`),
    met: 'cumplido',
    short: (missing) => `faltan ${decimal(missing, 1)}`,
    last: (when) => `Última registrada: ${when},`,
    never: (days) => plural(days, {
      one: 'Ningún recorrido registrado lo atraviesa en # día. No se sabe si es seguro ni si es inseguro: se desconoce.',
      other: 'Ningún recorrido registrado lo atraviesa en # días. No se sabe si es seguro ni si es inseguro: se desconoce.',
    }),
    trackRule: 'Se cuentan las patrullas cuyo recorrido registrado atraviesa la zona; las que no tienen recorrido no se ven aquí.',
    alerts: 'Alertas abiertas dentro',
    noAlerts: 'Dentro no hay registrada ninguna alerta sin resultado.',
    moreAlerts: (n) => `y ${count(n)} más`,
    review: 'Revisión',
    reviewBy: (date) => `a más tardar el ${date}`,
    overdue: (days) => plural(days, { one: '# día de retraso', other: '# días de retraso' }),
    dueIn: (days) => plural(days, { one: 'en # día', other: 'en # días' }),
    drift: 'Desde que se trazó',
    driftThen: (days, date) => plural(days, { one: `# día antes del ${date}`, other: `# días antes del ${date}` }),
    driftNow: (days) => plural(days, { one: 'Último día', other: 'Últimos # días' }),
    knownThen: (n) => plural(n, { one: '# se conocía cuando se trazó', other: '# se conocían cuando se trazó' }),
    suggestion: 'La sugerencia de la que procede',
    suggestionMade: (what, when) => `${what}, con los datos del ${when}. Se conserva tal como se encontró.`,
    suggestionShares: (ofArea, ofSuggestion) => `Se sugirió el ${ofArea} % de esta zona; se tomó el ${ofSuggestion} % de la sugerencia.`,
    showSuggestion: 'Mostrar la sugerencia',
    again: 'Repetir con los datos de hoy',
    running: 'Repitiendo…',
    againFound: (now, then, span) => `Para ${span}, con los mismos ajustes, se encuentra el ${now} % de esta zona; cuando se sugirió era el ${then} %.`,
    againNothing: (span) => `Para ${span}, con los mismos ajustes, aquí no se encuentra ninguna zona.`,
    againFailed: 'No se pudo repetir',
  },
  overdue: {
    title: (n) => `Revisiones de puntos críticos atrasadas (${count(n)})`,
    none: 'No hay ninguna revisión de punto crítico atrasada.',
    failed: 'No se pudieron listar las revisiones atrasadas',
    row: (date, days) => plural(days, { one: `Revisión prevista el ${date}: # día de retraso`, other: `Revisión prevista el ${date}: # días de retraso` }),
    more: (n) => `y ${count(n)} más`,
  },
};
