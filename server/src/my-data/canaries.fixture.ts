/** People who are filled everywhere: a row, or more, in every table that leads to a person, whose every column about them says something that nobody else's does. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { declarations, type TableWay, waysOf } from '../core/personal/index.ts';
import { chanceOf, CONSULTATION, type Given, GIVEN, GIVEN_TO, groupOf, keyOf, needOf, progressOf, projectOf, OTHER, personOf, requestOf, sheetOf } from './canary-rows.fixture.ts';

export interface Filled {
  readonly id: string;
  readonly email: string;
  /** What is said of this person alone, wherever it stands: their key, their address, and the texts of their rows. */
  readonly canaries: readonly string[];
}

type Column = Readonly<{ name: string; type: string; /** Whether the database makes it of the others. */ isMade: boolean }>;

const SESSION = { source_locale: 'en', theme_code: 'ASSISTANCE', format: 'ONLINE', starts_at: '2099-01-01', ends_at: '2099-01-02', time_zone: 'Europe/Paris', places: 1, stage: 'DRAFT' };

/** What others lead to, and what leads to rows of nearly all others. */
const FIRST = ['person', 'expert', 'mission_member', 'mission_stay', 'mission_paper'];
const LAST = 'answer_file';
const HOUR = 3_600_000;
const emailOf = (n: number): string => `canary-${n}@example.org`;

/** What a row has to say beside what it says of people, and the rows that have to stand beside it. */
const BESIDE: Readonly<Record<string, (key: string) => { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] }>> = {
  training_session: (uuid) => ({ row: { uuid, ...SESSION }, rows: [['training_session_translation', { session_uuid: uuid, locale: 'en', title: 'A session' }]] }),
  mission: (uuid) => ({ row: { uuid, source_locale: 'en', starts_on: '2098-11-08', ends_on: '2098-11-12' }, rows: [['mission_translation', { mission_uuid: uuid, locale: 'en', title: 'A mission' }]] }),
  // Of the mission that they have prepared.
  mission_report: (uuid) => ({ row: { mission_uuid: uuid, source_locale: 'en' }, rows: [['mission_report_translation', { mission_uuid: uuid, locale: 'en', summary: 'A summary' }]] }),
  availability_call: (uuid) => ({ row: { uuid, source_locale: 'en', from_on: '2098-11-08', until_on: '2098-11-12', answers_until: '2098-11-01' }, rows: [['availability_call_translation', { call_uuid: uuid, locale: 'en', title: 'A call' }]] }),
  need: (key) => needOf(key.replace('-7000-', '-4000-')),
  recommendation_progress: (key) => progressOf(key.replace('-7000-', '-4000-')), common_need: (key) => groupOf(key.replace('-7000-', '-4000-')), project: (key) => projectOf(key.replace('-7000-', '-4000-')), cooperation_request: (key) => requestOf(key.replace('-7000-', '-4000-')),
  session_document: (uuid) => ({ row: { uuid }, rows: [['session_document_translation', { document_uuid: uuid, locale: 'en', title: 'A document' }]] }),
};

const addWhole = (em: EntityManager, table: string, { row, rows }: ReturnType<typeof needOf>): Promise<void> => em.transactional(async (transaction) => {
  for (const [name, values] of [[table, row] as const, ...rows]) await insert(transaction, name, values);
});

const addSession = (em: EntityManager, row: Given): Promise<void> => addWhole(em, 'training_session', { row, rows: [['training_session_translation', { session_uuid: row.uuid, locale: 'en', title: 'A session' }]] });

/** A mission with one leg, of the same key. */
async function addLeg(em: EntityManager, uuid: string): Promise<void> {
  await insert(em, 'mission', { uuid, source_locale: 'en', starts_on: '2098-11-08', ends_on: '2098-11-12' });
  await insert(em, 'mission_translation', { mission_uuid: uuid, locale: 'en', title: 'A mission' });
  await insert(em, 'mission_leg', { uuid, mission_uuid: uuid, source_locale: 'en', country_code: 'RS', city_code: 'belgrade', starts_on: '2098-11-08', ends_on: '2098-11-09', position: 1 });
  await insert(em, 'mission_leg_translation', { leg_uuid: uuid, locale: 'en', purpose: 'A leg' });
}

