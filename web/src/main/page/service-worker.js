// Keeps the files of the page, so that it opens without a line. Answers with data never pass through here:
// offline/kept.js keeps those, for one session alone.
const SHELL = 'vigie-shell-@version@';
const FILES = @shell@;
const AT_ONCE = 3;
/** This version, and the one that an open page may still fetch modules of. */
const VERSIONS_KEPT = 2;

const isFile = (path) => path.startsWith('/assets/') || path.startsWith('/webjars/');

/** Of the other versions, in the order in which they came. */
const shells = async () => (await caches.keys()).filter((name) => name.startsWith('vigie-shell-') && name !== SHELL);

/**
 * The page itself is given only to those who are signed in, in their language; whoever is not is sent to another address. It is
 * kept after all that it names: a page without its words would not start.
 */
async function keepPage(cache) {
  const page = await fetch('/', { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  const text = page.ok && !page.redirected ? await page.clone().text() : '';
  if (text.includes('/assets/@version@/')) {
    await keep(Array.from(text.matchAll(/(?:href|src)="([^"]+)"/g), ([, url]) => url).filter(isFile));
    await cache.put('/', page);
  }
}

/** What the version before was seen to use beside its list, such as outlines: this one will use it too, if it still has it. */
async function keepWhatWasUsed(cache) {
  for (const name of await shells()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const file = new URL(url).pathname.replace(/^\/assets\/[0-9a-f]+\//, '/assets/@version@/');
      if (isFile(file) && !(await cache.match(file))) {
        await cache.add(file).catch(() => undefined);
      }
    }
  }
  return cache;
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
  event.waitUntil(keep(FILES).then(keepWhatWasUsed).then(keepPage).then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const others = await shells();
    await Promise.all(others.slice(0, Math.max(0, others.length - VERSIONS_KEPT + 1)).map((name) => caches.delete(name)));
    await clients.claim();
    for (const client of await clients.matchAll()) {
      client.postMessage({ version: '@version@' });
    }
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

/** The line first: a new version comes with the page. Without it the newest version that is here as a whole. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (unreachable) {
    for (const cacheName of [SHELL, ...(await shells()).reverse()]) {
      const kept = await caches.match('/', { cacheName });
      if (kept) {
        return kept;
      }
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
