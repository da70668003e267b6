/**
 * Reads feeds in a thread of its own, because hostile text can hold the libraries up for minutes: whoever waits can
 * then end the thread. Plain JavaScript, since Node 20 cannot start a worker from TypeScript.
 */
import { parentPort } from 'node:worker_threads';
import { readFeed } from './read-feed.js';

/** @import { ReadRequest } from './raw-feed.ts' */

parentPort?.on('message', async (/** @type {ReadRequest} */ request) => {
  parentPort?.postMessage(await readFeed(request));
});
parentPort?.postMessage('ready');
