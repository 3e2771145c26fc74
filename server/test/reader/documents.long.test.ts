/**
 * Random documents over the real schema, each run twice with other variables and in another language, against plain
 * resolvers over rows in memory: as a visitor, and over what the reference knows of theirs (`seen-schema.ts`) as people with
 * a role. `READER_RUNS` says how many in all; each run prints its seed, and `READER_SEED` repeats it. A failure says what to add
 * to `kept-seeds.json`: from then on it is asked each time, by whoever asked it.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from './engine.ts';
import { filler } from './fill.ts';
import { documents, type DocumentPlan } from './plans.ts';
import { print } from './print.ts';
import { reference } from './reference.ts';
import { openClient, type Row } from './rows.ts';
import { seenSchema } from './seen-schema.ts';
import { type Role, Sight } from './sight.ts';
import { World } from './world.ts';

const RUNS = Number(process.env.READER_RUNS ?? 1_200);
/** What fast-check takes as a seed: a whole number of 32 bits. */
const SEED = process.env.READER_SEED ? Number(process.env.READER_SEED) : Math.trunc(Math.random() * 2 ** 31);

interface KeptRun {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly mayBeRefused: boolean;
}

/** A document with placeholders, as it failed once. */
interface Kept {
  readonly why: string;
  /** Who had asked; a visitor where it is not said. */
  readonly role?: Role;
  /** The seed of the run that made it, where one did. */
  readonly seed?: number;
  readonly text: string;
  readonly operationName?: string;
  readonly runs: readonly KeptRun[];
}

/** Texts that are empty, and texts that are hard to write as JSON, where the data that comes with the server has none. */
const SPOIL = `
  update training_session_translation x set title = '' from training_session s where s.uuid = x.session_uuid and x.locale <> s.source_locale and hashtext(x.session_uuid || x.locale) % 5 = 0;
  update training_session_translation set summary = '' where hashtext(locale || session_uuid) % 4 = 0;
  with q as (insert into form_question (uuid, source_locale, session_uuid, key, position, kind, retention_days, closed_at)
      select gen_random_uuid(), 'en', uuid, gen_random_uuid(), 90, 'TEXT', 30, now() from training_session where source_locale = 'fr' and hashtext(uuid::text) % 2 = 0 returning uuid)
    insert into form_question_translation (question_uuid, locale, label) select uuid, 'en', 'A question that is closed' from q;
  update training_session_translation x set cancelled_reason = null from training_session s where s.uuid = x.session_uuid and x.locale = s.source_locale and s.stage = 'CANCELLED'
    and exists (select from training_session_translation y where y.session_uuid = s.uuid and y.locale in ('en', 'fr') and y.locale <> x.locale and y.cancelled_reason <> '');
  update term_name set name = '' where locale <> 'en' and hashtext(term_code || locale) % 6 = 0;
  update term_name set name = e'"' || name || e'"\\\\ \n\t\u2028😀' where hashtext(term_code || locale) % 6 = 1;
  update country_translation set official_name = '', name_note = 'a note' where hashtext(country_code || locale) % 3 = 0`;

const kept = JSON.parse(readFileSync(new URL('kept-seeds.json', import.meta.url), 'utf8')) as { readonly documents: readonly Kept[] };

const engine = testEngine('full');
let client: pg.Client;

/** Who asks, with what they see. */
interface Asker {
  readonly role: Role;
  readonly world: World;
  readonly answer: ReturnType<typeof reference>;
  readonly fill: ReturnType<typeof filler>;
  /** What is asked of. */
  readonly schema: GraphQLSchema;
  /** The types of the paged lists in which they see something. */
  readonly seen: readonly string[];
}

/** Those who ask, by their roles, and whom of the demonstration they are. */
const ASKERS: Readonly<Record<Role, string | null>> = { VISITOR: null, NGO_COORDINATOR: 'ngo-coordinator.rs', SCAC: 'scac.rs', ADVISER: 'adviser' };
const ROLES = Object.keys(ASKERS) as Role[];
const LISTS: Readonly<Record<string, string>> = {
  Expert: 'experts', Organisation: 'organisations', Need: 'needs', Practice: 'practices', Recommendation: 'recommendations', Term: 'terms', TrainingSession: 'trainingSessions', NetworkMember: 'members', Invitation: 'invitations', Registration: 'registrations',
};
const askers = new Map<Role, Asker>();
const count = { documents: 0, answered: 0, refused: 0, tooComplex: 0, bytes: 0 };

