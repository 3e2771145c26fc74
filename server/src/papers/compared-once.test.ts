/** What a list of papers costs, counted in comparisons for each paper, not in time: a mission with forty meetings has as many papers. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { testEngine } from '../../test/reader/engine.ts';
import { ReadEngine, VISITOR } from '../core/reader/index.ts';

const engine = testEngine('empty', 1);

/** How many times a paper is compared with what is so, and read as it was kept, where this is asked of a mission. */
async function work(fields: string): Promise<readonly [compared: number, kept: number]> {
  let text = '';
  const noted = new ReadEngine(engine().schema, async (statement) => {
    ({ text } = statement);
    return '{"mission":null}';
  });
  const document = parse(`{ mission(id: "Mission_0b6f6a3e-3c64-4d0c-9d3a-5a8f6c0b7f11") { id ${fields} } }`);
  await noted.execute({ document, variables: {}, context: { locale: 'en', actor: VISITOR, hasDemonstrationData: async () => true } as never, trusted: true });
  return [text.match(/\bon_paper\(/g)?.length ?? 0, text.match(/\bpaper_kept\(/g)?.length ?? 0];
}

test('a paper is compared once with what is so, whatever is asked of it, and not where nothing of that is asked; asked for in two lists it is twice: the control', async () => {
  expect([await work('papers { key state changes { kind } }'), await work('papers { key state }'), await work('papers { key number }'), await work('one: papers { key state } other: papers { key changes { kind } }')]).toEqual([[1, 1], [1, 1], [0, 0], [2, 2]]);
});
