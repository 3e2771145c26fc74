/** What fields promise to keep is let through to them: no bound of requests is nearer than that of a field, which says so by its own code. That the largest are kept, too, is in `longest-saved.long.test.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { type GraphQLArgument, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { PRESENCES_AT_ONCE } from '../../src/attendance/attendance.policy.ts';
import { MAX_TEXT } from '../../src/core/http/variables.ts';
import { MOST as OF_MISSIONS } from '../../src/missions/read-mission.ts';
import { LONGEST_TEXT } from '../../src/my-data/my-data.policy.ts';
import { MOST as OF_NEEDS } from '../../src/needs/read-need.ts';
import { save } from '../../src/needs/needs.fixture.ts';
import { createSchema } from '../../src/schema.ts';
import { MOST as OF_SESSIONS } from '../../src/trainings/read-session.ts';
import { create } from '../../src/trainings/world.fixture.ts';
import { type Headers, signEverybodyIn } from '../permissions/roles.ts';
import { type Answer, ask, type TestServer, testServer, UNLIMITED } from './harness.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** A server that takes no more than a request of a small form needs. */
let narrow: TestServer;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  narrow = await server().beside({ requestLimits: { body: 100 * 1024, values: 500 } });
});

/** A text of that many signs, of two bytes each. */
const signs = (count: number): string => 'Ωμέγα '.repeat(count).slice(0, count - 1).concat('Ω');

describe('a text', () => {
  test('of a need is kept with as many signs as are promised, and one more is told of at its field', async () => {
    const kept = await save(server(), headers.scac, { text: signs(OF_NEEDS.TEXT) });
    expect([kept.outcome, kept.need?.text.text]).toEqual(['DONE', signs(OF_NEEDS.TEXT)]);
    for (const count of [OF_NEEDS.TEXT + 1, MAX_TEXT]) {
      expect(await save(server(), headers.scac, { text: signs(count) })).toMatchObject({ outcome: 'INVALID', need: null, faults: [{ field: 'TEXT', fault: 'TOO_LONG', maximum: OF_NEEDS.TEXT }] });
    }
    expect(await save(server(), headers.scac, { text: signs(MAX_TEXT + 1) })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('of a session is, in one line or in as many as it has signs', async () => {
    const { PROGRAMME } = OF_SESSIONS;
    expect(await create(server(), headers.adviser, { programme: [signs(PROGRAMME)] })).toMatchObject({ outcome: 'DONE' });
    expect(await create(server(), headers.adviser, { programme: Array.from({ length: PROGRAMME / 2 }, () => 'x') })).toMatchObject({ outcome: 'DONE' });
    expect(await create(server(), headers.adviser, { programme: [signs(PROGRAMME + 1)] })).toMatchObject({ outcome: 'INVALID', faults: [{ field: 'PROGRAMME', fault: 'TOO_LONG', maximum: PROGRAMME }] });
  });

  test('of what is asked about one’s data is let through; somebody invented asks nothing', async () => {
    const make = async (text: string): Promise<unknown> => (await ask(server(), 'mutation ($text: String!) { makeDataRequest(kind: RESTRICT, text: $text) { __typename } }', { text }, headers.ngoMember)).code;
    expect([await make(signs(LONGEST_TEXT)), await make(signs(MAX_TEXT + 1))]).toEqual(['INVENTED_PERSON', 'BAD_USER_INPUT']);
  });
});

describe('no more is promised for a text than half of what a variable may have', () => {
  test('in what the contract says of it', async () => {
    const promised = new Map<string, number>();
    const note = (where: string, description: string | null | undefined): void => {
      for (const [, count] of description?.matchAll(/(\d[\d,]*) (?:signs|characters)\b/g) ?? []) promised.set(where, Number(count!.replaceAll(',', '')));
    };
    for (const type of Object.values((await createSchema()).getTypeMap())) {
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.description);
        for (const argument of 'args' in field ? (field.args as readonly GraphQLArgument[]) : []) note(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
    expect(promised.get('NeedInput.text')).toBe(OF_NEEDS.TEXT);
    expect(promised.size).toBeGreaterThan(30);
    expect([...promised].filter(([, most]) => most * 2 > MAX_TEXT)).toEqual([]);
  });

  test('in what the code says of it', () => {
    const sources = new URL('../../src/', import.meta.url);
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('core/'));
    const promised = new Map(files.flatMap((name) => [...readFileSync(new URL(name, sources), 'utf8').matchAll(/\b(?:MOST|LONGEST) = (\{[^}]+\})/g)]
      .flatMap(([, object]) => [...object!.matchAll(/\b([A-Z][A-Z_]+): ([\d_]+)/g)].map(([, field, most]) => [`${name} ${field}`, Number(most!.replaceAll('_', ''))] as const))));
    expect(promised.get('needs/read-need.ts TEXT')).toBe(OF_NEEDS.TEXT);
    expect(promised.get('missions/read-mission.ts SUMMARY')).toBe(OF_MISSIONS.SUMMARY);
    expect([...promised].filter(([, most]) => most * 2 > MAX_TEXT)).toEqual([]);
  });
});

const keys = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
const keyed = (count: number, most: number): { key: string; text: string }[] => keys(count).map((key) => ({ key, text: signs(most) }));
const ID = '01990000-0000-7000-8000-000000000000';

/** The largest that are promised to be taken at once. */
const LARGEST: readonly (readonly [what: string, mutation: string, variables: Readonly<Record<string, unknown>>])[] = [
  ['presences that wait', 'mutation ($input: [PresenceInput!]!) { recordPresence(input: $input) { __typename } }', {
    input: Array.from({ length: PRESENCES_AT_ONCE }, () => ({ registration: `Registration_${ID}`, day: '2027-03-01', state: 'PRESENT', at: '2027-03-01T09:00:00Z' })),
  }],
  ['certificates', 'mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { __typename } }', {
    input: { session: `TrainingSession_${ID}`, registrations: keys(PRESENCES_AT_ONCE).map((key) => `Registration_${key}`) },
  }],
  ['people who answer all questions', 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { __typename } }', {
    input: {
      session: `TrainingSession_${ID}`, submission: randomUUID(), hasConsent: true,
      people: Array.from({ length: 20 }, (_, n) => ({ name: 'N', email: `n${n}@example.org`, locale: 'fr', answers: keys(40).map((key) => ({ question: `FormQuestion_${key}`, text: 'x', codes: [], level: null, day: null, file: null })) })),
    },
  }],
  ['the objectives of a mission', 'mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { __typename } }', {
    key: randomUUID(), input: {
      sourceLocale: 'el', title: signs(OF_MISSIONS.TITLE), purpose: signs(OF_MISSIONS.PURPOSE), startsOn: '2099-01-01', endsOn: '2099-01-02', team: [],
      objectives: keyed(OF_MISSIONS.objectives, OF_MISSIONS.OBJECTIVES).map((one) => ({ ...one, recommendations: keys(OF_MISSIONS.recommendations).map((key) => `Recommendation_${key}`), needs: keys(OF_MISSIONS.needs).map((key) => `Need_${key}`) })),
    },
  }],
  ['the texts of a report and of all that it found', 'mutation ($id: ID!, $texts: MissionReportTextsInput!) { translateMissionReport(id: $id, version: 1, texts: $texts) { __typename } }', {
    id: `Mission_${ID}`,
    texts: { locale: 'el', summary: signs(OF_MISSIONS.SUMMARY), evaluation: signs(OF_MISSIONS.EVALUATION), results: keyed(OF_MISSIONS.objectives, OF_MISSIONS.RESULTS), findings: keyed(50, OF_MISSIONS.FINDING) },
  }],
];

