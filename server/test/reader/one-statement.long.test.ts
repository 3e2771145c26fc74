/**
 * Each field of the root, asked as each role for all that it can give: the reader asks the database one statement for it.
 * Below a field as deep as one operation may go. How pages, filters and orders are asked for, the random documents try.
 */
import { type DocumentNode, getNamedType, type GraphQLField, type GraphQLSchema, isInterfaceType, isRequiredArgument, parse, validate } from 'graphql';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circleOf, type MemberRole } from '../../src/accounts/index.ts';
import { type Actor, VISITOR } from '../../src/core/reader/index.ts';
import { OUTSIDERS, PEOPLE, type Role, ROLES } from '../permissions/roles.ts';
import { at, engineOver, testEngine } from './engine.ts';
import { openClient } from './rows.ts';
import { below, bracketed } from './whole-selection.ts';

/** What no reader answers, and why; it asks the reader for nothing. */
const NOT_READ: Readonly<Record<string, string>> = {
  commonNeedConcepts: 'found in a thread of its own',
  commonNeedSuggestions: 'compared in a thread of its own',
  dataRegister: 'said by the code, and in no table',
  planTakeOver: 'what taking a plan over changes is done, and taken back',
  isPlanSearchOutdated: 'what would be asked now is made of all that is known of a mission',
  localMailbox: 'the mails that wait as jobs are made of them',
  myData: 'every table that holds something about somebody, by its own name',
  proofChallenge: 'made anew each time',
  recurrentJobs: 'a schedule that stands in the code, with what the queue says of it',
  secondStep: 'said by who is signed in, before they count as somebody',
  service: 'what the server was started with',
  trainingFigures: 'counted across rows that nobody here may see one by one',
};

/** Of which a demonstration has nothing yet, or nothing any more. */
const NOTHING_THERE = ['auditEntries', 'dataRequests', 'likelyDoubles', 'ownPapers', 'planSearch', 'queuedJobs', 'withdrawnLeg'];

/** What is empty unless it is asked for something. */
const ASKED_OF: Readonly<Record<string, readonly string[]>> = { projectSuggestions: ['countries: ["AL", "RS"]', 'themes: ["ASSISTANCE", "PREVENTION", "LABOUR_EXPLOITATION"]'] };

const DEEPEST = 3;
const NOBODY = '00000000-0000-7000-8000-000000000000';

const engine = testEngine('full');
let client: pg.Client;
const actors = new Map<Role, Actor>();
/** What asks for one thing of a field, at each depth: parsed once, so that its plan is made once for each circle. */
type Asking = (depth: number) => DocumentNode;
/** By field of the root, one for each thing it is asked for. */
let documents: ReadonlyMap<string, readonly Asking[]>;

function askingBy(text: (depth: number) => string): Asking {
  const made = new Map<number, DocumentNode>();
  return (depth) => {
    if (!made.has(depth)) made.set(depth, parse(text(depth), { noLocation: true }));
    return made.get(depth)!;
  };
}

type Root = GraphQLField<unknown, unknown>;
const rootsOf = (schema: GraphQLSchema): readonly Root[] => Object.values(schema.getQueryType()!.getFields());
const READ = (): readonly string[] => rootsOf(engine().schema).map(({ name }) => name).filter((name) => !Object.hasOwn(NOT_READ, name));

/** Who has an address of the demonstration; a visitor where they count as one. */
async function actorOf(role: Role): Promise<Actor> {
  if (role === 'visitor' || OUTSIDERS.includes(role)) return VISITOR;
  const { rows } = await client.query<{ person: string; role: MemberRole }>(`select p.id as person, m.role from person p join member m on m.person_id = p.id
    where p.email = $1 and m.suspended_at is null and current_date between m.since and coalesce(m.until, 'infinity')`, [PEOPLE[role]]);
  if (rows.length === 0) throw new Error(`Nobody is ${role}`);
  return { circle: circleOf(rows.map((row) => row.role)), person: rows[0]!.person, session: null };
}

/** By type, the id of the first that the adviser sees in its list. */
async function knownIds(): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const { name, type } of rootsOf(engine().schema)) {
    const [, listed] = /^(\w+)Connection$/.exec(getNamedType(type).name) ?? [];
    if (!listed || !('id' in (engine().schema.getType(listed) as { getFields(): object }).getFields())) continue;
    const { data } = await engine().ask(`{ ${name}(first: 1) { nodes { id } } }`, { actor: actors.get('adviser')! });
    const [first] = at<{ id: string }[]>(data, `${name}.nodes`);
    if (first) known.set(listed, first.id);
  }
  return known;
}

