// A small layer for tests.
export const incident = {
  name: 'incident', title: 'Incidents', description: '', group: 'events', geometry: 'point', time: 'event',
  groupedBy: 'type', titleProperty: 'title', severity: 'severity', sums: [], source: '',
  symbol: { property: 'type', marks: { BATTLES: { colour: '#d55e00', shape: 'star' }, RIOTS: { colour: '#0072b2', shape: 'circle' } }, other: { colour: '#999999', shape: 'circle' } },
  properties: ['title', 'summary', 'type', 'status', 'severity'].map((name) => ({ name, title: name, type: 'text' })),
};
export const road = { ...incident, name: 'road', group: 'reference', time: 'none', symbol: { property: null, marks: {}, other: { colour: '#999999', shape: 'line' } }, properties: [] };