describe('the largest that is promised to be taken at once', () => {
  test.each(LARGEST)('is let through: %s', async (_what, mutation, variables) => {
    expect((await ask(server(), mutation, variables, headers.adviser)).code).toBeUndefined();
  });

  test.each(LARGEST)('is not let through where requests are held narrower: %s', async (_what, mutation, variables) => {
    expect(['BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE']).toContain((await ask(narrow, mutation, variables, headers.adviser)).code);
  });
});

describe('what is looked for is bounded where it is read', () => {
  const searched = (list: string, search: string): Promise<Answer> => ask(server(), `query ($search: NonEmptyString) { ${list}(filter: { search: $search }) { totalCount } }`, { search }, headers.adviser);

  test('in each list that is searched, whoever asks', async () => {
    const lists = Object.values((await createSchema()).getQueryType()!.getFields()).filter(({ args }) => {
      const filter = args.find(({ name }) => name === 'filter')?.type;
      return isInputObjectType(filter) && 'search' in filter.getFields();
    }).map(({ name }) => name);
    expect(lists.length).toBeGreaterThan(5);
    for (const list of lists) {
      expect([list, (await searched(list, 'a'.repeat(2_000))).code]).toEqual([list, undefined]);
      expect([list, (await searched(list, 'a'.repeat(2_001))).errors?.[0]?.extensions]).toMatchObject([list, { code: 'BAD_USER_INPUT', params: { maximum: 2_000 } }]);
    }
  });
});
