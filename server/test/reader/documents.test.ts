/**
 * Random documents over the real schema, each run twice with other variables and in another language, against plain
 * resolvers over rows in memory. `READER_RUNS` says how many; `READER_SEED` repeats a run.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DocumentNode, parse, validate } from 'graphql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from './engine.ts';
import { filler } from './fill.ts';
import { documents, type DocumentPlan } from './plans.ts';
import { print } from './print.ts';
import { reference } from './reference.ts';
import { openClient } from './rows.ts';
import { World } from './world.ts';

const RUNS = Number(process.env.READER_RUNS ?? 1_200);
const SEED = process.env.READER_SEED ? Number(process.env.READER_SEED) : undefined;

interface KeptRun {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly mayBeRefused: boolean;
}

/** A document with placeholders, as it failed once. */
interface Kept {
  readonly why: string;
  readonly text: string;
  readonly operationName?: string;
  readonly runs: readonly KeptRun[];
}

/** Texts that are empty, and texts that are hard to write as JSON, where the data that comes with the server has none. */
const SPOIL = `
  update training_session_translation x set title = '' from training_session s where s.uuid = x.session_uuid and x.locale <> s.source_locale and hashtext(x.session_uuid || x.locale) % 5 = 0;
  update training_session_translation set summary = '' where hashtext(locale || session_uuid) % 4 = 0;
  update term_name set name = '' where locale <> 'en' and hashtext(term_code || locale) % 6 = 0;
  update term_name set name = e'"' || name || e'"\\\\ \n\t\u2028😀' where hashtext(term_code || locale) % 6 = 1;
  update country_translation set official_name = '', name_note = 'a note' where hashtext(country_code || locale) % 3 = 0`;

const kept = JSON.parse(readFileSync(new URL('kept-seeds.json', import.meta.url), 'utf8')) as { readonly documents: readonly Kept[] };

const engine = testEngine('full');
let client: pg.Client;
let world: World;
let answer: ReturnType<typeof reference>;
let fill: ReturnType<typeof filler>;
const count = { documents: 0, answered: 0, refused: 0, tooComplex: 0, bytes: 0 };

/** Learns from the reader which cursor stands for which row, in every list, order and language. */
async function learnCursors(): Promise<void> {
  const lists: Readonly<Record<string, string>> = { Expert: 'experts', Organisation: 'organisations', Recommendation: 'recommendations', Term: 'terms', TrainingSession: 'trainingSessions' };
  for (const [type, list] of Object.entries(lists)) {
    for (const sort of World.sorts(type)) {
      const all = type === 'TrainingSession' ? ', filter: { states: [OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] }' : '';
      const text = `query ($after: String) { page: ${list}(first: 100, after: $after, sort: ${sort}${all}) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }`;
      const document = parse(text);
      for (const locale of LOCALE_TAGS) {
        const walked: string[] = [];
        let info: { endCursor: string | null; hasNextPage: boolean } = { endCursor: null, hasNextPage: true };
        while (info.hasNextPage && walked.length <= world.ordered(type, sort, locale).length) {
          const { data } = await engine().ask(document, { variables: { after: info.endCursor }, locale });
          for (const edge of at<{ cursor: string; node: { id: string } }[]>(data, 'page.edges')) {
            const id = edge.node.id.slice(type.length + 1);
            world.learn(edge.cursor, { type, sort, locale, id });
            walked.push(id);
          }
          info = at(data, 'page.pageInfo');
        }
        expect(walked).toEqual(world.ordered(type, sort, locale));
      }
    }
  }
}

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  await client.query(SPOIL);
  world = await World.load(client);
  answer = reference(engine().schema, world);
  fill = filler(world);
  await learnCursors();
}, 120_000);

afterAll(async () => {
  await client?.end();
});

/** Runs a document in the reader and in the reference and compares: values, the order of keys, the statements that ran. */
async function compare(document: DocumentNode, operationName: string | undefined, { variables, locale, mayBeRefused }: KeptRun, trusted: boolean): Promise<void> {
  const expected = await answer({ document, operationName, variables, locale });
  let given;
  try {
    given = await engine().ask(document, { variables, locale, trusted, ...(operationName && { operationName }) });
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

async function run({ text, operationName, runs }: Omit<Kept, 'why'>, trusted: boolean): Promise<void> {
  const document = parse(fill(text, runs[0]!.locale));
  const problems = validate(engine().schema, document);
  if (problems.length > 0) throw new Error(`The generator made an invalid document:\n${problems.map(String).join('\n')}`);
  for (const one of runs) {
    const variables = JSON.parse(fill(JSON.stringify(one.variables), one.locale)) as Record<string, unknown>;
    await compare(document, operationName, { ...one, variables }, trusted);
  }
  count.documents += 1;
}

/** A plan as it would be kept: its text and variables, with placeholders. */
function keepable(plan: DocumentPlan): Omit<Kept, 'why'> {
  const { text, operationName, runs } = print(engine().schema, plan);
  return {
    text, ...(operationName && { operationName }),
    runs: runs.map((one, i) => ({ ...one, locale: LOCALE_TAGS[plan.locales[i]!]! })),
  };
}

describe('random documents', () => {
  it.each(kept.documents.map((entry) => [entry.why, entry] as const))('are still answered where they failed once: %s', async (_why, entry) => {
    await run(entry, false);
    await run(entry, true);
  });

  it('get the answers that plain resolvers over rows in memory give', async () => {
    const property = fc.asyncProperty(documents(engine().schema), async (plan) => {
      const made = keepable(plan);
      try {
        await run(made, plan.trusted);
      } catch (error) {
        throw new Error(`${String(error)}\nTo be kept: ${JSON.stringify(made)}`, { cause: error });
      }
    });
    await fc.assert(property, { numRuns: RUNS, ...(SEED !== undefined && { seed: SEED }), endOnFailure: false, includeErrorInReport: true });
    console.info(`Random documents: ${JSON.stringify(count)}`);
    expect(count.tooComplex).toBeLessThan(count.documents * 0.1);
    expect(count.answered).toBeGreaterThan(count.documents);
  }, 60_000 + RUNS * 200);
});
