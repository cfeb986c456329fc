// The lock of what may not lie open on a disk. A pair of keys: with the public one, which lies on the disk, a page locks what
// comes in without asking anybody; the private one, which reads it, lies there wrapped under a key made from a passphrase. Pure.
// @ts-check

/** OWASP's count for PBKDF2 with HMAC-SHA-256: a guess costs who holds the disk as much as it costs whoever types it. */
export const ITERATIONS = 600_000;
export const LEAST_LENGTH = 12;
/** A few characters that repeat are long and guessed at once. */
const LEAST_DIFFERENT = 5;

const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' };
const CIPHER = 'AES-GCM';
const [SALT_BYTES, IV_BYTES, LENGTH_BYTES] = [16, 12, 4];
/** Lengths say something of what is locked: they are told in steps alone. */
const STEP_BYTES = 4_096;
const PURPOSE = 'vigie answers kept locked';

/**
 * @typedef {object} Lock what lies on the disk of it
 * @property {string} id
 * @property {string} key of the session and its rights, under which the server lets answers be kept
 * @property {Uint8Array<ArrayBuffer>} salt
 * @property {number} iterations
 * @property {Uint8Array<ArrayBuffer>} iv
 * @property {ArrayBuffer} publicKey
 * @property {ArrayBuffer} privateKey wrapped
 */
/** @typedef {{iv: Uint8Array<ArrayBuffer>, bytes: ArrayBuffer}} Sealed */

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** @param {number} length */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** What stands in the way of a passphrase. @param {string} passphrase @returns {'short'|'same'|null} */
export function weakness(passphrase) {
  const letters = [...plain(passphrase)];
  return letters.length < LEAST_LENGTH ? 'short' : new Set(letters).size < LEAST_DIFFERENT ? 'same' : null;
}

/** The same, whichever keyboard typed it. @param {string} passphrase */
const plain = (passphrase) => passphrase.normalize('NFKC').trim();

/** @param {string} passphrase @param {{salt: Uint8Array<ArrayBuffer>, iterations: number}} made */
async function wrappingKey(passphrase, { salt, iterations }) {
  const typed = await crypto.subtle.importKey('raw', utf8(plain(passphrase)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, { name: CIPHER, length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** @param {Pick<Lock, 'id'|'key'|'iv'>} lock */
const wrapping = ({ id, key, iv }) => ({ name: CIPHER, iv, additionalData: utf8(`${id} ${key}`) });

/** @param {string} passphrase @param {string} key @param {number} [iterations] @returns {Promise<{lock: Lock, reading: CryptoKey}>} */
export async function makeLock(passphrase, key, iterations = ITERATIONS) {
  const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']));
  const made = { id: crypto.randomUUID(), key, salt: random(SALT_BYTES), iterations, iv: random(IV_BYTES) };
  const wrap = await wrappingKey(passphrase, made);
  const privateKey = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, wrap, wrapping(made));
  const lock = { ...made, publicKey: await crypto.subtle.exportKey('raw', pair.publicKey), privateKey };
  return { lock, reading: await unwrap(lock, wrap) };
}

/** @param {Lock} lock @param {string} passphrase @returns {Promise<CryptoKey|null>} which cannot be taken out of this page; null: the wrong passphrase */
export async function openLock(lock, passphrase) {
  const wrap = await wrappingKey(passphrase, lock);
  return unwrap(lock, wrap).catch(() => null);
}

/** @param {Lock} lock @param {CryptoKey} wrap */
const unwrap = (lock, wrap) => crypto.subtle.unwrapKey('pkcs8', lock.privateKey, wrap, wrapping(lock), AGREEMENT, false, ['deriveBits']);

/** @param {ArrayBuffer} publicKey */
const imported = (publicKey) => crypto.subtle.importKey('raw', publicKey, AGREEMENT, false, []);

/** @param {CryptoKey} privateKey @param {CryptoKey} publicKey @param {Lock} lock @param {ArrayBuffer} once */
async function agreedKey(privateKey, publicKey, lock, once) {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...new Uint8Array(once), ...new Uint8Array(lock.publicKey)]);
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(PURPOSE) }, material, { name: CIPHER, length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * Locks what it is given; it cannot read it again.
 *
 * @param {Lock} lock
 * @returns {Promise<{once: ArrayBuffer, seal: (bytes: Uint8Array<ArrayBuffer>, bound: Uint8Array<ArrayBuffer>) => Promise<Sealed>}>} once: public key of a pair made for this page alone; bound: what it must be read with
 */
export async function sealer(lock) {
  const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(AGREEMENT, false, ['deriveBits']));
  const once = await crypto.subtle.exportKey('raw', pair.publicKey);
  const key = await agreedKey(pair.privateKey, await imported(lock.publicKey), lock, once);
  return {
    once,
    async seal(bytes, bound) {
      const iv = random(IV_BYTES);
      return { iv, bytes: await crypto.subtle.encrypt({ name: CIPHER, iv, additionalData: bound }, key, padded(bytes)) };
    },
  };
}

/** @param {Lock} lock @param {CryptoKey} reading @returns {(once: ArrayBuffer, sealed: Sealed, bound: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>} fails when it was changed, or belongs elsewhere */
export function reader(lock, reading) {
  /** @type {Map<string, Promise<CryptoKey>>} */
  const agreed = new Map();
  return async (once, { iv, bytes }, bound) => {
    const name = new Uint8Array(once).join();
    const key = agreed.get(name) ?? imported(once).then((publicKey) => agreedKey(reading, publicKey, lock, once));
    agreed.set(name, key);
    return unpadded(new Uint8Array(await crypto.subtle.decrypt({ name: CIPHER, iv, additionalData: bound }, await key, bytes)));
  };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function padded(bytes) {
  const whole = new Uint8Array(Math.ceil((LENGTH_BYTES + bytes.length) / STEP_BYTES) * STEP_BYTES);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, LENGTH_BYTES);
  return whole;
}

/** @param {Uint8Array<ArrayBuffer>} whole */
const unpadded = (whole) => whole.slice(LENGTH_BYTES, LENGTH_BYTES + new DataView(whole.buffer).getUint32(0));
