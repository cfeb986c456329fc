// CQL2 text to the tree of the query builder. What the builder has no row for is kept as it was typed. Pure.
// @ts-check
import { isZone } from '../core/zone.js';
import { inner, isBalanced, isName, isSign, isWord, split, tokensOf } from './tokens.js';
/** @typedef {import('./tokens.js').Token} Token */
/** @typedef {import('./tree.js').Node} Node */
/** @typedef {import('./tree.js').Row} Row */
/** @typedef {import('./tree.js').Group} Group */

/** Deeper than anybody nests by hand; such a text is one expert condition. */
const DEEPEST = 12;

/** @param {string} text of one layer's condition @returns {Group} */
export function readCql(text) {
  if (text.trim() === '') {
    return { op: 'all', parts: [] };
  }
  const tokens = tokensOf(text);
  if (!tokens || !isBalanced(tokens)) {
    return { op: 'all', parts: [{ op: 'expert', text: text.trim() }] };
  }
  const node = nodeOf(text, tokens, 0);
  return node.op === 'all' || node.op === 'any' ? node : { op: 'all', parts: [node] };
}

/** @param {string} text @param {Token[]} tokens @param {number} depth @returns {Node} */
function nodeOf(text, tokens, depth) {
  const row = rowOf(tokens);
  if (row) {
    return row;
  }
  for (const [connective, op] of /** @type {['OR'|'AND', 'any'|'all'][]} */ ([['OR', 'any'], ['AND', 'all']])) {
    const parts = split(tokens, connective);
    if (parts.length > 1 && parts.every((part) => part.length > 0) && depth < DEEPEST) {
      return { op, parts: parts.map((part) => nodeOf(text, part, depth + 1)) };
    }
  }
  const within = inner(tokens);
  if (within && within.length > 0 && depth < DEEPEST) {
    return nodeOf(text, within, depth + 1);
  }
  return { op: 'expert', text: text.slice(tokens[0].from, tokens[tokens.length - 1].to) };
}

/** The row that these tokens are, whatever parentheses are around them. @param {Token[]} tokens @returns {Row|null} */
function rowOf(tokens) {
  const within = inner(tokens);
  if (within) {
    return rowOf(within);
  }
  const either = split(tokens, 'OR');
  const both = split(tokens, 'AND');
  if (either.length === 2) {
    return unlisted(either[0], either[1]) ?? hours(either[0], either[1], true);
  }
  if (both.length === 2) {
    return hours(both[0], both[1], false);
  }
  return either.length > 1 || both.length > 1 ? null : plain(tokens);
}

/** `p IS NULL OR p NOT IN (…)`, and the same of lists and of texts. @param {Token[]} left @param {Token[]} right @returns {Row|null} */
function unlisted(left, right) {
  const empty = plain(left);
  if (empty?.op !== 'empty') {
    return null;
  }
  const at = isWord(right[1], 'NOT') ? 1 : isWord(right[0], 'NOT') ? 0 : -1;
  const row = at < 0 ? null : rowOf(right.filter((_, i) => i !== at));
  if (!row || !('property' in row) || row.property !== empty.property) {
    return null;
  }
  switch (row.op) {
    case 'in': return { ...row, op: 'not-in' };
    case 'has': return { ...row, op: 'has-none' };
    case 'contains': return { ...row, op: 'lacks' };
    default: return null;
  }
}

/** @param {Token[]} left @param {Token[]} right @param {boolean} either whether one of them is enough: over midnight @returns {Row|null} */
function hours(left, right, either) {
  const since = hour(left, '>=');
  const until = hour(right, '<');
  const over = since && until && since.time >= until.time;
  return since && until && since.zone === until.zone && over === either ? { op: 'hours', from: since.time, to: until.time, zone: since.zone } : null;
}

/** @param {Token[]} tokens @param {string} sign @returns {{time: string, zone: string}|null} */
function hour(tokens, sign) {
  const within = inner(tokens);
  if (within) {
    return hour(within, sign);
  }
  const zone = local(tokens, 'TIMEOFDAY');
  const [operator, time] = tokens.slice(8);
  return zone !== null && tokens.length === 10 && isSign(operator, sign) && time.kind === 'text' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time.value) ? { time: time.value, zone } : null;
}

/** The zone of `name(valid_from, time_precision, '+01:00')`. @param {Token[]} tokens @param {string} name @returns {string|null} */
function local(tokens, name) {
  const shape = isWord(tokens[0], name) && isSign(tokens[1], '(') && tokens[2]?.value === 'valid_from' && isSign(tokens[3], ',')
    && tokens[4]?.value === 'time_precision' && isSign(tokens[5], ',') && tokens[6]?.kind === 'text' && isSign(tokens[7], ')');
  return shape && isZone(tokens[6].value) ? tokens[6].value : null;
}

/** A condition without AND or OR in it. @param {Token[]} tokens @returns {Row|null} */
function plain(tokens) {
  if (isWord(tokens[0], 'NOT')) {
    const row = rowOf(tokens.slice(1));
    return row?.op === 'inside' ? { ...row, op: 'outside' } : null;
  }
  return days(tokens) ?? place(tokens) ?? overlap(tokens) ?? contains(tokens) ?? ofProperty(tokens);
}