/** A mission in March 2026 that is reported on, with one leg of the same key. */
async function addOver(em: EntityManager, uuid: string): Promise<void> {
  const days = { starts_on: '2026-03-09', ends_on: '2026-03-10' };
  await insert(em, 'mission', { uuid, source_locale: 'en', stage: 'REPORTED', ...days });
  await insert(em, 'mission_translation', { mission_uuid: uuid, locale: 'en', title: 'A mission' });
  await insert(em, 'mission_leg', { uuid, mission_uuid: uuid, source_locale: 'en', country_code: 'RS', city_code: 'belgrade', ...days, position: 1 });
  await insert(em, 'mission_leg_translation', { leg_uuid: uuid, locale: 'en', purpose: 'A leg' });
}

/** What has to stand there before rows of a table. */
const BEFORE: Readonly<Record<string, (em: EntityManager, n: number) => Promise<unknown>>> = {
  // Somebody of the same address who was at a session that is over.
  certificate: (em, n) => em.transactional(async (transaction) => {
    const [registration, session, participant] = ['1', '2', '3'].map((table) => keyOf(table, n));
    const of = { organisation_slug: 'astra', country_code: 'AL', sector: 'CIVIL_SOCIETY', email: emailOf(n) };
    await addSession(transaction, { uuid: session, ...SESSION, stage: 'OPEN', starts_at: new Date(Date.now() - 5 * HOUR), ends_at: new Date(Date.now() - HOUR) });
    await insert(transaction, 'participant', { uuid: participant, ...of, name: `canary-${n}-certificate-name-0`, locale: 'uk' });
    await insert(transaction, 'registration', { uuid: registration, session_uuid: session, participant_uuid: participant, ...of, mode: 'ONLINE', state: 'CONFIRMED', submission: registration, consented_at: '2026-11-20' });
    await transaction.execute(`insert into presence (registration_uuid, day, session_uuid, state, decided_at) select ?, d, uuid, 'PRESENT', now() from training_session s, unnest(session_days(s.starts_at, s.ends_at, s.time_zone)) d where uuid = ?`, [registration, session]);
  }),
  // A session has its row from the beginning on: the one that is filled takes its place.
  session_evaluation: (em, n) => em.transactional(async (transaction) => {
    const uuid = keyOf('8', n);
    await addSession(transaction, { uuid, ...SESSION, stage: 'OPEN' });
    await transaction.execute('delete from session_evaluation where session_uuid = ?', [uuid]);
  }),
  project_step: (em, n) => addWhole(em, 'project', projectOf(chanceOf('2', n))), project_expert: (em, n) => addWhole(em, 'project', projectOf(chanceOf('3', n))),
  need_step: (em, n) => addWhole(em, 'need', needOf(chanceOf('2', n))), common_need_step: (em, n) => addWhole(em, 'common_need', groupOf(chanceOf('4', n), 2)),
  cooperation_request_step: (em, n) => addWhole(em, 'cooperation_request', requestOf(chanceOf('7', n))), cooperation_request_opinion: (em, n) => addWhole(em, 'cooperation_request', requestOf(chanceOf('6', n))), needs_apart: (em, n) => addWhole(em, 'need', needOf(chanceOf('4', n))).then(() => addWhole(em, 'need', needOf(chanceOf('5', n)))),
  registration: (em, n) => addSession(em, { uuid: keyOf('d', n), ...SESSION, stage: 'OPEN' }), session_invitation: (em, n) => addSession(em, { uuid: keyOf('4', n), ...SESSION, stage: 'OPEN' }), session_document: (em, n) => addSession(em, { uuid: keyOf('5', n), ...SESSION }),
  file_check: async (em, n) => {
    const uuid = keyOf('b', n);
    await addSession(em, { uuid, ...SESSION });
    await addWhole(em, 'session_document', { row: { uuid, session_uuid: uuid, source_locale: 'en', kind: 'PDF', visibility: 'TRAINERS', size: 1 }, rows: [['session_document_translation', { document_uuid: uuid, locale: 'en', title: 'A document' }]] });
  },
  consultation: (em, n) => em.transactional((transaction) => addLeg(transaction, chanceOf('c', n))),
  opinion: (em, n) => em.transactional(async (transaction) => {
    const uuid = chanceOf('d', n);
    await addLeg(transaction, uuid);
    await insert(transaction, 'consultation', { ...CONSULTATION, uuid, leg_uuid: uuid });
  }),
  availability_request: (em, n) => em.transactional(async (transaction) => {
    await insert(transaction, 'availability_call', { uuid: keyOf('9', n), source_locale: 'en', from_on: '2098-11-08', until_on: '2098-11-09', answers_until: '2098-11-01' });
    await insert(transaction, 'availability_call_translation', { call_uuid: keyOf('9', n), locale: 'en', title: 'A call' });
  }),
  leg_contact: (em, n) => em.transactional(async (transaction) => {
    await addLeg(transaction, chanceOf('a', n));
    await transaction.execute(`update mission set stage = 'PLANNED' where uuid = ?`, [chanceOf('a', n)]);
  }),
  slot_offer: (em, n) => em.transactional(async (transaction) => {
    const uuid = chanceOf('3', n);
    await addLeg(transaction, uuid);
    await transaction.execute(`update mission set stage = 'PLANNED' where uuid = ?`, [uuid]);
    await insert(transaction, 'meeting', { uuid, leg_uuid: uuid, source_locale: 'en', host_name: 'A host', category: 'POLICE', minutes: 60 });
    await insert(transaction, 'meeting_translation', { meeting_uuid: uuid, locale: 'en', subject: 'A meeting' });
  }),
  mission_member: (em, n) => em.transactional(async (transaction) => {
    for (const uuid of [chanceOf('b', n), chanceOf('b', n + OTHER)]) {
      await addLeg(transaction, uuid);
      await transaction.execute(`update mission set stage = 'PLANNED' where uuid = ?`, [uuid]);
    }
  }),
  publication_decision: (em, n) => em.transactional(async (transaction) => {
    await addOver(transaction, chanceOf('e', n));
    await insert(transaction, 'mission_publication', { uuid: chanceOf('e', n), first_month: '2026-03-01', last_month: '2026-03-01' });
  }),
  // Of a mission of which something is published.
  photo_decision: (em, n) => em.transactional(async (transaction) => {
    const uuid = chanceOf('9', n);
    const photo = { uuid, source_locale: 'en', position: 1, width: 1, height: 1, size: 1, bytes: Buffer.from('x') };
    await addOver(transaction, uuid);
    await insert(transaction, 'mission_publication', { uuid, first_month: '2026-03-01', last_month: '2026-03-01' });
    await insert(transaction, 'publication_decision', { mission_uuid: uuid, publication_uuid: uuid, has_summary: true, has_days: false, countries: '{RS}', results: '{}', findings: '{}', mission_version: 2 });
    await insert(transaction, 'mission_photo', { ...photo, mission_uuid: uuid });
    await insert(transaction, 'published_photo', { ...photo, publication_uuid: uuid });
    for (const table of ['mission_photo_translation', 'published_photo_translation']) await insert(transaction, table, { photo_uuid: uuid, locale: 'en', caption: 'A photo' });
  }),
  appraisal: (em, n) => em.transactional(async (transaction) => {
    const uuid = chanceOf('f', n);
    await addOver(transaction, uuid);
    await insert(transaction, 'mission_member', { uuid, mission_uuid: uuid, expert_uuid: sheetOf(n), role: 'POLICE' });
    await insert(transaction, 'mission_stay', { member_uuid: uuid, leg_uuid: uuid, arrives_at: '2026-03-09 09:00', leaves_at: '2026-03-10 18:00' });
  }),
  meeting_member: (em, n) => em.transactional(async (transaction) => {
    await insert(transaction, 'meeting', { uuid: chanceOf('b', n), leg_uuid: chanceOf('b', n), source_locale: 'en', host_name: 'A host', category: 'POLICE', minutes: 60 });
    await insert(transaction, 'meeting_translation', { meeting_uuid: chanceOf('b', n), locale: 'en', subject: 'A meeting' });
  }),
  mission_traveller: async (em, n) => {
    await insert(em, 'mission_travel', { uuid: keyOf('a', n), mission_uuid: chanceOf('b', n), mode: 'TRAIN', from_city_code: 'paris', to_city_code: 'vienna', departs_at: '2098-11-01 08:00', arrives_at: '2098-11-01 20:00' });
  },
  session_part_trainer: (em, n) => em.transactional(async (transaction) => {
    const [part, session] = [keyOf('8', n), keyOf('9', n)];
    await addSession(transaction, { uuid: session, ...SESSION });
    await insert(transaction, 'session_part', { uuid: part, session_uuid: session, day: 1, starts: '09:00', ends: '10:00', format: 'ONLINE', source_locale: 'en' });
    await insert(transaction, 'session_part_translation', { part_uuid: part, locale: 'en', title: 'A part' });
  }),
  registration_answer: (em, n) => em.transactional(async (transaction) => {
    for (const [uuid, kind] of [[keyOf('6', n), 'TEXT'], [keyOf('7', n), 'DIET_ACCESS']]) {
      await insert(transaction, 'form_question', { uuid, session_uuid: keyOf('d', n), key: uuid, position: 1, kind, retention_days: 7, source_locale: 'en' });
      await insert(transaction, 'form_question_translation', { question_uuid: uuid, locale: 'en', label: 'A question' });
    }
  }),
};

