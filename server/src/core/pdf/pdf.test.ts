/** The fonts are opened once in a process: no file shows what another one said. */
import { expect, test } from 'vitest';
import { paragraph, writePdf } from './index.ts';
import { readPdf } from './read-pdf.fixture.ts';

const INCREMENT = '\u2206';
const DELTA = '\u0394';

const written = (text: string): Promise<Buffer> => writePdf({ title: 'Ένας τίτλος', locale: 'el', at: new Date(0) }, (doc, root) => {
  for (const font of ['text', 'strong'] as const) paragraph(doc, root, { text: { text, locale: 'el' }, font, size: 12 });
});

test('a file that is written again is the same, whatever was written in between', async () => {
  const first = await written('Μέλη και ρόλοι');
  await written('Šest članova, шест чланова, l’été à l’office');
  expect((await written('Μέλη και ρόλοι')).equals(first)).toBe(true);
});

test.each([[INCREMENT, DELTA], [DELTA, INCREMENT]])('two letters that the font draws alike stay what they are: after %j comes %j', async (before, letter) => {
  await written(`5 ${before}x`);
  const { text } = await readPdf(await written(`5 ${letter}x`));
  expect(text).toBe(`5 ${letter}x 5 ${letter}x`);
});
