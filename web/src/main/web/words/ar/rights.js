// How roles and marks of classification are called, in Arabic; the map and the pages of accounts spread it in.
// @ts-check

export const rightsWords = {
  roleNames: /** @type {Record<string, string>} */ ({ viewer: 'مطّلع', reporter: 'محرر تقارير', 'duty-officer': 'ضابط مناوب', 'protection-adviser': 'مستشار حماية', analyst: 'محلل', administrator: 'مدير' }),
  markNames: /** @type {Record<string, string>} */ ({ UNCLASSIFIED: 'غير سري', CONFIDENTIAL: 'سري', STRICTLY_CONFIDENTIAL: 'سري للغاية' }),
};