/** Writes all rows of somebody. `other` is somebody who was written before, with whom rows are shared. `em` is the owner's. */
export async function fillPerson(em: EntityManager, n: number, other?: Filled): Promise<Filled> {
  const id = personOf(n);
  const email = emailOf(n);
  const canaries = [id, email];
  const ways = waysOf(declarations);
  // In one transaction: what a row must have beside it is asked when that ends.
  await em.transactional(async (transaction) => {
    for (const table of [...FIRST, ...ways.map(({ name }) => name).filter((name) => !FIRST.includes(name) && name !== LAST), LAST]) {
      const way = ways.find(({ name }) => name === table)!;
      if (!way.way?.leads) continue;
      await BEFORE[table]?.(transaction, n);
      canaries.push(...(await fillTable(transaction, way, { person: { id, email }, n, other })));
    }
  });
  return { id, email, canaries: [...new Set(canaries)] };
}

/** Writes the rows of one table, with those that have to stand beside them; gives what is to be found of them. */
async function fillTable(em: EntityManager, way: TableWay, of: Omit<Of, 'i' | 'given'>): Promise<string[]> {
  const { name: table } = way;
  const { n } = of;
  const found: string[] = [];
  for (const [i, given] of (GIVEN[table] ?? GIVEN_TO[table]?.(n) ?? [{}]).entries()) {
    const row = await rowOf(em, way, { ...of, i, given });
    found.push(...Object.values(row).flatMap((value) => (typeof value === 'string' ? (value.match(new RegExp(`canary-${n}-[\\w-]+`, 'g')) ?? []) : [])));
    const beside = BESIDE[table]?.(`0000000b-0000-7000-8000-${String(n * 10 + i).padStart(12, '0')}`);
    await insert(em, table, { ...beside?.row, ...row });
    for (const [other, values] of beside?.rows ?? []) await insert(em, other, values);
  }
  return found;
}

