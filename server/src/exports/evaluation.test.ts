/** The evaluation of a session as a list: what its page shows, to whom the page shows it, and never of fewer than eleven answers. */
import { beforeAll, expect, test } from 'vitest';
import { type Answer, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { answered, closeNow, type Evaluated, evaluatedSession, open, secretOf } from '../evaluations/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** Answered by twelve, of whom nine said of what use it was; and by ten. */
let shown: Evaluated;
let withheld: Evaluated;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const list = (role: Role, { session }: Evaluated, type = 'csv'): Promise<Answer> => send(server(), `/export/evaluation.${type}?locale=en&session=TrainingSession_${session}`, { headers: headers[role] });
const HEADS = 'Question';

interface Parts {
  readonly about: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

async function partsOf(answer: Promise<Answer>): Promise<Parts> {
  const lines = (await answer).text.replace('\uFEFF', '').split('\r\n').slice(0, -1).map((line) => line.slice(1, -1).split('","'));
  const heads = lines.findIndex(([first]) => first === HEADS);
  return { about: lines.slice(0, heads).map((cells) => cells.filter((cell) => cell !== '').join(': ')), rows: lines.slice(heads + 1) };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const evaluated = (present: number, began: string): Promise<Evaluated> => ngoOf(server(), 'RS').then((organisation) => evaluatedSession(server(), { present, organisation, coordinator: headers.ngoCoordinator, adviser: headers.adviser, began }));
  [shown, withheld] = [await evaluated(12, '8 hours'), await evaluated(12, '20 hours')];
  for (const { session } of [shown, withheld]) expect(await open(server(), headers.scac, session)).toBe('DONE');
  for (const [n, email] of shown.emails.entries()) {
    const given = { OVERALL: n < 8 ? 'GOOD' : 'POOR', CONTENT: 'FAIR', ...(n < 9 && { USE: 'YES' }), ...(n === 0 && { USEFUL: '=1+1 the exercises' }) };
    expect(await answered(server(), await secretOf(server(), email), given)).toBe('DONE');
  }
  for (const email of withheld.emails.slice(0, 10)) expect(await answered(server(), await secretOf(server(), email), { OVERALL: 'GOOD' })).toBe('DONE');
});

test('has nothing of it before it is closed, and nothing at all of fewer than eleven answers', async () => {
  for (const one of [shown, withheld]) expect((await partsOf(list('adviser', one))).rows).toEqual([]);
  await closeNow(server(), shown.session);
  await closeNow(server(), withheld.session);
  const { about, rows } = await partsOf(list('adviser', withheld));
  expect([rows, about.at(-2)]).toEqual([[], 'There were too few answers to be sure that nobody could be recognised. Nothing is shown, and the answers have been erased. From this number on they are shown: 11']);
});

test('has the sums that the page shows, question by question, and what was written, without formulas', async () => {
  const { about, rows } = await partsOf(list('scac', shown));
  expect([about[0], about.at(-3)]).toEqual(['Evaluation of the training session', 'People who answered: 12 · People asked: 12']);
  const of = (question: string): (readonly string[])[] => rows.filter(([asked]) => asked!.startsWith(question)).map(([, ...cells]) => cells);
  expect(of('How was the training session as')).toEqual([['Very good', '0', '', ''], ['Good', '8', '', ''], ['Fair', '0', '', ''], ['Poor', '4', '', ''], ['Very poor', '0', '', '']]);
  // Nine have answered this one.
  expect(of('Is what you learnt')).toEqual([['Too few have answered this question: nothing is shown.', '', '', '']]);
  expect(of('What was most useful')).toEqual([['', '', `'=1+1 the exercises`, 'fr']]);
  expect((await list('scac', shown, 'xlsx')).text.slice(0, 2)).toBe('PK');
});

test('is for those to whom the page shows it; to others it has its heads alone', async () => {
  const theirs: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
  for (const role of ROLES.filter((one) => one !== 'visitor' && one !== 'suspended')) {
    const { about, rows } = await partsOf(list(role, shown));
    expect([role, about.length > 0, rows.length > 0]).toEqual([role, theirs.includes(role), theirs.includes(role)]);
  }
  expect((await list('visitor', shown)).code).toBe('UNAUTHENTICATED');
});

test('shows no question of fewer than eleven answers, nor an evaluation of fewer, whatever is stored', async () => {
  const rows = async (): Promise<number> => (await partsOf(list('adviser', shown))).rows.filter(([, , number]) => number !== '').length;
  const before = await rows();
  expect(before).toBe(10);
  await sql(`insert into evaluation_result (session_uuid, question, answered, counts) values (?, 'USE', 10, '{"YES": 10}') on conflict (session_uuid, question) do update set answered = 10, counts = excluded.counts`, [shown.session]);
  expect(await rows()).toBe(before);
  // The control: of eleven it does.
  await sql(`update evaluation_result set answered = 11, counts = '{"YES": 11}' where session_uuid = ? and question = 'USE'`, [shown.session]);
  expect(await rows()).toBe(before + 3);
});

test('that somebody took it is in the trail', async () => {
  await sql(`delete from audit_entry where subject = 'EXPORT'`);
  await list('scac', shown);
  expect(await sql(`select part, object from audit_entry where subject = 'EXPORT'`)).toEqual([{ part: 'evaluation.csv', object: shown.session }]);
});
