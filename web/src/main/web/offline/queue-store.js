// Where entries wait that were not sent: on the disk (IndexedDB), written through before anybody is told that they are kept;
// those that may not lie there in the tab (sessionStorage), which forgets them when it is closed.
// @ts-check

const DATABASE = 'vigie-queue';
const ITEMS = 'entries';
const IN_TAB = 'vigie.queue';

/** @typedef {{to: string, label: string, reason: string, property: string}} Step property: that holds the state */
/** @typedef {'id'|'kind'|'layer'|'title'|'isOnDisk'|'geometry'|'properties'|'target'|'link'|'step'|'draft'|'drawing'} Made what whoever makes an entry says of it */
/**
 * @typedef {object} Entry
 * @property {string} id Idempotency-Key of every attempt to send it
 * @property {string} username whose it is
 * @property {number} order in which it was made
 * @property {string} queuedAt RFC 3339
 * @property {'create'|'change'|'remove'|'step'} kind
 * @property {string} layer
 * @property {string} title as people know it
 * @property {boolean} isOnDisk
 * @property {'waiting'|'conflict'|'refused'} state
 * @property {string} problem why it was refused
 * @property {GeoJSON.Geometry|null} geometry of what is new
 * @property {Record<string, any>} properties of what is new, or every field of what is changed, its geometry among them
 * @property {{id: string, tag: string, base: Record<string, any>}|null} target what is changed, and from which version
 * @property {{name: string, to: {layer: string, id: string}}|null} link of what is new
 * @property {Step|null} step of an incident's life, of the version that the target names
 * @property {{name: string, draft: import('../entry/draft.js').Draft}|null} draft to open it again in the form
 * @property {import('../tools/unfinished.js').Unfinished|null} drawing to open it again where hotspots are drawn
 */

/** @param {string} username */
export function queueStore(username) {
  const inTab = () => /** @type {Entry[]} */ (JSON.parse(sessionStorage.getItem(IN_TAB) ?? '[]')).filter((entry) => entry.username === username);
  const keepInTab = (/** @type {Entry[]} */ entries) => sessionStorage.setItem(IN_TAB, JSON.stringify(entries));

  return {
    /** @returns {Promise<Entry[]>} in the order in which they were made */
    async list() {
      const onDisk = /** @type {Entry[]} */ (await read((items) => items.getAll()));
      return [...onDisk.filter((entry) => entry.username === username), ...inTab()].sort((a, b) => a.order - b.order);
    },
    /** Done when it is on the disk. @param {Entry} entry */
    async put(entry) {
      if (entry.isOnDisk) {
        await write((items) => items.put(entry));
      } else {
        keepInTab([...inTab().filter(({ id }) => id !== entry.id), entry]);
      }
    },
    /** @param {Entry} entry */
    async remove({ id, isOnDisk }) {
      if (isOnDisk) {
        await write((items) => items.delete(id));
      } else {
        keepInTab(inTab().filter((entry) => entry.id !== id));
      }
    },
  };
}

/** @typedef {ReturnType<typeof queueStore>} QueueStore */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(ITEMS, { keyPath: 'id' });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
}

/** @param {(items: IDBObjectStore) => IDBRequest} ask */
async function read(ask) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const asking = ask(database.transaction(ITEMS).objectStore(ITEMS));
      asking.onsuccess = () => done(asking.result);
      asking.onerror = () => failed(asking.error);
    });
  } finally {
    database.close();
  }
}

/** @param {(items: IDBObjectStore) => void} change @returns {Promise<void>} */
async function write(change) {
  const database = await open();
  try {
    await new Promise((done, failed) => {
      const transaction = database.transaction(ITEMS, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => done(undefined);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
      change(transaction.objectStore(ITEMS));
    });
  } finally {
    database.close();
  }
}
