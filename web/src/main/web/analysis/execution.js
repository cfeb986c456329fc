// Runs a process and waits for it: as a job that can be followed and cancelled, or at once where the server answers so.
// @ts-check
import { toQuery } from '../core/api.js';
/** @typedef {import('./legend.js').Finding} Finding */
/** @typedef {{name: string, title: string, unit: string}} Column */
/** @typedef {{name: string, title: string, columns: Column[], rows: any[][]}} Table */
/**
 * @typedef {object} Diagnostics
 * @property {number} n
 * @property {number} used
 * @property {{reason: string, n: number}[]} dropped
 * @property {Record<string, any>} parameters
 * @property {Record<string, string>} reasons
 * @property {string[]} caveats
 * @property {string} method
 * @property {string} process
 * @property {string} version
 * @property {Record<string, any>} inputs
 * @property {{sequence: number, committedAt: string}} dataAsOf
 */
/**
 * @typedef {object} Result
 * @property {Finding[]} features
 * @property {string} classification
 * @property {import('./legend.js').Legend} [legend]
 * @property {import('./grid-classes.js').Grid[]} grids
 * @property {Table[]} tables
 * @property {Diagnostics & Record<string, any>} diagnostics
 */
/** @typedef {{jobID: string, processID?: string, status: string, message?: string, progress?: number, created?: string, finished?: string}} Job */

const FIRST_WAIT = 250;
const LONGEST_WAIT = 1_500;
const ENDED = ['successful', 'failed', 'dismissed'];

/** Output of one name or of several: the collection, with surfaces and tables beside or in it. @param {any} answer @returns {Result} */
export function readResult(answer) {
  const parts = answer?.type === 'FeatureCollection' ? [answer] : Object.values(answer ?? {}).map((part) => /** @type {any} */ (part)?.value ?? part);
  const collection = parts.find((part) => part?.type === 'FeatureCollection');
  if (!collection) {
    throw new Error('the answer has no findings');
  }
  const beside = answer === collection ? {} : answer;
  return { ...collection, grids: collection.grids ?? listOf(beside.grids), tables: collection.tables ?? listOf(beside.tables) };
}

/** @param {any} output */
const listOf = (output) => (Array.isArray(output) ? output : Array.isArray(output?.value) ? output.value : []);

/** @param {import('../core/api.js').Api} api */
export function executions(api) {
  const jobPath = (/** @type {string} */ id) => `/jobs/${encodeURIComponent(id)}`;
  const results = async (/** @type {string} */ id, /** @type {AbortSignal} */ signal) => readResult(await api.json(`${jobPath(id)}/results`, { signal }));
  const dismiss = (/** @type {string} */ id) => api.json(jobPath(id), { method: 'DELETE' });

  /** @param {string} id @param {AbortSignal} signal @param {(job: Job) => void} tell */
  async function follow(id, signal, tell) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 1.4)) {
      const job = /** @type {Job} */ (await api.json(jobPath(id), { signal, cache: 'no-store' }));
      tell(job);
      if (ENDED.includes(job.status)) {
        return job;
      }
      await pause(wait, signal);
    }
  }

  return {
    /**
     * @param {string} process @param {object} inputs @param {AbortSignal} signal aborted, the job is dismissed, too
     * @param {(job: Job) => void} tell how far it is
     * @returns {Promise<{result: Result, job: string|null}>}
     */
    async run(process, inputs, signal, tell) {
      const response = await api.request(`/processes/${encodeURIComponent(process)}/execution`,
        { method: 'POST', signal, body: JSON.stringify({ inputs }), headers: { 'content-type': 'application/json', prefer: 'respond-async' } });
      if (response.status !== 201) {
        return { result: readResult(await response.json()), job: null };
      }
      const id = (response.headers.get('location') ?? '').split('/').pop() ?? '';
      const giveUp = () => void dismiss(id).catch(() => undefined);
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        await follow(id, signal, tell);
        // What failed is told there, with its reasons.
        return { result: await results(id, signal), job: id };
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    results,
    dismiss,
    /** Newest first. @param {AbortSignal} [signal] @returns {Promise<Job[]>} */
    async list(signal) {
      const answer = await api.json(`/jobs${toQuery({ limit: 20 })}`, { signal, cache: 'no-store' });
      return answer.jobs;
    },
  };
}

/** @param {number} ms @param {AbortSignal} signal @returns {Promise<void>} */
const pause = (ms, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => { clearTimeout(timer); reject(new DOMException('', 'AbortError')); }, { once: true });
});
