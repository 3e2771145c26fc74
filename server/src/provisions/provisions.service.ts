/** Entering, changing, making public and removing what a country has in its law for an instrument, or has said of it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import { fault, invalid, type ProvisionFault, type ProvisionResult, result } from './provision-fault.ts';
import { keepsProvisionsAs, mayPublishProvisions } from './provisions.policy.ts';
import { type ProvisionContent, readProvision } from './read-provision.ts';

/** Which one, as it was read, and who changes it; version 0 for a new one. */
export interface WhichProvision {
  readonly person: string;
  readonly key: string;
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly content: ProvisionContent;
}

const CONTENT = `json_build_object('kind', p.kind, 'country', p.country_code, 'instrument', p.instrument_code, 'articles', (select coalesce(json_agg(a.number order by a.number collate "C"), '[]') from national_provision_article a where a.provision_uuid = p.uuid),
  'recommendations', (select coalesce(json_agg(r.recommendation_slug order by r.recommendation_slug collate "C"), '[]') from national_provision_recommendation r where r.provision_uuid = p.uuid), 'locale', p.locale, 'text', p.text, 'reference', p.reference,
  'startsOn', p.starts_on, 'endsOn', p.ends_on, 'source', p.source, 'sourceUrl', coalesce(p.source_url, ''), 'checkedOn', p.checked_on)`;
const FIELDS = ['kind', 'country', 'instrument', 'articles', 'recommendations', 'locale', 'text', 'reference', 'startsOn', 'endsOn', 'source', 'sourceUrl', 'checkedOn'] as const satisfies readonly (keyof ProvisionContent)[];
const isSame = (one: ProvisionContent, other: ProvisionContent): boolean => FIELDS.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));

/** What is stored under a key and seen by who asks; whoever changes it waits for whoever does. */
async function held(em: EntityManager, key: string): Promise<Stored | undefined> {
  const [stored] = await em.execute<Stored[]>(`select p.version, ${CONTENT} as content from national_provision p where p.uuid = ? for update of p`, [key]);
  return stored;
}

/** What of it the site does not know: a country, an instrument, an article of that instrument, a recommendation to that country, on the side of who asks. */
async function unknownIn(em: EntityManager, { country, instrument, articles, recommendations }: ProvisionContent): Promise<ProvisionFault[]> {
  const [found] = await em.execute<[{ isCountry: boolean; isInstrument: boolean; articles: number; recommendations: number }]>(
    `select exists (select from country where code = ?) as "isCountry", exists (select from instrument where code = ?) as "isInstrument",
       (select count(*)::int from instrument_article a where a.instrument_code = ? and a.number = any(array(select jsonb_array_elements_text(?::jsonb)))) as articles,
       (select count(*)::int from recommendation r where r.country_code = ? and (not r.is_demonstration or acts_invented()) and r.slug = any(array(select jsonb_array_elements_text(?::jsonb)))) as recommendations`,
    [country, instrument, instrument, JSON.stringify(articles), country, JSON.stringify(recommendations)]);
  return [
    ...(found.isCountry ? [] : [fault('COUNTRY', 'UNKNOWN')]), ...(found.isInstrument ? [] : [fault('INSTRUMENT', 'UNKNOWN')]),
    ...(found.articles === articles.length ? [] : [fault('ARTICLES', 'UNKNOWN')]), ...(found.recommendations === recommendations.length ? [] : [fault('RECOMMENDATIONS', 'UNKNOWN')]),
  ];
}

