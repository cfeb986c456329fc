// What the page says without a line, or over a bad one.
// @ts-check
import { plural } from '../plural.js';

export const offlineWords = {
  offline: {
    banner: (/** @type {string} */ since, /** @type {string} */ known) => `Offline since ${since}. The map shows what was known at ${known}.`,
    newer: 'A new version of this page is ready.',
    reload: 'Load it now',
    line: 'Connection',
    unsent: (/** @type {number} */ n) => plural(n, { one: '# not sent', other: '# not sent' }),
    allSent: 'Everything has been sent.',
    waits: 'Kept on this computer, and sent as soon as the server answers.',
    waitsInTab: 'Marked too high for the disk of this computer: kept in this tab alone, until it is closed.',
    queuedAt: (/** @type {string} */ moment) => `Kept ${moment}`,
    kinds: { create: 'New', change: 'Change' },
    sendNow: 'Send now',
    discard: 'Discard',
    discardSure: (/** @type {string} */ title) => `Discard “${title}”? It was never sent and cannot be brought back.`,
    discardYes: 'Discard it',
    keep: 'Keep it',
    sent: (/** @type {string} */ title) => `Sent: ${title}`,
    conflict: 'Somebody else changed this meanwhile.',
    decide: 'Compare and decide',
    refused: (/** @type {string} */ why) => `The server refused this: ${why}`,
    again: 'Try again',
    reopen: 'Open in the form',
    formBusy: 'The form holds another report. Send or discard that one first.',
    signOutSure: (/** @type {number} */ n) => plural(n, { one: '# entry was not sent. Signing out discards it.', other: '# entries were not sent. Signing out discards them.' }),
    signOutYes: 'Discard and sign out',
    stay: 'Stay',
    queued: 'Kept, not sent yet',
    queuedLong: 'The server cannot be reached. This is kept and is sent, once, as soon as it can be.',
  },
};
