/** Checklist: every block and input you send is drawn. */
import { expect, test } from '@jest/globals';
import { interactiveTypes } from '../../../practice/server/block-kit/interactive.ts';
import { knownBlocks } from '../../../practice/server/block-kit/surfaces.ts';

/** What a part of the page draws, by type. The page is typed for a browser, so it is read when the test runs. */
async function drawnBy(part: string): Promise<string[]> {
  const path: string = `../../../practice/web/block-kit/${part}.tsx`;
  const { KINDS } = (await import(path)) as { KINDS: Record<string, unknown> };
  return Object.keys(KINDS);
}

test('the page draws every block that the server takes', async () => {
  const drawn = await drawnBy('blocks');
  expect(Object.keys(knownBlocks).filter((type) => !drawn.includes(type))).toEqual([]);
});

test('the page draws every element that the server takes', async () => {
  const drawn = await drawnBy('element-view');
  expect([...interactiveTypes].filter((type) => !drawn.includes(type))).toEqual([]);
});
