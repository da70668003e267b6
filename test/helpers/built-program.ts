import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');

/**
 * The program built as `npm run build` builds it, but into a folder of this test run: whatever is in `dist/` neither
 * helps nor harms. Whoever asks first builds; the others of the same run wait for it. Returns the folder.
 */
export async function builtProgram(): Promise<string> {
  const folder = join(process.env.TEST_RUN_FOLDER ?? '', 'program');
  const report = join(folder, 'built');
  if (claim(folder)) await tellOthers(report, await build(folder));
  await until('the program is built', () => existsSync(report), 120);
  const fault = await readFile(report, 'utf8');
  if (fault) throw new Error(`The program could not be built:\n${fault}`);
  return folder;
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (Object(error).code === 'EEXIST') return false;
    throw error;
  }
}

/** What went wrong; '' when nothing did. */
async function build(folder: string): Promise<string> {
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const file of ['package.json', 'manifest.yml']) await copyFile(join(ROOT, file), join(folder, file));
    await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', ...intoFolder(folder));
    await node('practice/web/build.js', join(folder, 'dist/practice/web'));
    return '';
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error) as { stdout?: string; stderr?: string };
    return [String(error), stdout, stderr].join('\n');
  }
}

function intoFolder(folder: string): string[] {
  return ['--outDir', join(folder, 'dist'), '--tsBuildInfoFile', join(folder, 'dist/.tsbuildinfo')];
}

function node(...args: string[]): Promise<unknown> {
  return run(process.execPath, args, { cwd: ROOT });
}

/** The report appears whole or not at all. */
async function tellOthers(report: string, fault: string): Promise<void> {
  writeFileSync(`${report}.new`, fault);
  renameSync(`${report}.new`, report);
}
