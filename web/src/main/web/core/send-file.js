// Sending a file with its progress, which fetch cannot tell.
// @ts-check
import { Problem, speaks } from './api.js';
import { notSent } from '../words/lost.js';

/**
 * @param {string} path
 * @param {Blob} file
 * @param {Record<string, string>} proof headers that every change needs: api.proof()
 * @param {(sent: number, total: number) => void} onProgress bytes
 * @returns {{done: Promise<any>, abort: () => void}} done: what the server answers
 */
export function sendFile(path, file, proof, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open('POST', path);
    for (const [name, value] of Object.entries({ ...speaks, ...proof })) {
      request.setRequestHeader(name, value);
    }
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (e) => onProgress(e.loaded, e.total);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(new Problem({ ...request.response, status: request.status })));
    request.onerror = () => reject(new Problem({ status: 0, detail: notSent }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}