/** What its required arguments can be given: each a list of values in brackets. */
function givenTo({ name, args }: Root, ids: ReadonlyMap<string, string>, others: Readonly<Record<string, string>>): string[] {
  const [needed, ...more] = args.filter(isRequiredArgument);
  if (!needed) return [''];
  if (more.length > 0) throw new Error(`${name} has more than one argument that is required`);
  if (name === 'node') return [...ids.values()].map((id) => `(id: "${id}")`);
  const [, type] = /^The id of the (\w+)\.$/.exec(needed.description ?? '') ?? [];
  const value = type ? ids.get(type) ?? `${type}_${NOBODY}` : others[`${name}.${needed.name}`];
  if (value === undefined) throw new Error(`No value is known for ${name}(${needed.name})`);
  return [bracketed([`${needed.name}: "${value}"`])];
}

/** How many statements ran for a field, and its answer; asked for as much as one operation may. */
async function asked(of: Pick<ReturnType<typeof engine>, 'ask' | 'schema'>, make: Asking, role: Role): Promise<{ readonly statements: number; readonly answer: unknown; readonly errors: readonly unknown[] }> {
  for (let depth = DEEPEST; ; depth -= 1) {
    const document = make(depth);
    if (depth === DEEPEST && role === 'visitor') expect(validate(of.schema, document)).toEqual([]);
    try {
      const { statements, data, errors } = await of.ask(document, { actor: actors.get(role)!, locale: 'sr-Cyrl' });
      return { statements, answer: data && Object.values(data)[0], errors };
    } catch (error) {
      if (depth === 1 || (error as { extensions?: { code?: string } }).extensions?.code !== 'QUERY_TOO_COMPLEX') throw error;
    }
  }
}

/** By the name of the field, how many statements ran where it was not one. */
async function notOne(of: Parameters<typeof asked>[0], names: readonly string[], role: Role): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const name of names) {
    for (const make of documents.get(name)!) {
      const { statements, errors } = await asked(of, make, role);
      if (!Object.hasOwn(NOT_READ, name)) expect(errors, `${name} as ${role}`).toEqual([]);
      if (statements !== 1) found[name] = statements;
    }
  }
  return found;
}

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  for (const role of ROLES) actors.set(role, await actorOf(role));
  const ids = await knownIds();
  const { rows: [certificate] } = await client.query<{ number: string }>('select number from certificate limit 1');
  const others = { 'country.code': 'RS', 'instrument.code': at<{ code: string }[]>((await engine().ask('{ instruments { code } }')).data, 'instruments')[0]!.code, 'verifiedCertificate.number': certificate!.number };
  documents = new Map(rootsOf(engine().schema).map((root) => {
    const size = bracketed([...(root.args.some(({ name }) => name === 'first') ? ['first: 2'] : []), ...(ASKED_OF[root.name] ?? [])]);
    return [root.name, givenTo(root, ids, others).map((given) => {
      const [, node] = isInterfaceType(getNamedType(root.type)) ? /"(\w+?)_/.exec(given)! : [];
      const of = node === undefined ? root : { ...root, type: engine().schema.getType(node) as Root['type'] };
      return askingBy((depth) => `{ ${root.name}${size}${given}${node === undefined ? below(root, depth) : ` { __typename ... on ${node}${below(of, depth)} }`} }`);
    })] as const;
  }));
}, 60_000);

afterAll(async () => {
  await client?.end();
});

describe('a field of the root', () => {
  it.each(ROLES)('is answered by one statement, asked as %s for all that it gives', async (role) => {
    expect(await notOne(engine(), READ(), role)).toEqual({});
  }, 120_000);

  it.each(ROLES)('that no reader answers asks the reader for nothing, asked as %s', async (role) => {
    const names = Object.keys(NOT_READ);
    expect(await notOne(engine(), names, role)).toEqual(Object.fromEntries(names.map((name) => [name, 0])));
  });

  it('that is told of as one that no reader answers is there', () => {
    const there = rootsOf(engine().schema).map(({ name }) => name);
    expect(Object.keys(NOT_READ).filter((name) => !there.includes(name))).toEqual([]);
  });

  it('shows somebody something in nearly every case, so that there are rows to ask more for', async () => {
    const isEmpty = (answer: unknown): boolean => answer === null || (Array.isArray(answer) ? answer : (answer as { nodes?: unknown[] }).nodes)?.length === 0;
    const empty: string[] = [];
    for (const name of READ()) {
      const answers: unknown[] = [];
      for (const role of ['adviser', 'expert', 'scac'] as const) for (const make of documents.get(name)!) answers.push((await asked(engine(), make, role)).answer);
      if (answers.every(isEmpty)) empty.push(name);
    }
    expect(empty.sort()).toEqual(NOTHING_THERE);
  }, 120_000);

  it('for which a second statement is asked is found, as one that is not read', async () => {
    const twice = engineOver(engine().database, engine().schema, 2, (run) => async (statement) => {
      if (/"data":\{"(countries|experts)"/.test(statement.text)) await run(statement);
      return run(statement);
    });
    try {
      expect(await notOne(twice, ['countries', 'themes', 'experts'], 'scac')).toEqual({ countries: 2, experts: 2 });
      expect(await notOne(engine(), ['countries', 'trainingFigures'], 'scac')).toEqual({ trainingFigures: 0 });
    } finally {
      await twice.pool.close();
    }
  });
});
