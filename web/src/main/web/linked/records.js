// Records that were marked in the table, as a condition that everything follows. Pure.
// @ts-check
import { readCql } from '../query/read.js';
import { writeCql } from '../query/write.js';
/** @typedef {import('../query/tree.js').Node} Node */

const isRecords = (/** @type {Node} */ node) => node.op === 'in' && node.property === 'id';

/** The conditions with these records alone, in place of others that were chosen so before. @param {string} cql of a layer @param {string[]} ids */
export function withRecords(cql, ids) {
  const root = readCql(cql);
  const kept = root.op === 'all' ? root.parts.filter((part) => !isRecords(part)) : [root];
  return writeCql({ op: 'all', parts: [...kept, { op: 'in', property: 'id', values: ids }] });
}
