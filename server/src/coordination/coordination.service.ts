/** Entering, changing and removing what coordinates action against trafficking in a country. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import { type CoordinationFault, type CoordinationResult, fault, invalid, result } from './coordination-words.ts';
import { keepsCoordinationAs } from './coordination.policy.ts';
import { type CoordinationContent, readCoordination } from './read-coordination.ts';

/** Which one, as it was read, and who changes it; version 0 for a new one. */
export interface WhichCoordination {
  readonly person: string;
  readonly key: string;
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly isOfOwnSide: boolean;
  readonly content: CoordinationContent;
}

const CONTENT = `json_build_object('kind', c.kind, 'country', c.country_code, 'organisation', c.organisation_slug, 'name', coalesce(c.name, ''), 'locale', c.locale, 'legalBasis', coalesce(c.legal_basis, ''), 'website', coalesce(c.website, ''), 'startsOn', c.starts_on, 'endsOn', c.ends_on,
  'source', c.source, 'sourceUrl', coalesce(c.source_url, ''), 'checkedOn', c.checked_on)`;
const FIELDS = ['kind', 'country', 'organisation', 'name', 'locale', 'legalBasis', 'website', 'startsOn', 'endsOn', 'source', 'sourceUrl', 'checkedOn'] as const satisfies readonly (keyof CoordinationContent)[];
const isSame = (one: CoordinationContent, other: CoordinationContent): boolean => FIELDS.every((field) => one[field] === other[field]);
/** A UUID drawn by chance, version 4. */
const DRAWN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What is stored under a key; everybody reads it, so one that is not somebody's to change is no secret. */
async function held(em: EntityManager, key: string): Promise<Stored | undefined> {
  // Whoever changes it waits for whoever does, also where the rules of rows lock nothing for who asks.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`country_coordination ${key}`]);
  const [stored] = await em.execute<Stored[]>(`select c.version, c.is_demonstration = acts_invented() as "isOfOwnSide", ${CONTENT} as content from country_coordination c where c.code = ?`, [key]);
  return stored;
}

/** What of it the site does not know: a country, or an organisation of that country that everybody sees. */
async function unknownIn(em: EntityManager, { country, organisation }: CoordinationContent): Promise<CoordinationFault[]> {
  const [found] = await em.execute<[{ isCountry: boolean; isOrganisation: boolean }]>(
    `select exists (select from country where code = ?) as "isCountry", exists (select from organisation o where o.slug = ? and o.country_code = ? and o.is_published and (not o.is_demonstration or acts_invented())) as "isOrganisation"`, [country, organisation, country]);
  return [...(found.isCountry ? [] : [fault('COUNTRY', 'UNKNOWN')]), ...(organisation === null || found.isOrganisation ? [] : [fault('ORGANISATION', 'UNKNOWN')])];
}

/**
 * Enters it under a key that its author has drawn by chance (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written, unless it is so already. Its country stays.
 * Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveCoordination(em: EntityManager, { person, key, version }: WhichCoordination, input: CoordinationContent): Promise<CoordinationResult> {
  const [{ today }] = await em.execute<[{ today: string }]>(`select (now() at time zone 'Europe/Paris')::date::text as today`);
  const content = readCoordination(input, today);
  if (!('country' in content)) return invalid(...content);
  const as = keepsCoordinationAs(await standingsOf(em, person), content.country);
  if (as === undefined) return result('NOT_ALLOWED');
  const unknown = await unknownIn(em, content);
  if (unknown.length > 0) return invalid(...unknown);
  const stored = await held(em, key);
  if (!stored) return version === 0 ? enter(em, key, as, content) : result('GONE');
  if (stored.content.country !== content.country) return result('GONE');
  if (isSame(stored.content, content)) return result('DONE');
  if (!stored.isOfOwnSide) return result('NOT_ALLOWED');
  return stored.version === version ? change(em, key, as, content) : result('CONFLICT');
}

const COLUMNS = ['kind', 'organisation_slug', 'name', 'locale', 'legal_basis', 'website', 'starts_on', 'ends_on', 'source', 'source_url', 'checked_on', 'is_verified'];
const PLACES = ['text', 'text', 'text', 'text', 'text', 'text', 'date', 'date', 'text', 'text', 'text', 'boolean'].map((type) => `?::${type}`);
const values = ({ kind, organisation, name, locale, legalBasis, website, startsOn, endsOn, source, sourceUrl, checkedOn }: CoordinationContent): unknown[] =>
  [kind, organisation, name || null, locale, legalBasis || null, website || null, startsOn, endsOn, source, sourceUrl || null, checkedOn, checkedOn !== null];

async function enter(em: EntityManager, key: string, as: string, content: CoordinationContent): Promise<CoordinationResult> {
  if (!DRAWN.test(key)) return invalid(fault('KEY', 'UNREADABLE'));
  await em.execute(`insert into country_coordination (code, country_code, is_demonstration, changed_at, changed_as, ${COLUMNS.join(', ')}) values (?, ?, acts_invented(), now(), ?, ${PLACES.join(', ')})`, [key, content.country, as, ...values(content)]);
  return result('DONE');
}

async function change(em: EntityManager, key: string, as: string, content: CoordinationContent): Promise<CoordinationResult> {
  const written = await em.execute<unknown[]>(`update country_coordination set ${COLUMNS.map((column, n) => `${column} = ${PLACES[n]}`).join(', ')}, version = version + 1, changed_at = now(), changed_as = ? where code = ? returning 1`, [...values(content), as, key]);
  return result(written.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}

/** Removes one, as it was read: whoever has read less removes nothing. */
export async function removeCoordination(em: EntityManager, { person, key, version }: WhichCoordination): Promise<CoordinationResult> {
  const stored = await held(em, key);
  if (!stored) return result('GONE');
  if (!stored.isOfOwnSide || keepsCoordinationAs(await standingsOf(em, person), stored.content.country) === undefined) return result('NOT_ALLOWED');
  if (stored.version !== version) return result('CONFLICT');
  const removed = await em.execute<unknown[]>('delete from country_coordination where code = ? returning 1', [key]);
  return result(removed.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}
