// @ts-check

/** Kept in this browser; else as the system has it. @param {import('./store.js').Store} store */
export function keepTheme(store) {
  const kept = localStorage.getItem('vigie.theme');
  const theme = kept === 'light' || kept === 'dark' ? kept : matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  store.watch((s) => s.theme, (now) => { localStorage.setItem('vigie.theme', now); });
  // Before anybody who reads colours, so it is set here and not in a view.
  store.watch((s) => s.theme, (now) => { document.documentElement.dataset.theme = now; }, { now: true });
  store.dispatch({ type: 'theme/set', theme });
}
