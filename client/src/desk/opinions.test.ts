import { expect, test } from 'vitest';

import { type AskedLeg, askedLegs, isToAnswer } from './opinions.ts';

type State = AskedLeg['consultation']['state'];

function leg(id: string, { due = '2027-03-05', starts = '2027-04-05', scac = 'ASKED' as State, ssi = 'ASKED' as State, give = [] as ('SCAC' | 'SSI')[] } = {}): AskedLeg {
  return {
    id, isDemonstration: true, startsOn: starts, endsOn: starts, city: { id: 'City_belgrade', name: { text: 'Belgrade', locale: 'fr', isFallback: false, isOutdated: false } },
    consultation: { id: `Consultation_${id}`, state: 'ASKED', dueOn: due, opinions: [{ service: 'SCAC', state: scac }, { service: 'SSI', state: ssi }], can: { give } },
  } as unknown as AskedLeg;
}

test('what is to be answered first stands first, what is settled last, and a leg that nobody is asked about does not', () => {
  const nodes = [leg('late', { due: '2027-03-08' }), { ...leg('unasked'), consultation: null }, leg('second', { starts: '2027-04-07' }), leg('first'), { ...leg('agreed', { due: '2027-03-01' }), consultation: { ...leg('agreed').consultation, dueOn: '2027-03-01', state: 'AGREED' } }];
  expect(askedLegs({ missionLegs: { nodes } } as Parameters<typeof askedLegs>[0]).map(({ id }) => id)).toEqual(['first', 'second', 'late', 'agreed']);
});

test('a service has something to say until it has said it of the text as it is, and only of its own', () => {
  expect(isToAnswer(leg('one', { give: ['SCAC'] }))).toBe(true);
  expect(isToAnswer(leg('one', { give: ['SCAC'], scac: 'AGREED' }))).toBe(false);
  expect(isToAnswer(leg('one', { give: ['SCAC'], scac: 'OUTDATED', ssi: 'AGREED' }))).toBe(true);
  // The day is over, or it is not theirs.
  expect(isToAnswer(leg('one', { scac: 'OVERDUE', ssi: 'SILENT' }))).toBe(false);
});
