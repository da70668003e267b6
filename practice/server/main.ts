/** Starts the practice workspace; see program.ts. Spawned by the bot's launcher, or by hand. */
import { failureSentence, readSettings, startProgram, type ToParent } from './program.ts';

function tellParent(message: ToParent): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });
}

/** Ctrl-C reaches both programs; the bot must say goodbye first, so its launcher decides when this one ends. */
function obeyParent(stop: () => void): void {
  process.on('disconnect', stop);
  process.on('message', (message: { type?: unknown }) => {
    if (message?.type === 'stop') stop();
  });
  // It may have ended while we were starting: then nobody would ever stop us.
  if (!process.connected) stop();
}

async function main(): Promise<void> {
  try {
    const settings = readSettings(process.env, import.meta.dirname);
    const { practice, ready } = await startProgram(settings);
    const stop = () => void practice.close().finally(() => process.exit(0));
    if (process.send) obeyParent(stop);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (!process.connected) stop();
      });
    }
    if (!process.send) console.log(`The practice workspace is open at ${practice.url}`);
    await tellParent(ready);
  } catch (error) {
    const sentence = failureSentence(error);
    if (!process.send) console.error(sentence);
    await tellParent({ type: 'failed', error: sentence });
    process.exit(1);
  }
}

await main();
