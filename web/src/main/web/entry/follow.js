// Fields that say where it was in words: they follow the place until somebody writes into them.
// @ts-check

/** @param {import('../forms/form.js').LayerForm} form @param {boolean} isNew a stored feature's own words are kept until the place is changed */
export function placeFollower(form, isNew) {
  /** @type {Record<string, string>} */
  let last = isNew ? {} : /** @type {Record<string, string>} */ (form.raws());
  return {
    /** @param {Record<string, string>} values by name of the field */
    follow(values) {
      const now = form.raws();
      const free = Object.entries(values).filter(([name]) => (now[name] ?? '') === '' || now[name] === last[name]);
      form.put(Object.fromEntries(free));
      last = { ...last, ...Object.fromEntries(free) };
    },
  };
}
