// Keeps the files of the page, so that it opens without a line. Answers with data never pass through here:
// offline/kept.js keeps those, for one session alone.
const SHELL = 'vigie-shell-@version@';
const FILES = @shell@;
const AT_ONCE = 3;
/** This version, and the one that an open page may still fetch modules of. */
const VERSIONS_KEPT = 2;

const isFile = (path) => path.startsWith('/assets/') || path.startsWith('/webjars/');

/** The page itself is given only to those who are signed in, in their language; whoever is not is sent to another address. */
async function keepPage(cache) {
  const page = await fetch('/', { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  if (page.ok && !page.redirected && (await page.clone().text()).includes('/assets/@version@/')) {
    await cache.put('/', page);
  }
}

async function keep(urls) {
  const cache = await caches.open(SHELL);
  const waiting = [...urls];
  const one = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (!(await cache.match(url))) {
        await cache.add(url);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return cache;
}

addEventListener('install', (event) => {
  event.waitUntil(keep(FILES).then(keepPage).then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const shells = (await caches.keys()).filter((name) => name.startsWith('vigie-shell-') && name !== SHELL);
    await Promise.all(shells.slice(0, Math.max(0, shells.length - VERSIONS_KEPT + 1)).map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

/** Files that a page fetched before this was here. */
addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) {
    const own = event.data.keep.filter((url) => typeof url === 'string' && isFile(url));
    event.waitUntil(keep(own).then(keepPage).catch(() => undefined));
  }
});

async function file(request) {
  const kept = await caches.match(request);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok && request.url.includes('/assets/@version@/')) {
    const copy = answer.clone();
    await caches.open(SHELL).then((cache) => cache.put(request, copy));
  }
  return answer;
}

/** The line first: a new version comes with the page. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (unreachable) {
    const kept = await caches.match('/', { cacheName: SHELL });
    if (kept) {
      return kept;
    }
    throw unreachable;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (isFile(pathname)) {
    event.respondWith(file(request));
  } else if (request.mode === 'navigate' && pathname === '/') {
    event.respondWith(page(request));
  }
});