/** Learns from the reader which cursor stands for which row, in every list, order and language. */
async function learnCursors({ world }: Pick<Asker, 'world'>): Promise<void> {
  for (const [type, list] of Object.entries(LISTS)) {
    for (const sort of World.sorts(type)) {
      const all = type === 'TrainingSession' ? ', filter: { states: [DRAFT, OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] }' : '';
      const document = parse(`query ($after: String) { page: ${list}(first: 100, after: $after, sort: ${sort}${all}) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }`);
      // In an order that is the same in all languages, and was walked in all of them by a visitor, one is enough.
      for (const locale of world.sight.role === 'VISITOR' || World.isByText(type, sort) ? LOCALE_TAGS : LOCALE_TAGS.slice(0, 1)) {
        const walked: string[] = [];
        let info: { endCursor: string | null; hasNextPage: boolean } = { endCursor: null, hasNextPage: true };
        while (info.hasNextPage && walked.length <= world.ordered(type, sort, locale).length) {
          const { data } = await engine().ask(document, { variables: { after: info.endCursor }, locale, actor: world.sight.actor });
          for (const edge of at<{ cursor: string; node: { id: string } }[]>(data, 'page.edges')) {
            const id = edge.node.id.slice(type.length + 1);
            world.learn(edge.cursor, { type, sort, locale, id });
            walked.push(id);
          }
          info = at(data, 'page.pageInfo');
        }
        expect(walked, `${list} by ${sort} as ${world.sight.role}`).toEqual(world.ordered(type, sort, locale));
      }
    }
  }
}

/** Somebody with their world. */
async function askerOf(role: Role): Promise<Asker> {
  const { rows: [member] } = await client.query<Row>('select m.* from member m join person p on p.id = m.person_id where p.email = $1', [`${ASKERS[role]}@passerelle.example`]);
  if (ASKERS[role] !== null && member?.role !== role) throw new Error(`Nobody is ${role}`);
  const world = await World.load(client, new Sight(role, member ?? null));
  await learnCursors({ world });
  const { schema } = engine();
  const seen = Object.keys(LISTS).filter((type) => world.ordered(type, World.sorts(type)[0]!, 'en').length > 0);
  return { role, world, seen, answer: reference(schema, world), fill: filler(world), schema: seenSchema(schema, role === 'VISITOR') };
}

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  await client.query(SPOIL);
  for (const role of ROLES) askers.set(role, await askerOf(role));
}, 180_000);

afterAll(async () => {
  await client?.end();
});

/** Runs a document in the reader and in the reference and compares: values, the order of keys, the statements that ran. */
async function compare({ answer, world }: Asker, document: DocumentNode, operationName: string | undefined, { variables, locale, mayBeRefused }: KeptRun, trusted: boolean): Promise<void> {
  const expected = await answer({ document, operationName, variables, locale });
  let given;
  try {
    given = await engine().ask(document, { variables, locale, trusted, actor: world.sight.actor, ...(operationName && { operationName }) });
  } catch (error) {
    const code = (error as { extensions?: { code?: string } }).extensions?.code;
    if (code === 'QUERY_TOO_COMPLEX') {
      count.tooComplex += 1;
      return;
    }
    if (code !== 'BAD_USER_INPUT' || !mayBeRefused) throw error;
    count.refused += 1;
    return;
  }
  if (expected.errors) throw new Error(`The reference refuses, the reader answers: ${expected.errors.map(String).join('\n')}`, { cause: given.data });
  expect(given.errors).toEqual([]);
  const wanted = JSON.stringify(expected.data);
  if (JSON.stringify(given.data) !== wanted) {
    expect(given.data, 'The values differ').toEqual(JSON.parse(wanted));
    expect(JSON.stringify(given.data), 'The order of keys differs').toBe(wanted);
  }
  expect(given.statements, 'One statement answers whatever is read').toBe(expected.reads ? 1 : 0);
  count.answered += 1;
  count.bytes += wanted.length;
}

/** What is asked of somebody. */
type Asked = Pick<Kept, 'text' | 'operationName' | 'runs'>;

async function run(asker: Asker, { text, operationName, runs }: Asked, trusted: boolean): Promise<void> {
  const { fill } = asker;
  const document = parse(fill(text, runs[0]!.locale));
  const problems = validate(engine().schema, document);
  if (problems.length > 0) throw new Error(`The generator made an invalid document:\n${problems.map(String).join('\n')}`);
  for (const one of runs) {
    const variables = JSON.parse(fill(JSON.stringify(one.variables), one.locale)) as Record<string, unknown>;
    await compare(asker, document, operationName, { ...one, variables }, trusted);
  }
  count.documents += 1;
}

