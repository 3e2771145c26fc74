/** Every field about persons × every role × every path, with the rows that are there: whoever is not meant to see one is answered as if there were none. */
import { getNamedType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import type { Expectation } from './expectations.ts';
import { FIELDS } from './field-expectations.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { SESSION_ROWS } from './session-rows.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let schema: GraphQLSchema;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
const NOBODY = '00000000-0000-0000-0000-000000000000';
const emailOf = (role: Role): string => (role === 'visitor' ? 'nobody' : PEOPLE[role]);

/** What a role answers for, of places with `role`, `country` and `organisation`: said once more, in other words than the readers and the rules of rows say it. */
function answersFor(role: Role): string {
  const ngo = `role in ('NGO_COORDINATOR', 'NGO_MEMBER')`;
  if (ADVISERS.includes(role)) return 'true';
  if (role === 'scac' || role === 'ssi') return `${ngo} and country = 'RS'`;
  if (role === 'scacElsewhere') return `${ngo} and country = 'AL'`;
  return role === 'ngoCoordinator' ? `${ngo} and organisation = (select organisation_slug from member join person on person.id = person_id where email = '${PEOPLE.ngoCoordinator}')` : 'false';
}

const placed = (table: string) => (role: Role): string => `
  select id from (select t.uuid as id, t.role, coalesce(t.country_code, o.country_code) as country, t.organisation_slug as organisation from ${table} t left join organisation o on o.slug = t.organisation_slug) placed
  where ${answersFor(role)}`;
const COUNTRIES: Readonly<Partial<Record<Role, string>>> = { scac: 'RS', ssi: 'RS', scacElsewhere: 'AL', adviser: 'MD', assistant: 'MD' };
const own = (table: string, id: string) => (role: Role): string => `select t.${id} as id from ${table} t join person p on p.id = t.person_id where p.email = '${emailOf(role)}' and p.suspended_at is null`;

interface Rows {
  readonly table: string;
  readonly key: string;
  readonly expect: Expectation;
  /** The rows that a role may see, as SQL. */
  readonly due: (role: Role) => string;
  /** The query that lists them, if any. */
  readonly list?: string;
}

/** The types that have ids, and to whom each of their rows is open. In Moldova no embassy has an account, so that the adviser decides there. */
const TYPES: Readonly<Record<string, Rows>> = {
  NetworkMember: { table: 'member', key: 'uuid', expect: 'THEIRS', list: 'members', due: placed('member') },
  Invitation: { table: 'invitation', key: 'uuid', expect: 'THEIRS', list: 'invitations', due: placed('invitation') },
  AccessRequest: { table: 'access_request', key: 'uuid', expect: 'THEIRS', list: 'accessRequests', due: (role) => `select uuid as id from access_request where confirmed_at is not null and country_code = '${COUNTRIES[role] ?? ''}'` },
  AuditEntry: { table: 'audit_entry', key: 'uuid', expect: 'ADVISER', list: 'auditEntries', due: (role) => `select uuid as id from audit_entry where ${ADVISERS.includes(role)}` },
  AvailabilityCall: { table: 'availability_call', key: 'uuid', expect: 'ADVISER', list: 'availabilityCalls', due: (role) => `select uuid as id from availability_call where ${ADVISERS.includes(role)}` },
  AvailabilityRequest: { table: 'availability_request', key: 'uuid', expect: 'ADVISER', due: (role) => `select c.uuid as id from availability_request c join expert e on e.uuid = c.expert_uuid where ${ADVISERS.includes(role)} or e.person_id = (select id from person where email = '${role === 'visitor' || role === 'suspended' ? '' : PEOPLE[role]}')` },
  Clearance: { table: 'clearance', key: 'uuid', expect: 'ADVISER', due: (role) => `select c.uuid as id from clearance c join expert e on e.uuid = c.expert_uuid where ${ADVISERS.includes(role)} or e.person_id = (select id from person where email = '${role === 'visitor' || role === 'suspended' ? '' : PEOPLE[role]}')` },
  Consultation: { table: 'consultation', key: 'uuid', expect: 'THEIRS', due: (role) => `select c.uuid as id from consultation c where ${ADVISERS.includes(role)} or (c.is_latest and c.country_code = '${({ scac: 'RS', ssi: 'RS', scacElsewhere: 'AL' } as Partial<Record<Role, string>>)[role] ?? ''}')` },
  DataRequest: { table: 'data_request', key: 'uuid', expect: 'ADVISER', list: 'dataRequests', due: (role) => (ADVISERS.includes(role) ? 'select uuid as id from data_request' : own('data_request', 'uuid')(role)) },
  Passkey: { table: 'passkey', key: 'uuid', expect: 'OWN', due: own('passkey', 'uuid') },
  SignInSession: { table: 'sign_in_session', key: 'id', expect: 'OWN', due: own('sign_in_session', 'id') },
  CalendarLink: { table: 'calendar_link', key: 'uuid', expect: 'OWN', due: own('calendar_link', 'uuid') },
};

/** The fields of a type that the expectations name, as a selection. */
function selectionOf(type: string): string {
  const fields = (schema.getType(type) as unknown as { getFields(): Record<string, { type: never }> }).getFields();
  return Object.keys(FIELDS[type]!).map((name) => (isLeafType(getNamedType(fields[name]!.type)) ? name : `${name} { __typename }`)).join(' ');
}

async function idsOf(statement: string): Promise<string[]> {
  return (await sql<{ id: string }>(statement)).map(({ id }) => id).sort();
}

beforeAll(async () => {
  schema = await createSchema();
  headers = await signEverybodyIn(server());
  await sql(`update person set suspended_at = now() where email in ('scac.md@passerelle.example', 'ssi.md@passerelle.example')`);
  await sql(`insert into access_request (uuid, country_code, organisation_name, name, email, role, message, locale, secret_hash, confirmed_at) values (gen_random_uuid(), 'MD', 'N', 'N', 'n@ngo.example', 'NGO_MEMBER', '', 'ro', 'hash', now()), (gen_random_uuid(), 'RS', 'N', 'N', 'unconfirmed@ngo.example', 'NGO_MEMBER', '', 'fr', 'other', null)`);
  for (const email of [...Object.values(PEOPLE), 'ssi.al@passerelle.example']) {
    await sql(`insert into data_request (uuid, person_id, kind, text, due_on) select gen_random_uuid(), id, 'OBJECT', 'The list', current_date from person where email = ?`, [email]);
    await sql(`insert into passkey (uuid, person_id, name, credential_id, public_key, counter) select gen_random_uuid(), id, 'Telephone', email, 'key', 0 from person where email = ?`, [email]);
    await sql(`insert into authenticator (uuid, person_id, secret, last_step) select gen_random_uuid(), id, 'sealed', 0 from person where email = ?`, [email]);
    await sql(`insert into calendar_link (uuid, person_id, locale, secret_hash) select gen_random_uuid(), id, 'fr', email from person where email = ?`, [email]);
    await sql(`insert into sign_in_account (id, person_id, account_id, provider_id, created_at, updated_at) select gen_random_uuid(), id, email, 'provider', now(), now() from person where email = ?`, [email]);
  }
  await sql(`update sign_in_session set key = 'PASSKEY', key_shown_at = now()`);
  keysOfPeople.push(...(await idsOf(`select id from person where email in ('${PEOPLE.adviser}', '${PEOPLE.expert}')`)).map((id) => `"${id}"`));
});

test.each(Object.entries(TYPES))('of %s every field is expected to be open to the same as its rows, or by consent', (type, { expect: expectation }) => {
  expect([...new Set(Object.values(FIELDS[type]!))].filter((one) => one !== expectation && one !== 'CONSENT')).toEqual([]);
});

/** These are asked with rows of their own (`session-fields.long.test.ts`, and files of answers and likely doubles beside their code). */
const ASKED_THERE = [...Object.keys(SESSION_ROWS), 'Appraisal', 'DoneMission', 'LegPerson', 'Meeting', 'MeetingPerson', 'Mission', 'MissionReport', 'PublicationDecision', 'MissionPhoto', 'PhotoDecision', 'PublishedPhoto', 'MissionMember', 'PlanSearch', 'MissionStay', 'MissionCost', 'MissionPaper', 'LegContact', 'OwnLeg', 'OwnLegContact', 'OwnMeeting', 'OwnMeetingLanguage', 'OwnJourney', 'Practice', 'PracticeTranslation', 'Publication', 'CommonNeed', 'CommonNeedStep', 'NeedsApart', 'Need', 'NeedStep', 'Project', 'ProjectStep', 'RecommendationProgress', 'CooperationRequest', 'CooperationRequestOpinion', 'CooperationRequestStep', 'SlotOffer', 'AnswerFile', 'LikelyDouble', 'VerifiedCertificate'];

test('the types that have no id are reached through one’s own account alone', () => {
  const others = Object.keys(FIELDS).filter((type) => !(type in TYPES) && !ASKED_THERE.includes(type)).sort();
  expect(others).toEqual(['Authenticator', 'ClearanceFile', 'ContactPerson', 'Expert', 'ExpertContact', 'ExpertLanguage', 'ExpertPhoto', 'ExpertSheet', 'ExpertTranslation', 'Member', 'Opinion', 'OwnCapacity', 'Person', 'SheetProposal', 'SignInAccount']);
  for (const type of ['Authenticator', 'Member', 'OwnCapacity', 'SignInAccount']) expect(new Set(Object.values(FIELDS[type]!))).toEqual(new Set(['OWN']));
});

describe.each(ROLES)('%s', (role) => {
  test.each(Object.entries(TYPES))('by its id sees a %s with all its fields, or nothing at all', async (type, { table, key, due }) => {
    const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selectionOf(type)} } } }`;
    const node = (id: string) => ask(server(), document, { id: `${type}_${id}` }, headers[role]);
    const open = await idsOf(due(role));
    const closed = (await idsOf(`select ${key} as id from ${table}`)).filter((id) => !open.includes(id));
    for (const id of open.slice(0, 5)) {
      const { data, errors } = await node(id);
      expect(errors).toBeUndefined();
      expect(Object.keys(data!.node as object).sort()).toEqual(Object.keys(FIELDS[type]!).sort());
    }
    const absent = await node(NOBODY);
    expect(absent.data).toEqual({ node: null });
    for (const id of closed.slice(0, 5)) expect((await node(id)).text).toBe(absent.text);
    expect(open.length + closed.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(TYPES).filter(([, { list }]) => list))('lists, counts, sorts and filters no other %s', async (_type, { list, due }) => {
    const open = await idsOf(due(role));
    for (const args of ['', ...sortsOf(list!), ...filtersOf(list!)]) {
      const { data, errors } = await ask(server(), `{ all: ${list}(first: 100${args}) { totalCount nodes { id } edges { node { id } } } end: ${list}(last: 100${args}) { nodes { id } } }`, {}, headers[role]);
      expect([args, errors]).toEqual([args, undefined]);
      const { all, end } = data as Record<'all' | 'end', { totalCount: number; nodes: { id: string }[]; edges: { node: { id: string } }[] }>;
      const found = all.nodes.map(({ id }) => id.slice(id.indexOf('_') + 1)).sort();
      expect([args, found.filter((id) => !open.includes(id))]).toEqual([args, []]);
      expect([all.edges.map(({ node }) => node.id), end.nodes.length]).toEqual([all.nodes.map(({ id }) => id), Math.min(all.totalCount, 100)]);
      if (!args.includes('filter')) expect(all.totalCount).toBe(open.length);
      else if (all.totalCount <= 100) expect(all.totalCount).toBe(found.length);
    }
  });

  test('sees in their own account what is theirs, and all of it', async () => {
    const { data, errors } = await ask(server(), `{ viewer { ${viewerSelection()} } }`, {}, headers[role]);
    expect(errors).toBeUndefined();
    if (OUTSIDERS.includes(role)) return expect(data).toEqual({ viewer: null });
    const viewer = data!.viewer as Record<string, { id: string }[]>;
    expect(viewer.email).toBe(emailOf(role));
    for (const [field, type] of [['sessions', 'SignInSession'], ['passkeys', 'Passkey'], ['calendarLinks', 'CalendarLink'], ['dataRequests', 'DataRequest']] as const) {
      const open = ADVISERS.includes(role) && type === 'DataRequest' ? await idsOf(own('data_request', 'uuid')(role)) : await idsOf(TYPES[type]!.due(role));
      expect(viewer[field]!.map(({ id }) => id.slice(id.indexOf('_') + 1)).sort()).toEqual(open);
    }
    expect([viewer.authenticator, viewer.agentIdentity, viewer.memberships?.length]).toEqual([expect.anything(), expect.anything(), 1]);
  });

  test('sees of others through whatever leads to them who they are, and nothing of how they sign in', async () => {
    const { data } = await ask(server(), `{ auditEntries(first: 20) { nodes { by { ${viewerSelection()} } about { ${viewerSelection()} } } } dataRequests(first: 20) { nodes { person { ${viewerSelection()} } } } }`, {}, headers[role]);
    const { auditEntries, dataRequests } = data as Record<string, { nodes: Record<string, Record<string, unknown> | null>[] }>;
    const others = [...auditEntries!.nodes.flatMap(({ by, about }) => [by, about]), ...dataRequests!.nodes.map(({ person }) => person)].filter((person) => person !== null && person!.email !== emailOf(role)) as Record<string, unknown>[];
    expect(others.length > 0).toBe(ADVISERS.includes(role));
    for (const person of others) for (const [field, expectation] of Object.entries(FIELDS.Person!)) {
      if (expectation === 'OWN') expect([field, person[field]]).toEqual([field, Array.isArray(person[field]) ? [] : null]);
    }
  });
});

/** All fields of a person, with what is below them. */
function viewerSelection(): string {
  return `name email locale isDemonstration emailVisibility can { invite { role } } agentIdentity { ${selectionOf('SignInAccount')} } authenticator { ${selectionOf('Authenticator')} } memberships { ${selectionOf('Member')} }
    passkeys { ${selectionOf('Passkey')} } calendarLinks { ${selectionOf('CalendarLink')} } calendarPosts { code } registersFor { ${selectionOf('Member')} } takesPartAs { ${selectionOf('OwnCapacity')} } contactVisibility contactChosenAt sheet { nameVisibility } sessions { ${selectionOf('SignInSession')} } dataRequests { id }`;
}

function argumentOf(list: string, name: string): GraphQLInputType {
  return schema.getQueryType()!.getFields()[list]!.args.find((arg) => arg.name === name)!.type;
}

/** Every way to sort a list. */
function sortsOf(list: string): string[] {
  const type = getNamedType(argumentOf(list, 'sort'));
  return isEnumType(type) ? type.getValues().map(({ name }) => `, sort: ${name}`) : [];
}

/** The keys of people, as conditions take them. */
const keysOfPeople: string[] = [];
const VALUES: Readonly<Record<string, readonly string[]>> = { UUID: keysOfPeople, Boolean: ['true', 'false'], CountryCode: ['"RS"', '"AL"', '"MD"'], NonEmptyString: ['"a"', '"e"'], DateTimeISO: ['"2020-01-01T00:00:00Z"', '"2099-01-01T00:00:00Z"'] };

/** Every condition of a list, with each value that it can have. */
function filtersOf(list: string): string[] {
  const type = getNamedType(argumentOf(list, 'filter'));
  if (!isInputObjectType(type)) throw new Error(`${list} has no filter`);
  return Object.values(type.getFields()).flatMap((field) => {
    const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
    const named = getNamedType(bare);
    const values = isEnumType(named) ? named.getValues().map(({ name }) => name) : VALUES[named.name];
    if (!values) throw new Error(`No values for ${list}.${field.name}`);
    return values.map((value) => `, filter: { ${field.name}: ${isListType(bare) ? `[${value}]` : value} }`);
  });
}
