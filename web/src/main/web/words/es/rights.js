// How roles and marks of classification are called, in Spanish; the map and the pages of accounts spread it in.
// @ts-check

export const rightsWords = {
  roleNames: /** @type {Record<string, string>} */ ({ viewer: 'Lector', reporter: 'Informante', 'duty-officer': 'Oficial de guardia', 'protection-adviser': 'Asesor de protección', analyst: 'Analista', administrator: 'Administrador' }),
  markNames: /** @type {Record<string, string>} */ ({ UNCLASSIFIED: 'Sin clasificar', CONFIDENTIAL: 'Confidencial', STRICTLY_CONFIDENTIAL: 'Estrictamente confidencial' }),
};
