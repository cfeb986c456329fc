// Every word of the account page and the administration page.
// @ts-check
export const words = {
  map: 'Map', account: 'Account', administration: 'Administration', copy: 'Copy', copied: 'Copied', never: 'never', none: 'none', retry: 'Try again',
  who: 'Who I am', user: 'User name', name: 'Name', roles: 'Roles', clearance: 'Clearance', compartments: 'Compartments', expires: 'Signed in until',
  password: 'Password', passwordLink: 'Change password', passwordRule: 'At least 12 characters. Changing it ends all your other sessions.',
  tokens: 'API tokens', tokenRule: 'A token lets a program act as you, never with more rights than you have at that moment.',
  tokenName: 'What it is for', scope: 'Scope', read: 'read', write: 'read and write', days: 'Valid for days (1 to 365)', make: 'Make token', lastUsed: 'Last used', until: 'Expires', revoke: 'Revoke', revoked: 'revoked', noTokens: 'No tokens yet.',
  once: 'Copy it now: it is shown only this once.', askRevoke: (/** @type {string} */ name) => `Revoke the token “${name}”? Programs that use it are refused at once.`,
  forAdministrators: 'This page is for administrators', ask: 'Your account has no administrator role. Ask an administrator of your mission.',
  users: 'Users', search: 'Search by name', anyRole: 'Every role', state: 'State', enabled: 'enabled', disabled: 'disabled', due: 'must choose a password', noUsers: 'No account matches.',
  add: 'Add user', edit: 'Edit', save: 'Save', cancel: 'Cancel', disable: 'Disable', enable: 'Enable', reset: 'Reset password', log: 'Log', tokensOf: 'Tokens',
  ends: 'A change of rights ends the running sessions of this account within a second.', codes: 'Compartments, separated by commas',
  oneTime: (/** @type {string} */ name) => `One-time password of ${name}. Copy it now: it is shown only this once, and must be changed at the first sign-in.`,
  askDisable: (/** @type {string} */ name) => `Disable ${name}? Running sessions end within a second and API tokens are refused.`,
  askReset: (/** @type {string} */ name) => `Give ${name} a new one-time password? Running sessions end within a second.`,
  logOf: (/** @type {string} */ name) => `Log of ${name}`, tokensHeading: (/** @type {string} */ name) => `API tokens of ${name}`,
};
