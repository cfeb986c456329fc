// Whether something is kept locked on this computer. Most have nothing, and fetch no more of it than this.
// @ts-check

/** That there is a lock; it says nothing else. */
const IS_THERE = 'vigie.locked';
export const LOCKED_DATABASE = 'vigie-locked';

/** @param {(state: import('../core/types.js').State['lock']) => void} told */
export function lockOnDisk(told) {
  /** @type {Promise<import('./locked.js').Locked>|null} */
  let loaded = null;

  async function load() {
    loaded ??= Promise.all([import('./locked.js'), import('./locked-disk.js')]).then(([{ lockedAnswers }, { lockedDisk }]) => lockedAnswers(lockedDisk(), told));
    return loaded;
  }

  return {
    /** @returns {Promise<import('./locked.js').Locked|null>} null where there is no lock */
    there: async () => (localStorage.getItem(IS_THERE) === null ? null : load()),

    /** Something came that may be kept locked alone, and there is no lock. */
    missed: () => told('wanted'),

    /** @param {string} passphrase @param {string} key */
    async setUp(passphrase, key) {
      await (await load()).setUp(passphrase, key);
      localStorage.setItem(IS_THERE, 'yes');
    },

    async remove() {
      localStorage.removeItem(IS_THERE);
      (await loaded)?.forget();
      await new Promise((done) => {
        const removing = indexedDB.deleteDatabase(LOCKED_DATABASE);
        // Another tab that is writing closes it within moments; it goes then.
        removing.onsuccess = removing.onerror = removing.onblocked = () => done(undefined);
      });
    },
  };
}

/** @typedef {ReturnType<typeof lockOnDisk>} LockOnDisk */
