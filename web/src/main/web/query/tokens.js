// CQL2 text cut into tokens, each with its place in the text. Pure.
// @ts-check

/** @typedef {{kind: 'word'|'name'|'text'|'number'|'sign', value: string, from: number, to: number}} Token value: of a text or a quoted name without its quotes */

const TOKEN = /\s+|'((?:[^']|'')*)'|"((?:[^"]|"")+)"|([A-Za-z_:\u00c0-\u02ff\u0370-\u1ffe][\w.:\u00c0-\u02ff\u0370-\u1ffe]*)|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(<=|>=|<>|[(),=<>+*/%^-])/gy;

/** @param {string} text @returns {Token[]|null} null for what is no CQL2 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) {
      return null;
    }
    const [whole, quoted, name, word, number, sign] = found;
    const at = { from, to: from + whole.length };
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', value: quoted.replaceAll("''", "'"), ...at });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', value: name.replaceAll('""', '"'), ...at });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', value: word, ...at });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', value: number, ...at });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', value: sign, ...at });
    }
  }
  return tokens;
}

/** @param {Token|undefined} token @param {string} word in capitals */
export const isWord = (token, word) => token?.kind === 'word' && token.value.toUpperCase() === word;

/** Whether it may be the name of a property. @param {Token|undefined} token */
export const isName = (token) => token?.kind === 'word' || token?.kind === 'name';

/** @param {Token|undefined} token @param {string} sign */
export const isSign = (token, sign) => token?.kind === 'sign' && token.value === sign;

/** Whether every parenthesis is closed in its turn. @param {Token[]} tokens */
export function isBalanced(tokens) {
  let depth = 0;
  for (const token of tokens) {
    depth += isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}

/**
 * The parts between a connective that stands outside every parenthesis; the AND of a BETWEEN is none.
 *
 * @param {Token[]} tokens @param {'AND'|'OR'} connective
 * @returns {Token[][]}
 */
export function split(tokens, connective) {
  /** @type {Token[][]} */
  const parts = [[]];
  let depth = 0;
  let between = false;
  for (const token of tokens) {
    depth += isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
    if (depth === 0 && isWord(token, 'BETWEEN')) {
      between = true;
    } else if (depth === 0 && isWord(token, 'AND') && between) {
      between = false;
    } else if (depth === 0 && isWord(token, connective)) {
      parts.push([]);
      continue;
    }
    parts[parts.length - 1].push(token);
  }
  return parts;
}

/** What stands in parentheses that are all of it, without them. @param {Token[]} tokens @returns {Token[]|null} null when there are none around it */
export function inner(tokens) {
  if (!isSign(tokens[0], '(') || !isSign(tokens[tokens.length - 1], ')')) {
    return null;
  }
  const within = tokens.slice(1, -1);
  return isBalanced(within) ? within : null;
}
