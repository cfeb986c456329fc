// Rows of the layer tree moved by dragging. Whoever cannot drag has the arrow keys with Alt and the buttons.
// @ts-check

const KIND = 'application/x-vigie-row';
/** What is dragged now: only rows of one list change places. @type {{list: string, id: string}|null} */
let dragged = null;

/**
 * @param {HTMLElement} handle what is taken hold of
 * @param {HTMLElement} row shows where it would go
 * @param {object} place
 * @param {string} place.list rows of the same list change places
 * @param {string} place.id
 * @param {(id: string, after: boolean) => void} place.dropped told that another one was dropped before or after this row
 */
export function makeMovable(handle, row, { list, id, dropped }) {
  const isAfter = (/** @type {DragEvent} */ e) => {
    const box = row.getBoundingClientRect();
    return e.clientY > box.top + box.height / 2;
  };
  const isOurs = () => dragged?.list === list && dragged.id !== id;
  const clear = () => row.classList.remove('is-before', 'is-after');

  handle.draggable = true;
  handle.addEventListener('dragstart', (e) => {
    dragged = { list, id };
    e.dataTransfer?.setData(KIND, id);
    row.classList.add('is-dragged');
    e.stopPropagation();
  });
  handle.addEventListener('dragend', () => {
    dragged = null;
    row.classList.remove('is-dragged');
  });
  row.addEventListener('dragover', (e) => {
    if (isOurs()) {
      e.preventDefault();
      e.stopPropagation();
      const after = isAfter(e);
      row.classList.toggle('is-after', after);
      row.classList.toggle('is-before', !after);
    }
  });
  row.addEventListener('dragleave', clear);
  row.addEventListener('drop', (e) => {
    clear();
    if (dragged && isOurs()) {
      e.preventDefault();
      e.stopPropagation();
      dropped(dragged.id, isAfter(e));
    }
  });
}
