// Sending a file to be imported.
// @ts-check
import { toQuery } from '../core/api.js';
import { sendFile } from '../core/send-file.js';

/**
 * @param {File} file
 * @param {Record<string, unknown>} parameters layer, format and declarations
 * @param {Record<string, string>} proof headers that every change needs
 * @param {(sent: number, total: number) => void} onProgress bytes
 * @returns {{done: Promise<any>, abort: () => void}} done: the import as the server sees it
 */
export const upload = (file, parameters, proof, onProgress) =>
  sendFile(`/api/imports${toQuery({ ...parameters, name: file.name })}`, file, proof, onProgress);
