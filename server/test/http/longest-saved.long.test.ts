/** The largest that is promised to be taken at once is taken: all of it is kept, and read again as it was sent. */
import { randomUUID } from 'node:crypto';
import { LONGEST_ANSWER } from '@passerelle/shared/questions.ts';
import { bytesOf, MOST_SENT } from '@passerelle/shared/sentTogether.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { PRESENCES_AT_ONCE } from '../../src/attendance/attendance.policy.ts';
import { dayThere, heldSession, outcomesOf, record } from '../../src/attendance/world.fixture.ts';
import { MAX_BODY, MAX_VISITOR_BODY } from '../../src/core/http/request-body.ts';
import { INVITED_AT_ONCE } from '../../src/invitations/session-invitation.policy.ts';
import { acceptedAs, invitationSecret, invitationsSeen, invitedOutcomes, inviteToSession } from '../../src/invitations/world.fixture.ts';
import { ngoOf } from '../../src/members/world.fixture.ts';
import { MOST as OF_MISSIONS } from '../../src/missions/read-mission.ts';
import { createMission, told } from '../../src/missions/world.fixture.ts';
import { MOST as OF_NEEDS } from '../../src/needs/read-need.ts';
import { needOf, save as saveNeed } from '../../src/needs/needs.fixture.ts';
import { MOST as OF_FORMS } from '../../src/questions/read-question.ts';
import { questionsOf, save as saveQuestion } from '../../src/questions/world.fixture.ts';
import { answersOf, cameOf, registerInputOf, registerWith } from '../../src/registrations/answers.fixture.ts';
import { PEOPLE_AT_ONCE } from '../../src/registrations/registration.policy.ts';
import { addSession, owner, rowsOf } from '../../src/registrations/world.fixture.ts';
import { missionOver, reportedMission, saveFinding, saveReport, translateReport } from '../../src/reports/world.fixture.ts';
import { type Headers, signEverybodyIn } from '../permissions/roles.ts';
import { ask, testServer, UNLIMITED } from './harness.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

/** A text of that many signs, of two bytes each, that begins as it is told. */
const signs = (count: number, start: number | string = ''): string => `${start} ${'Ωμέγα '.repeat(count)}`.trimStart().slice(0, count - 1).concat('Ω');
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const bytes = (sent: unknown): number => Buffer.byteLength(JSON.stringify(sent));

/** What a query gives, by its only field. */
async function read<T>(query: string, id: string): Promise<T> {
  const { data, text } = await ask(server(), query, { id }, headers.adviser);
  if (!data) throw new Error(text);
  return Object.values(data)[0] as T;
}

