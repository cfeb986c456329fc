// What a feature of a vector tile is called, in the reader's language where its tiles know it. Pure.
// @ts-check

const OWN = ['name', 'Name', 'NAME', 'name:latin', 'name:en', 'name_en', 'NAME_EN', 'nom', 'NOM', 'nombre', 'NOMBRE', 'title', 'label'];
const ROADS = ['ref', 'REF'];

/**
 * @param {Record<string, any>} properties
 * @param {string} language as in en, fr, es, ar
 * @param {boolean} [isRoad] a road without a name is called by its number
 * @returns {string} empty when it has none
 */
export function nameOf(properties, language, isRoad = false) {
  const keys = [`name:${language}`, `name_${language}`, `NAME_${language.toUpperCase()}`, ...OWN, ...(isRoad ? ROADS : [])];
  const key = keys.find((each) => typeof properties[each] === 'string' && properties[each].trim() !== '');
  return key === undefined ? '' : properties[key].trim();
}
