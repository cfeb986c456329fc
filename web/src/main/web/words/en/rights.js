// How roles and marks of classification are called, in English; the map and the pages of accounts spread it in.
// @ts-check

export const rightsWords = {
  roleNames: /** @type {Record<string, string>} */ ({ viewer: 'Viewer', reporter: 'Reporter', 'duty-officer': 'Duty officer', 'protection-adviser': 'Protection adviser', analyst: 'Analyst', administrator: 'Administrator' }),
  markNames: /** @type {Record<string, string>} */ ({ UNCLASSIFIED: 'Unclassified', CONFIDENTIAL: 'Confidential', STRICTLY_CONFIDENTIAL: 'Strictly confidential' }),
};
