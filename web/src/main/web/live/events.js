// Server-sent events out of pieces of text, as WHATWG HTML lays them down: pieces end anywhere, also within a line.
// @ts-check

/** @typedef {{id: string|null, name: string, data: string}} StreamEvent */

/**
 * @param {(event: StreamEvent) => void} heard told each whole event; comments are only signs of life
 * @returns {(piece: string) => void}
 */
export function createReader(heard) {
  let rest = '';
  let event = fresh();

  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (event.name) {
          heard(event);
        }
        event = fresh();
      } else if (line.startsWith('id: ')) {
        event.id = line.slice(4);
      } else if (line.startsWith('event: ')) {
        event.name = line.slice(7);
      } else if (line.startsWith('data: ')) {
        event.data += line.slice(6);
      }
    }
  };
}

/** @returns {StreamEvent} */
const fresh = () => ({ id: null, name: '', data: '' });
