// Sending a file with its progress, which fetch cannot tell.
// @ts-check
import { Problem, toQuery } from '../core/api.js';

/**
 * @param {File} file
 * @param {Record<string, unknown>} parameters layer, format and declarations
 * @param {(sent: number, total: number) => void} onProgress bytes
 * @returns {{done: Promise<any>, abort: () => void}} done: the import as the server sees it
 */
export function upload(file, parameters, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open('POST', `/api/imports${toQuery({ ...parameters, name: file.name })}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (e) => onProgress(e.loaded, e.total);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(new Problem({ ...request.response, status: request.status })));
    request.onerror = () => reject(new Problem({ status: 0, detail: 'The file could not be sent: the connection was lost.' }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}