/** @param {Token[]} tokens @returns {Row|null} */
function days(tokens) {
  const zone = local(tokens, 'DAYOFWEEK');
  const listed = zone !== null && isWord(tokens[8], 'IN') ? list(tokens.slice(9), 'number') : null;
  const numbers = listed?.map(Number).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return zone !== null && listed && numbers?.length === listed.length ? { op: 'days', days: [...new Set(numbers)].sort(), zone } : null;
}

/** `S_INTERSECTS(geom, area('…'))` @param {Token[]} tokens @returns {Row|null} */
function place(tokens) {
  const shape = isWord(tokens[0], 'S_INTERSECTS') && isSign(tokens[1], '(') && tokens[2]?.value === 'geom' && isSign(tokens[3], ',')
    && isWord(tokens[4], 'AREA') && isSign(tokens[5], '(') && tokens[6]?.kind === 'text' && isSign(tokens[7], ')') && isSign(tokens[8], ')') && tokens.length === 9;
  return shape ? { op: 'inside', area: tokens[6].value } : null;
}

/** `A_OVERLAPS(p, ('a', 'b'))` @param {Token[]} tokens @returns {Row|null} */
function overlap(tokens) {
  if (!isWord(tokens[0], 'A_OVERLAPS') || !isSign(tokens[1], '(') || !isName(tokens[2]) || !isSign(tokens[3], ',') || !isSign(tokens[tokens.length - 1], ')')) {
    return null;
  }
  const values = list(tokens.slice(4, -1), 'text');
  return values ? { op: 'has', property: tokens[2].value, values } : null;
}

/** `CASEI(p) LIKE CASEI('%…%')` @param {Token[]} tokens @returns {Row|null} */
function contains(tokens) {
  const folded = (/** @type {number} */ i) => isWord(tokens[i], 'CASEI') && isSign(tokens[i + 1], '(') && isSign(tokens[i + 3], ')');
  if (tokens.length !== 9 || !folded(0) || !isWord(tokens[4], 'LIKE') || !folded(5) || !isName(tokens[2]) || tokens[7].kind !== 'text') {
    return null;
  }
  const [, pattern] = /^%((?:[^\\%_]|\\.)+)%$/su.exec(tokens[7].value) ?? [];
  return pattern === undefined ? null : { op: 'contains', property: tokens[2].value, value: pattern.replace(/\\(.)/gsu, '$1') };
}

/** What begins with a property. @param {Token[]} tokens @returns {Row|null} */
function ofProperty([name, operator, ...rest]) {
  if (!isName(name) || !operator) {
    return null;
  }
  const property = name.value;
  if (isWord(operator, 'IS')) {
    const filled = isWord(rest[0], 'NOT');
    const end = rest.slice(filled ? 1 : 0);
    return end.length === 1 && isWord(end[0], 'NULL') ? { op: filled ? 'filled' : 'empty', property } : null;
  }
  if (isWord(operator, 'IN')) {
    const values = list(rest, 'text');
    return values ? { op: 'in', property, values } : null;
  }
  if (isWord(operator, 'BETWEEN')) {
    const [low, , high] = rest;
    return rest.length === 3 && low.kind === 'number' && high?.kind === 'number' ? { op: 'between', property, low: Number(low.value), high: Number(high.value) } : null;
  }
  return operator.kind === 'sign' ? compared(property, operator.value, rest) : null;
}

/** @param {string} property @param {string} sign @param {Token[]} rest @returns {Row|null} */
function compared(property, sign, rest) {
  const [value] = rest;
  if (rest.length === 1) {
    if (value.kind === 'number') {
      const op = /** @type {Record<string, 'equals'|'least'|'most'>} */ ({ '=': 'equals', '>=': 'least', '<=': 'most' })[sign];
      return op ? { op, property, value: Number(value.value) } : null;
    }
    if (value.kind === 'text') {
      return sign === '=' ? { op: 'in', property, values: [value.value] } : null;
    }
    return sign === '=' && (isWord(value, 'TRUE') || isWord(value, 'FALSE')) ? { op: 'is', property, value: isWord(value, 'TRUE') } : null;
  }
  const type = isWord(value, 'DATE') ? 'DATE' : isWord(value, 'TIMESTAMP') ? 'TIMESTAMP' : null;
  const op = /** @type {Record<string, 'since'|'before'>} */ ({ '>=': 'since', '<': 'before' })[sign];
  const literal = rest.length === 4 && isSign(rest[1], '(') && rest[2].kind === 'text' && isSign(rest[3], ')');
  return type && op && literal ? { op, property, type, value: rest[2].value } : null;
}

/** `('a', 'b')` @param {Token[]} tokens @param {'text'|'number'} kind @returns {string[]|null} */
function list(tokens, kind) {
  const within = inner(tokens);
  const values = within?.filter((_, i) => i % 2 === 0) ?? [];
  const divided = within?.every((token, i) => (i % 2 === 0 ? token.kind === kind : isSign(token, ',')));
  return within && within.length % 2 === 1 && divided ? values.map((token) => token.value) : null;
}
