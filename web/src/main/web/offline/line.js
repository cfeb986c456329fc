// The tool "Connection": what was not sent.
// @ts-check
import { queueList } from './queue-list.js';

/** @param {import('../tools/tools.js').ToolContext} context */
export function mount(context) {
  const list = queueList(context);
  context.panel.append(list.node);
  return { open: list.show };
}
