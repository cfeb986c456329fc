// Whether units and installations are drawn as military symbols or as plain icons. Pure.
// @ts-check
/** @typedef {import('./types.js').State} State */

/** Those who keep the operations picture read military symbols; others see plain icons until they ask. @param {Pick<State, 'symbols'|'session'>} state @returns {'military'|'plain'} */
export const symbolsOf = ({ symbols, session }) => symbols ?? (session?.roles.includes('duty-officer') ? 'military' : 'plain');

/** Whether they are drawn now: asked for and there. @param {Pick<State, 'symbols'|'session'|'symbolsReady'>} state */
export const isMilitary = (state) => state.symbolsReady && symbolsOf(state) === 'military';
