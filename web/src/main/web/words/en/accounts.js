// Every word of the account page and the administration page.
// @ts-check
import { plural } from '../plural.js';
import { rightsWords } from './rights.js';

export const words = {
  ...rightsWords,
  language: 'Language', map: 'Map', account: 'Account', administration: 'Administration', copy: 'Copy', copied: 'Copied', never: 'never', none: 'none', retry: 'Try again',
  who: 'Who I am', user: 'User name', name: 'Name', roles: 'Roles', clearance: 'Clearance', compartments: 'Compartments', expires: 'Signed in until',
  password: 'Password', passwordLink: 'Change password', passwordRule: 'At least 12 characters. Changing it ends all your other sessions.',
  tokens: 'API tokens', tokenRule: 'A token lets a program act as you, never with more rights than you have at that moment.',
  tokenName: 'What it is for', scope: 'Scope', read: 'read', write: 'read and write', days: 'Valid for days (1 to 365)', make: 'Make token', lastUsed: 'Last used', until: 'Expires', revoke: 'Revoke', revoked: 'revoked', noTokens: 'No tokens yet.',
  once: 'Copy it now: it is shown only this once.', askRevoke: (/** @type {string} */ name) => `Revoke the token “${name}”? Programs that use it are refused at once.`,
  loading: 'Loading…', unknown: 'unknown', pages: 'Pages', views: 'Administration of', when: 'When', what: 'What', by: 'By', role: 'Role', owner: 'Owner', expired: 'expired',
  sessions: 'Where I am signed in', sessionRule: 'A session ends after 30 minutes without use and after 12 hours at the latest. If one is not yours, end it and change your password.',
  begun: 'Begun', address: 'Address', browser: 'Browser', here: 'this one', endOthers: 'Sign out everywhere else', onlyHere: 'You are signed in nowhere else.',
  ended: (/** @type {number} */ n) => plural(n, { one: 'One other session was ended.', other: '# other sessions were ended.' }),
  onlyLayers: (/** @type {string} */ names) => `only layers ${names}`, onlyRoles: (/** @type {string} */ names) => `only as ${names}`,
  allTokensRule: 'Newest first. A revoked token is refused at once; one that has expired does nothing.', onlyUsable: 'Only those that still work', noTokenMatches: 'No token matches.',
  logRule: 'Newest first, to the minute in UTC: decisions about accounts, their passwords and tokens, sign-ins and refused ones. It can be added to, never changed.',
  noEvents: 'Nothing has happened yet.', noEventsOf: (/** @type {string} */ name) => `Nothing is known of ${name}.`, older: 'Show older', noOlder: 'That is all.',
  nameRule: '2 to 40 lower-case letters, digits, dots, hyphens and underscores. A name is never given again.',
  area: 'Area of responsibility', areaChoice: 'Sees what lies in', wholeMission: 'whole mission', ownOutline: 'own outline',
  areaPaste: 'Polygon or MultiPolygon as GeoJSON or WKT, longitude before latitude', areaExample: 'POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))',
  areaHelp: 'Features without a place and reference layers are seen all the same.', noPlaces: 'The layer of administrative areas is empty; an outline can be pasted.',
  placesAway: (/** @type {string} */ why) => `The administrative areas cannot be read: ${why} An outline can be pasted.`,
  level: (/** @type {string} */ code) => ({ ADM0: 'Country', ADM1: 'Provinces', ADM2: 'Districts', ADM3: 'Sub-districts', SECTOR: 'Mission sectors' }[code] ?? code),
  areaFaults: {
    empty: 'Paste an outline, or choose another area.', json: 'This is no complete JSON.', wkt: 'This is neither GeoJSON nor WKT.', kind: 'An area is a Polygon or a MultiPolygon.',
    positions: 'A ring needs at least four positions, each of a longitude and a latitude.', range: 'A position lies beyond the earth: longitude comes before latitude, in degrees.',
    open: 'A ring must end where it begins.', several: 'Give one feature, not a collection of several.',
  },
  subject: 'Subject at the identity provider, if there is one', added: (/** @type {string} */ name) => `${name} was added and signs in at the identity provider.`,
  saved: (/** @type {string} */ name) => `${name} was changed.`, unchanged: 'Nothing was different.', editOf: (/** @type {string} */ name) => `Edit ${name}`,
  users: 'Users', search: 'Search by name', anyRole: 'Every role', state: 'State', enabled: 'enabled', disabled: 'disabled', due: 'must choose a password', noUsers: 'No account matches.',
  add: 'Add user', edit: 'Edit', save: 'Save', cancel: 'Cancel', disable: 'Disable', enable: 'Enable', reset: 'Reset password', log: 'Log', tokensOf: 'Tokens',
  ends: 'A change of rights ends the running sessions of this account within a second.', codes: 'Compartments, separated by commas',
  oneTime: (/** @type {string} */ name) => `One-time password of ${name}. Copy it now: it is shown only this once, and must be changed at the first sign-in.`,
  askDisable: (/** @type {string} */ name) => `Disable ${name}? Running sessions end within a second and API tokens are refused.`,
  askReset: (/** @type {string} */ name) => `Give ${name} a new one-time password? Running sessions end within a second.`,
};
