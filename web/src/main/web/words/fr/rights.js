// How roles and marks of classification are called, in French; the map and the pages of accounts spread it in.
// @ts-check

export const rightsWords = {
  roleNames: /** @type {Record<string, string>} */ ({ viewer: 'Lecteur', reporter: 'Rapporteur', 'duty-officer': 'Officier de permanence', 'protection-adviser': 'Conseiller à la protection', analyst: 'Analyste', administrator: 'Administrateur' }),
  markNames: /** @type {Record<string, string>} */ ({ UNCLASSIFIED: 'Non classifié', CONFIDENTIAL: 'Confidentiel', STRICTLY_CONFIDENTIAL: 'Strictement confidentiel' }),
};
