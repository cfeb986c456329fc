// How many bytes came over the line, as the browser tells it (Resource Timing): answers that are complete, with their headers.
// @ts-check

const KEPT = 'vigie.bytes';
const MINUTE_MS = 60_000;

/** @param {number} [before] bytes of this tab before the page was loaded anew */
export function byteMeter(before = 0) {
  let all = before;
  /** @type {{at: number, bytes: number}[]} */
  let recent = [];
  return {
    /** @param {number} bytes @param {number} at milliseconds */
    add(bytes, at) {
      all += bytes;
      recent.push({ at, bytes });
    },
    /** @param {number} now milliseconds @returns {{all: number, minute: number}} */
    read(now) {
      recent = recent.filter(({ at }) => now - at < MINUTE_MS);
      return { all, minute: recent.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

/** Counts from the first request of the page on. @param {(bytes: {all: number, minute: number}) => void} told */
export function keepMeter(told) {
  const meter = byteMeter(Number(sessionStorage.getItem(KEPT) ?? 0));
  const tell = () => {
    const now = meter.read(performance.now());
    sessionStorage.setItem(KEPT, String(now.all));
    told(now);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      meter.add(/** @type {PerformanceResourceTiming} */ (entry).transferSize, entry.startTime + entry.duration);
    }
    tell();
  }).observe({ type: 'resource', buffered: true });
  for (const entry of performance.getEntriesByType('navigation')) {
    meter.add(/** @type {PerformanceNavigationTiming} */ (entry).transferSize, entry.startTime);
  }
  setInterval(tell, 5_000);
  tell();
}