interface Of {
  readonly person: { readonly id: string; readonly email: string };
  readonly n: number;
  readonly i: number;
  readonly given: Given;
  readonly other: Filled | undefined;
}

async function rowOf(em: EntityManager, way: TableWay, of: Of): Promise<Record<string, unknown>> {
  const { name: table, columns } = way;
  const { n, i, given } = of;
  const known = await em.execute<Column[]>(`select column_name as name, case udt_name when '_uuid' then 'uuid[]' else data_type end as type, is_generated = 'ALWAYS' as "isMade" from information_schema.columns where table_name = ? and table_schema = ?`, [table, 'public']);
  const row: Record<string, unknown> = { ...given };
  for (const { name } of columns) {
    const { type, isMade } = known.find((column) => column.name === name)!;
    if (!isMade) row[name] = name in given ? given[name] : valueOf(type, { canary: `canary-${n}-${table}-${name}-${i}`, serial: n * 1_000 + i * 100 + Object.keys(row).length });
  }
  const [session] = table === 'session_trainer' ? await em.execute<{ uuid: string }[]>('select uuid from training_session order by uuid limit 1') : [];
  const empty = Object.entries(given).filter(([, value]) => value === null);
  return { ...row, ...leading(way, of), ...(Object.fromEntries(empty) as Given), ...(session && { session_uuid: session.uuid }) };
}