/**
 * Enters a provision under a key that its author has drawn by chance (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written, unless it is so already. Its country and its instrument stay.
 * Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveNationalProvision(em: EntityManager, { person, key, version }: WhichProvision, input: ProvisionContent): Promise<ProvisionResult> {
  const [{ today }] = await em.execute<[{ today: string }]>(`select (now() at time zone 'Europe/Paris')::date::text as today`);
  const content = readProvision(input, today);
  if (!('country' in content)) return invalid(...content);
  const as = keepsProvisionsAs(await standingsOf(em, person), content.country);
  if (as === undefined) return result('NOT_ALLOWED');
  const unknown = await unknownIn(em, content);
  if (unknown.length > 0) return invalid(...unknown);
  const stored = await held(em, key);
  if (!stored) return version === 0 ? enter(em, { key, as }, content) : result('GONE');
  if (isSame(stored.content, content)) return result('DONE');
  // Who sees it depends on the country, what is linked to it on both.
  if (stored.content.country !== content.country || stored.content.instrument !== content.instrument) return result('GONE');
  return stored.version === version ? change(em, { key, as }, content) : result('CONFLICT');
}

interface Writing {
  readonly key: string;
  readonly as: string;
}

const COLUMNS = ['kind', 'locale', 'text', 'reference', 'starts_on', 'ends_on', 'source', 'source_url', 'checked_on', 'is_verified'];
const PLACES = ['text', 'text', 'text', 'text', 'date', 'date', 'text', 'text', 'text', 'boolean'].map((type) => `?::${type}`);
const values = ({ kind, locale, text, reference, startsOn, endsOn, source, sourceUrl, checkedOn }: ProvisionContent): unknown[] => [kind, locale, text, reference, startsOn, endsOn, source, sourceUrl || null, checkedOn, checkedOn !== null];

async function enter(em: EntityManager, { key, as }: Writing, content: ProvisionContent): Promise<ProvisionResult> {
  if (key.charAt(14) !== '4') return invalid(fault('KEY', 'UNREADABLE'));
  const made = await em.execute<unknown[]>(
    `insert into national_provision (uuid, country_code, instrument_code, is_demonstration, entered_as, ${COLUMNS.join(', ')}) values (?, ?, ?, acts_invented(), ?, ${PLACES.join(', ')}) on conflict do nothing returning 1`, [key, content.country, content.instrument, as, ...values(content)]);
  if (made.length === 0) {
    // Sent twice at once, the second finds what the first has entered; the key of something that others see is none for who asks.
    const stored = await held(em, key);
    return result(!stored ? 'GONE' : isSame(stored.content, content) ? 'DONE' : 'CONFLICT');
  }
  await link(em, key, content);
  return result('DONE');
}

async function change(em: EntityManager, { key, as }: Writing, content: ProvisionContent): Promise<ProvisionResult> {
  const written = await em.execute<unknown[]>(`update national_provision set ${COLUMNS.map((column, n) => `${column} = ${PLACES[n]}`).join(', ')}, version = version + 1, changed_at = now(), changed_as = ? where uuid = ? returning 1`, [...values(content), as, key]);
  if (written.length === 0) return result('NOT_ALLOWED');
  await link(em, key, content);
  return result('DONE');
}

/** Links it to exactly these. */
async function link(em: EntityManager, key: string, { instrument, articles, recommendations }: ProvisionContent): Promise<void> {
  const [numbers, slugs] = [JSON.stringify(articles), JSON.stringify(recommendations)];
  await em.execute('delete from national_provision_article where provision_uuid = ? and number <> all(array(select jsonb_array_elements_text(?::jsonb)))', [key, numbers]);
  await em.execute('insert into national_provision_article (provision_uuid, instrument_code, number) select ?, ?, n from jsonb_array_elements_text(?::jsonb) n on conflict do nothing', [key, instrument, numbers]);
  await em.execute('delete from national_provision_recommendation where provision_uuid = ? and recommendation_slug <> all(array(select jsonb_array_elements_text(?::jsonb)))', [key, slugs]);
  await em.execute('insert into national_provision_recommendation (provision_uuid, recommendation_slug) select ?, s from jsonb_array_elements_text(?::jsonb) s on conflict do nothing', [key, slugs]);
}

/**
 * Makes one public as it was read, or takes that back: whoever has read less decides nothing. What is changed of it afterwards takes it back by itself (`keep_provision_decision` of the database): it was decided about another text.
 */
export async function publishNationalProvision(em: EntityManager, { person, key, version }: WhichProvision, isPublic: boolean): Promise<ProvisionResult> {
  const stored = await held(em, key);
  if (!stored) return result('GONE');
  if (!mayPublishProvisions(await standingsOf(em, person))) return result('NOT_ALLOWED');
  if (stored.version !== version) return result('CONFLICT');
  const written = await em.execute<unknown[]>('update national_provision set public_since = case when ?::boolean then coalesce(public_since, now()) end where uuid = ? returning 1', [isPublic, key]);
  return result(written.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}

/** Removes one, as it was read: whoever has read less removes nothing. */
export async function removeNationalProvision(em: EntityManager, { person, key, version }: WhichProvision): Promise<ProvisionResult> {
  const stored = await held(em, key);
  if (!stored) return result('GONE');
  if (keepsProvisionsAs(await standingsOf(em, person), stored.content.country) === undefined) return result('NOT_ALLOWED');
  if (stored.version !== version) return result('CONFLICT');
  const removed = await em.execute<unknown[]>('delete from national_provision where uuid = ? returning 1', [key]);
  return result(removed.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}