describe('the largest that is sent at once is kept', () => {
  test('presences of as many as a telephone brings', async () => {
    const people = numbers(PRESENCES_AT_ONCE).map((n) => ({ email: `present${n}@ngo.example` }));
    const { session, registrations } = await heldSession(server(), { people, places: people.length, organisation, coordinator: headers.ngoCoordinator });
    expect(outcomesOf(await record(server(), headers.scac, ...registrations.map((registration) => ({ registration }))))).toEqual(registrations.map(() => 'DONE'));
    const kept = await owner<{ id: string; day: string; state: string }>(server(), 'select registration_uuid as id, day::text as day, state from presence where session_uuid = ?', [session]);
    expect(kept.length).toBe(PRESENCES_AT_ONCE);
    expect(new Map(kept.map(({ id, ...one }) => [id, one]))).toEqual(new Map(registrations.map((id) => [id, { day: dayThere(), state: 'PRESENT' }])));
    expect(outcomesOf(await record(server(), headers.scac, ...registrations.map((registration) => ({ registration })), { registration: registrations[0]! }))).toBe('BAD_USER_INPUT');
  });

  test('a need, with its text', async () => {
    const text = signs(OF_NEEDS.TEXT);
    const { outcome, need } = await saveNeed(server(), headers.scac, { text });
    expect(outcome).toBe('DONE');
    expect((await read<{ text: { text: string } }>('query ($id: ID!) { need(id: $id) { text { text } } }', need!.id)).text.text).toBe(text);
  });

  test('a mission, with its objectives and all that each works towards', async () => {
    const recommendations = (await owner<{ slug: string }>(server(), 'select slug from recommendation order by slug limit ?', [OF_MISSIONS.recommendations])).map(({ slug }) => `Recommendation_${slug}`);
    const needs: string[] = [];
    for (const n of numbers(OF_MISSIONS.needs)) needs.push(`Need_${await needOf(server(), headers.scac, { title: `Potreba ${n}` })}`);
    const objectives = numbers(OF_MISSIONS.objectives).map((n) => ({ key: randomUUID() as string, text: signs(OF_MISSIONS.OBJECTIVES, n), recommendations, needs }));
    const sent = { sourceLocale: 'el', title: signs(OF_MISSIONS.TITLE), purpose: signs(OF_MISSIONS.PURPOSE), objectives };
    const back = await createMission(server(), headers.adviser, sent);
    expect(told(back)).toBe('DONE');
    interface Kept { readonly title: { readonly text: string }; readonly purpose: { readonly text: string }; readonly objectives: readonly { readonly key: string; readonly text: { readonly text: string }; readonly recommendations: readonly { readonly id: string }[]; readonly needs: readonly { readonly id: string }[] }[] }
    const kept = await read<Kept>('query ($id: ID!) { mission(id: $id) { title { text } purpose { text } objectives { key text { text } recommendations { id } needs { id } } } }', back.mission!.id);
    expect([kept.title.text, kept.purpose.text]).toEqual([sent.title, sent.purpose]);
    const ids = (of: readonly { readonly id: string }[]): string[] => of.map(({ id }) => id).sort();
    expect(kept.objectives.map(({ key, text: { text }, recommendations: towards, needs: on }) => ({ key, text, recommendations: ids(towards), needs: ids(on) })))
      .toEqual(objectives.map((one) => ({ ...one, recommendations: recommendations.toSorted(), needs: needs.toSorted() })));
  });

  test('the texts of a report and of all that it found, in another script', async () => {
    const objectives = numbers(OF_MISSIONS.objectives).map((n) => ({ key: randomUUID(), text: `Objectif ${n}`, recommendations: [], needs: [] }));
    const mission = await missionOver(server(), headers.adviser, { objectives });
    expect(await saveReport(server(), headers.adviser, mission)).toBe('DONE');
    const findings = numbers(50).map(() => randomUUID() as string);
    for (const key of findings) expect(await saveFinding(server(), headers.adviser, mission.id, { key })).toBe('DONE');
    const texts = {
      locale: 'el', summary: signs(OF_MISSIONS.SUMMARY, 's'), evaluation: signs(OF_MISSIONS.EVALUATION, 'e'),
      results: objectives.map(({ key }, n) => ({ key: key as string, text: signs(OF_MISSIONS.RESULTS, n) })), findings: findings.map((key, n) => ({ key, text: signs(OF_MISSIONS.FINDING, n) })),
    };
    // More than half of what a request may bring: nothing else is as large.
    expect(bytes(texts)).toBeGreaterThan(MAX_BODY / 2);
    expect(await translateReport(server(), headers.adviser, (await reportedMission(server(), headers.adviser, mission.id))!, texts)).toBe('DONE');
    const kept = (await reportedMission(server(), headers.adviser, mission.id)) as unknown as {
      readonly report: { readonly texts: readonly object[] };
      readonly objectives: readonly { readonly key: string; readonly result: { readonly texts: readonly { readonly locale: string; readonly text: string }[] } }[];
      readonly findings: readonly { readonly key: string; readonly texts: readonly { readonly locale: string; readonly text: string }[] }[];
    };
    const greek = <T extends { readonly locale: string }>(of: readonly T[]): T => of.find(({ locale }) => locale === 'el')!;
    expect(kept.report.texts).toContainEqual({ locale: 'el', summary: texts.summary, evaluation: texts.evaluation });
    expect(kept.objectives.map(({ key, result }) => ({ key, text: greek(result.texts).text }))).toEqual(texts.results);
    expect(new Map(kept.findings.map((one) => [one.key, greek(one.texts).text]))).toEqual(new Map(texts.findings.map(({ key, text }) => [key, text])));
  });

  /** A session with as many questions as there may be: their ids. */
  async function fullForm(inDays: number): Promise<{ readonly session: string; readonly questions: readonly string[] }> {
    const session = await addSession(server(), { places: 50, inDays });
    for (const n of numbers(OF_FORMS.questions)) await saveQuestion(server(), headers.adviser, session, { label: `Прашање ${n}` });
    const questions = (await questionsOf(server(), headers.adviser, session)).map(({ id }) => id);
    expect(questions.length).toBe(OF_FORMS.questions);
    return { session, questions };
  }
  const answered = async (session: string): Promise<unknown[]> => {
    const rows = await rowsOf(server(), session);
    return Promise.all(rows.map(async ({ id }) => (await answersOf(server(), headers.adviser, id))!.map(({ text }) => text).sort()));
  };

  test('people who answer all questions of the longest form', async () => {
    const { session, questions } = await fullForm(210);
    const said = questions.map((question, n) => ({ question, text: `Одговор ${n}`, codes: [], level: null, day: null, file: null }));
    const people = Object.fromEntries(numbers(PEOPLE_AT_ONCE).map((n) => [`answering${n}@ngo.example`, said]));
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people }))).toBe('DONE');
    const texts = said.map(({ text }) => text).sort();
    expect(await answered(session)).toEqual(numbers(PEOPLE_AT_ONCE).map(() => texts));
  });

  test('as much of twenty people as a form sends together, and not a sign more: that is told before anything is kept', async () => {
    const { session, questions } = await fullForm(215);
    const saidBy = (text: string) => questions.map((question) => ({ question, text, codes: [], level: null, day: null, file: null }));
    const addressed = (last: string) => Object.fromEntries(numbers(PEOPLE_AT_ONCE).map((n) => [`much${n}@ngo.example`, [...saidBy(signs(share)).slice(0, -1), { ...saidBy(last).at(-1)!, text: n === 0 ? last : signs(share) }]]));
    const sizeOf = (people: ReturnType<typeof addressed>): number => bytesOf(registerInputOf({ session, organisation, people }));
    // As long as all answers can be for the whole of it to fit; the rest of the room, in signs of one byte, belongs to one of them.
    let share = 1;
    while (sizeOf(addressed(signs(share))) <= MOST_SENT) share += 1;
    share -= 1;
    const room = MOST_SENT - sizeOf(addressed('.'));
    const [most, more] = [addressed('.'.repeat(room + 1)), addressed('.'.repeat(room + 2))];
    expect([sizeOf(most), room < LONGEST_ANSWER]).toEqual([MOST_SENT, true]);
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: more }))).toBe('PAYLOAD_TOO_LARGE');
    expect(await rowsOf(server(), session)).toEqual([]);
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: most }))).toBe('DONE');
    expect((await answered(session)).length).toBe(PEOPLE_AT_ONCE);
    // What a body has no room for is refused with the same code, before it is read.
    expect(MAX_BODY - MOST_SENT).toBeGreaterThan(8 * 1024);
  }, 60_000);

  test('a list of people who are invited', async () => {
    const session = await addSession(server(), { places: 50, inDays: 220 });
    const people = numbers(INVITED_AT_ONCE).map((n) => ({ email: `invited${n}@ministry.example`, name: signs(100, n) }));
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, people))).toEqual(people.map(() => 'SENT'));
    const kept = (await invitationsSeen(server(), headers.adviser, session)) as unknown as readonly { readonly email: string; readonly name: string }[];
    expect(new Map(kept.map(({ email, name }) => [email, name]))).toEqual(new Map(people.map(({ email, name }) => [email, name])));
  });

  test('of a visitor: the longest answers to the longest form, by a link', async () => {
    const { session, questions } = await fullForm(230);
    await inviteToSession(server(), headers.adviser, session, [{ email: 'longest@ministry.example' }]);
    const said = questions.map((question, n) => ({ question, text: signs(LONGEST_ANSWER, n), codes: [], level: null, day: null, file: null }));
    // It fits, and would not into half of what a visitor may send.
    expect(bytes(said)).toBeGreaterThan(MAX_VISITOR_BODY / 2);
    expect(await acceptedAs(server(), await invitationSecret(server(), 'longest@ministry.example'), { answers: said })).toBe('CONFIRMED');
    expect(await answered(session)).toEqual([said.map(({ text }) => text).sort()]);
  });
});