/** A plan as it would be kept: its text and variables, with placeholders. */
function keepable(schema: GraphQLSchema, plan: DocumentPlan): Asked {
  const { text, operationName, runs } = print(schema, plan);
  return {
    text, ...(operationName && { operationName }),
    runs: runs.map((one, i) => ({ ...one, locale: LOCALE_TAGS[plan.locales[i]!]! })),
  };
}

/** Whoever had asked what is kept. */
const askerOfKept = ({ role = 'VISITOR' }: Pick<Kept, 'role'>): Asker => askers.get(role)!;
/** The same in words. */
const asKept = ({ why, role = 'VISITOR', seed }: Kept): string => `${why}, as ${role}${seed === undefined ? '' : ` (READER_SEED=${seed})`}`;

describe('random documents', () => {
  it.each(kept.documents.map((entry) => [asKept(entry), entry] as const))('are still answered where they failed once: %s', async (_what, entry) => {
    for (const trusted of [false, true]) await run(askerOfKept(entry), entry, trusted);
  });

  it('are kept with who asked them: a visitor where it is not said', () => {
    expect(ROLES.map((role) => askerOfKept({ role }).world.sight.role)).toEqual(ROLES);
    expect(askerOfKept({}).world.sight.role).toBe('VISITOR');
  });

  it.each(ROLES)('get the answers that plain resolvers over rows in memory give, asked as %s', async (role) => {
    const asker = askers.get(role)!;
    const before = { ...count };
    const property = fc.asyncProperty(documents(asker.schema, asker.seen), async (plan) => {
      const made = keepable(asker.schema, plan);
      try {
        await run(asker, made, plan.trusted);
      } catch (error) {
        throw new Error(`${String(error)}\nTo be kept: ${JSON.stringify({ why: '', role, seed: SEED, ...made })}`, { cause: error });
      }
    });
    console.info(`Random documents as ${role}: READER_SEED=${SEED}`);
    await fc.assert(property, { numRuns: Math.ceil(RUNS / ROLES.length), seed: SEED, endOnFailure: false, includeErrorInReport: true });
    console.info(`Random documents until ${role}: ${JSON.stringify(count)}`);
    expect(count.tooComplex - before.tooComplex).toBeLessThan((count.documents - before.documents) * 0.1);
    expect(count.answered - before.answered).toBeGreaterThan(count.documents - before.documents);
  }, 60_000 + RUNS * 200);

  it.each([
    '{ members(first: 100) { totalCount nodes { id } } }', '{ registrations(first: 100) { nodes { id can { validate withdraw answerOffer } } } }',
    '{ trainingSessions(first: 100, filter: { states: [DRAFT] }) { totalCount } }', '{ trainingSessions(first: 100) { nodes { id can { edit cancel archive } } } }',
  ])('are found to be answered to the wrong person: %s', async (text) => {
    const [officer, adviser] = [askers.get('SCAC')!, askers.get('ADVISER')!];
    const made = { text, runs: [{ variables: {}, locale: 'en' as const, mayBeRefused: false }] };
    await run(adviser, made, false);
    await expect(run({ ...adviser, answer: officer.answer }, made, false)).rejects.toThrow(/differ/);
  });

  it.each(LOCALE_TAGS)('find the sessions of which something is not said in %s, as far as who asks sees it', async (language) => {
    const text = `{ trainingSessions(first: 100, filter: { untranslatedIn: "${language}", states: [DRAFT, OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] }) { totalCount nodes { id } } }`;
    for (const asker of askers.values()) await run(asker, { text, runs: [{ variables: {}, locale: 'en', mayBeRefused: false }] }, false);
  });

  it('show each of those who ask something that the one before does not see', () => {
    const { VISITOR, NGO_COORDINATOR, SCAC, ADVISER } = Object.fromEntries(askers) as Readonly<Record<Role, Asker>>;
    const seen = (asker: Asker, type: string): number => asker.world.ordered(type, World.sorts(type)[0]!, 'en').length;
    expect(seen(VISITOR, 'NetworkMember')).toBe(0);
    expect(seen(NGO_COORDINATOR, 'NetworkMember')).toBeGreaterThan(0);
    expect(seen(SCAC, 'TrainingSession')).toBeGreaterThanOrEqual(seen(NGO_COORDINATOR, 'TrainingSession'));
    expect(seen(SCAC, 'Organisation')).toBeGreaterThan(seen(VISITOR, 'Organisation'));
    for (const type of ['NetworkMember', 'Invitation', 'Registration', 'TrainingSession']) expect(seen(ADVISER, type), type).toBeGreaterThan(seen(SCAC, type));
  });
});
