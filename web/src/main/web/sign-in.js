// Before the page is drawn: the theme of this browser. Afterwards: what the address holds behind its
// number sign, which is the picture one was looking at, goes along to where one signs in for. The
// pages work without it.
// @ts-check
{
  const kept = localStorage.getItem('vigie.theme');
  const theme = kept === 'light' || kept === 'dark' ? kept : matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;

  // Nobody is signed in here: what the page kept of the last session goes.
  void globalThis.caches?.keys().then((names) => names.filter((name) => name.startsWith('vigie-kept-')).forEach((name) => void caches.delete(name)));
  localStorage.removeItem('vigie.locked');
  indexedDB.deleteDatabase('vigie-locked');

  addEventListener('DOMContentLoaded', () => {
    for (const link of document.querySelectorAll('.languages a')) {
      /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
    }
    for (const form of document.forms) {
      form.action += location.hash;
      form.addEventListener('submit', () => {
        for (const button of form.querySelectorAll('button')) {
          // Not disabled: a form that is come back to must work again.
          button.setAttribute('aria-busy', 'true');
        }
      });
    }
  });
}