/** What leads to the person, and addresses that are theirs. */
function leading({ name: table, way }: TableWay, { person, n, other }: Of): Given {
  const addresses: Given = { ...(table === 'person' && { email: person.email }), ...(table === 'address_change' && { email: `canary-${n}-new@example.org` }), ...(table === 'mail' && { recipient: person.email }), ...(table === 'expert' && { uuid: sheetOf(n) }) };
  const values = { KEY: person.id, ADDRESS: person.email, ADDRESS_WITHIN: JSON.stringify({ email: person.email, name: `canary-${n}-${table}` }), KEY_OF_THEIRS: sheetOf(n) };
  // Of several who share a row the last is somebody else, if there is anybody.
  const leads = (way?.leads ?? []).map(({ column, holds, isOwn, alone }) => [column, isOwn || alone.length > 0 || way?.leads?.length === 1 ? values[holds] : (other?.id ?? person.id)]);
  return { ...addresses, ...(Object.fromEntries(leads) as Given) };
}

const FIXED: Readonly<Record<string, unknown>> = { boolean: true, date: '2026-11-20', 'uuid[]': '{0000000a-0000-7000-8000-000000000000}' };
function valueOf(type: string, { canary, serial }: { canary: string; serial: number }): unknown {
  if (type === 'text') return canary;
  if (type === 'uuid') return `0000000a-0000-7000-8000-${String(serial).padStart(12, '0')}`;
  if (type === 'ARRAY') return `{${canary}}`;
  if (type === 'jsonb') return JSON.stringify([canary]);
  if (type.endsWith('multirange')) return '{}';
  if (Object.hasOwn(FIXED, type)) return FIXED[type];
  if (type.startsWith('timestamp')) return '2026-11-20T10:00:00Z';
  if (['integer', 'bigint', 'smallint'].includes(type)) return serial;
  throw new Error(`The fixture does not know what to write into a column of the type ${type}`);
}

async function insert(em: EntityManager, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row);
  await em.execute(`insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`, Object.values(row));
}

/** Every row of every table of every schema, as text. `em` is the owner's. */
export async function dumpOf(em: EntityManager): Promise<string> {
  const tables = await em.execute<{ name: string }[]>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' order by 1`);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await em.execute<{ row: string }[]>(`select t::text as row from ${name} t`);
    texts.push(`${name}\n${rows.map(({ row }) => row).join('\n')}`);
  }
  return texts.join('\n');
}

/** As if somebody who has just signed in had shown a key too, where they have one: who is filled everywhere does. `em` is the owner's. */
export async function showKey(em: EntityManager, { id }: Pick<Filled, 'id'>): Promise<void> {
  await em.execute(`update sign_in_session set key = 'PASSKEY', key_shown_at = now() where person_id = ?`, [id]);
}
