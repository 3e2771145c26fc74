/** Which papers a page shows of what is there no more. */
import { describe, expect, test } from 'vitest';

import { invitationsLeft, papersLeft } from './slots.ts';
import type { Paper } from './usePapers.ts';

const paper = (key: string, kind: Paper['kind'], aboutKey: string, number = 1): Paper => ({ key, kind, aboutKey, number, madeAt: '2026-11-27T10:00:00Z', countryCode: 'RS', isRenewed: false, state: 'CHANGED', changes: [] });
const PAPERS = [paper('a', 'INVITATION', 'held'), paper('b', 'INVITATION', 'gone'), paper('c', 'INVITATION', 'gone', 2), paper('d', 'INVITATION', 'elsewhere'), paper('e', 'PROGRAMME_POST', 'leg'), paper('f', 'ORDER', 'somebody'), paper('g', 'ORDER', 'left')];

describe('what was given out', () => {
  test('of a meeting that was removed stands with its leg, and with no other', () => {
    const leg = { meetings: [{ key: 'held' }] as never, papers: ['a', 'b', 'c', 'e'].map((key) => ({ key })) };
    expect(invitationsLeft(leg, PAPERS).map(({ about, versions }) => [about, versions.map(({ key }) => key)])).toEqual([['gone', ['c', 'b']]]);
  });

  test('about somebody who does not go any more stands with the team', () => {
    expect(papersLeft([{ key: 'somebody' }], PAPERS).map(({ kind, about }) => [kind, about])).toEqual([['ORDER', 'left']]);
  });
});
