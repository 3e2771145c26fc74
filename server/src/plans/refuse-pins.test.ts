/** What refuses something fixed is true of every plan; what is so without it refuses nothing, and where one plan has it nothing does. */
import { type Instant, type Meeting, type Person, type Pin, type Problem, validate } from '@passerelle/shared/planning.ts';
import { ALL_NINE, at, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { triedPins } from './refuse-pins.ts';
import { showRef } from './show-ref.ts';

type Fixing = Omit<Pin, 'id' | 'why'> & { readonly meetingId?: string; readonly personId?: string; readonly startsAt?: Instant };

const pinOf = (one: Fixing): Pin => ({ ...one, id: `chosen ${[one.pin, one.meetingId, one.personId].filter(Boolean).join(' ')}`, why: 'ADVISER' }) as Pin;
/** What refuses the pins, by kind and id, with others that are fixed already. */
function refused(problem: Problem, tried: readonly Fixing[], fixed: readonly Fixing[] = []): readonly string[] {
  const pins = [...fixed, ...tried].map(pinOf);
  return triedPins({ ...problem, pins: [...problem.pins, ...pins] }, tried.map((one) => pinOf(one).id)).refs.map(({ kind, id }) => `${kind} ${id}`);
}
const withPerson = (id: string, changes: Partial<Person>): Problem => ({ ...WORKED, persons: WORKED.persons.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
const withMeeting = (id: string, changes: Partial<Meeting>): Problem => ({ ...WORKED, meetings: WORKED.meetings.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
const block = (id: string, from: Instant, until: Instant): Person['blocks'][number] => ({ id, cause: 'ENGAGED', from, until });
const window = (from: string, until: string): Meeting['windows'] => [{ id: 'w', bounds: 'SERVICE', from: at(9, from), until: at(9, until) }];

test('somebody who is engaged at every hour of the host cannot attend; with one hour left they may', () => {
  const problem = { ...withMeeting('S3', { windows: window('10:00', '14:00') }), persons: withPerson('O', { blocks: [block('b', at(9, '09:00'), at(9, '13:30'))] }).persons };
  expect(refused(problem, [{ pin: 'ATTENDS', meetingId: 'S3', personId: 'O' }])).toEqual(['BLOCK b']);
  expect(refused(problem, [{ pin: 'IN', meetingId: 'S3' }])).toEqual([]);
  const free = { ...problem, persons: problem.persons.map((one) => ({ ...one, blocks: one.blocks.map((other) => ({ ...other, until: at(9, '13:00') })) })) };
  expect(refused(free, [{ pin: 'ATTENDS', meetingId: 'S3', personId: 'O' }])).toEqual([]);
});

test('the only police officer cannot be replaced where the police are needed, nor be away from a meeting that has to be; from one that may fall out they can', () => {
  const swap: readonly Fixing[] = [{ pin: 'ABSENT', meetingId: 'S1', personId: 'O' }, { pin: 'ATTENDS', meetingId: 'S1', personId: 'M' }];
  expect(refused(WORKED, swap)).toEqual(['NEED S1-police']);
  expect(refused(withMeeting('S1', { isMandatory: true }), swap.slice(0, 1))).toEqual(['NEED S1-police']);
  expect(refused(WORKED, swap.slice(0, 1))).toEqual([]);
  expect(refused(WORKED, [{ pin: 'IN', meetingId: 'S1' }], swap.slice(0, 1))).toEqual(['NEED S1-police', 'PIN chosen ABSENT S1 O']);
  const two = { ...WORKED, persons: [...WORKED.persons, { ...WORKED.persons[1]!, id: 'Q' }] };
  expect(refused(two, [{ pin: 'ABSENT', meetingId: 'S1', personId: 'O' }, { pin: 'ATTENDS', meetingId: 'S1', personId: 'Q' }])).toEqual([]);
});

test('a language that nobody speaks who is left, and nobody interprets, refuses it', () => {
  const serbian = { ...withPerson('N', { languages: [{ language: 'sr', level: 'C1' }] }), interpreters: [] };
  expect(refused(serbian, [{ pin: 'IN', meetingId: 'B2' }])).toEqual([]);
  expect(refused(serbian, [{ pin: 'ABSENT', meetingId: 'B2', personId: 'N' }], [{ pin: 'IN', meetingId: 'B2' }])).toEqual(['NEED B2-sr']);
  expect(refused({ ...serbian, interpreters: WORKED.interpreters }, [{ pin: 'ABSENT', meetingId: 'B2', personId: 'N' }], [{ pin: 'IN', meetingId: 'B2' }])).toEqual([]);
});

test('a mandatory meeting cannot be left out, nor one at which somebody is fixed', () => {
  const problem = withMeeting('S3', { isMandatory: true });
  expect(refused(problem, [{ pin: 'OUT', meetingId: 'S3' }])).toEqual(['RULE MANDATORY S3']);
  expect(showRef(problem, { kind: 'RULE', id: 'MANDATORY S3' })).toMatchObject({ rule: 'MANDATORY', meetingKey: 'S3', source: null });
  expect(refused(WORKED, [{ pin: 'OUT', meetingId: 'S3' }])).toEqual([]);
  expect(refused(WORKED, [{ pin: 'OUT', meetingId: 'S3' }], [{ pin: 'ATTENDS', meetingId: 'S3', personId: 'N' }])).toEqual(['PIN chosen ATTENDS S3 N']);
});

test('two hours against the order of their meetings refuse each other, and so do two at which the same person would be at once', () => {
  const first: Fixing = { pin: 'AT', meetingId: 'B1', startsAt: at(10, '14:00') };
  expect(refused(WORKED, [{ pin: 'AT', meetingId: 'B3', startsAt: at(10, '15:30') }], [first])).toEqual(['PRECEDENCE courtesy-first', 'PIN chosen AT B1']);
  expect(refused(WORKED, [{ pin: 'AT', meetingId: 'B3', startsAt: at(10, '16:00') }], [first])).toEqual([]);
  const there: readonly Fixing[] = [{ pin: 'ATTENDS', meetingId: 'S3', personId: 'O' }, { pin: 'AT', meetingId: 'S3', startsAt: at(9, '10:00') }, { pin: 'AT', meetingId: 'P1', startsAt: at(9, '11:30') }];
  expect(refused(WORKED, [{ pin: 'ATTENDS', meetingId: 'P1', personId: 'O' }], there)).toEqual(['PIN chosen AT S3', 'PIN chosen ATTENDS S3 O', 'PIN chosen AT P1']);
  expect(refused(WORKED, [{ pin: 'ATTENDS', meetingId: 'P1', personId: 'M' }], there)).toEqual([]);
});

test('nobody goes who cannot on any day, or is a substitute', () => {
  const { earliestDeparture: from, latestReturn: until } = WORKED.period;
  expect(refused(withPerson('O', { blocks: [block('b1', from - 60, from + 900), block('b2', from + 900, until)] }), [{ pin: 'GOES', personId: 'O' }])).toEqual(['BLOCK b1', 'BLOCK b2']);
  expect(refused(withPerson('O', { blocks: [block('b1', from, from + 900), block('b2', from + 901, until)] }), [{ pin: 'GOES', personId: 'O' }])).toEqual([]);
  expect(refused(withPerson('O', { isReserve: true }), [{ pin: 'GOES', personId: 'O' }])).toEqual(['RULE SUBSTITUTE O']);
});

test('who is the last of what the team needs cannot stay; where another is there they can, and where nobody was before it is not their doing', () => {
  expect(refused(WORKED, [{ pin: 'STAYS', personId: 'N' }])).toEqual(['NEED team-ngo']);
  expect(refused({ ...WORKED, persons: [...WORKED.persons, { ...WORKED.persons[2]!, id: 'Q' }] }, [{ pin: 'STAYS', personId: 'N' }])).toEqual([]);
  expect(refused(withPerson('N', { isReserve: true }), [{ pin: 'STAYS', personId: 'N' }])).toEqual([]);
});

test('a meeting for the adviser alone is not for others', () => {
  expect(refused(withMeeting('S3', { isOnlyAdviser: true }), [{ pin: 'ATTENDS', meetingId: 'S3', personId: 'O' }])).toEqual(['RULE ONLY_ADVISER S3']);
});

test('of what a valid plan does nothing is refused, be it fixed one by one or all at once', () => {
  expect(validate(WORKED, ALL_NINE)).toEqual([]);
  const all = ALL_NINE.meetings.flatMap(({ meetingId, startsAt, attends }): Fixing[] => [{ pin: 'AT', meetingId, startsAt }, ...attends.map(({ personId }): Fixing => ({ pin: 'ATTENDS', meetingId, personId }))]);
  expect(refused(WORKED, all)).toEqual([]);
  for (const one of all) expect(refused(WORKED, [one], all.filter((other) => other !== one))).toEqual([]);
});
