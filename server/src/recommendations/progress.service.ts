/** Saying what has become of a recommendation, and saying it in other languages. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { isSaid, saidIn, say, type TextTable } from '../core/translation/index.ts';
import { type Standing, standingsOf } from '../members/index.ts';
import { fault, invalid, type ProgressResult, result } from './progress-fault.ts';
import { type ProgressContent, readProgress, readProgressText } from './read-progress.ts';
import { followsAs } from './recommendation.policy.ts';

/** Which recommendation, by its slug, and who says what has become of it. */
export interface WhichRecommendation {
  readonly person: string;
  readonly slug: string;
}

const TEXTS: TextTable = { table: 'recommendation_progress_translation', owner: 'progress_uuid', columns: ['seen'] };

interface Followed {
  readonly country: string;
  /** Whether the day is none of those to come, in the country. */
  readonly isPast: boolean;
}

/** A recommendation and what holds of it; undefined where there is none. */
async function followed(em: EntityManager, slug: string, day: string): Promise<Followed | undefined> {
  const [row] = await em.execute<Followed[]>(
    `select r.country_code as country, ?::date <= (now() at time zone c.time_zone)::date as "isPast"
     from recommendation r join country c on c.code = r.country_code where r.slug = ?`, [day, slug]);
  return row;
}

/** An entry as it was made, to tell one that is sent twice from another one; undefined for none, or none to be seen. */
async function entered(em: EntityManager, key: string): Promise<(ProgressContent & { readonly slug: string; readonly by: string | null }) | undefined> {
  const [row] = await em.execute<(ProgressContent & { slug: string; by: string | null })[]>(
    `select p.recommendation_slug as slug, p.entered_by_id as by, p.source_locale as "sourceLocale", p.status, p.as_of::text as "asOf", x.seen,
       (select coalesce(json_agg(json_build_object('url', l.url, 'label', l.label) order by l.position), '[]') from recommendation_progress_link l where l.progress_uuid = p.uuid) as links
     from recommendation_progress p join recommendation_progress_translation x on x.progress_uuid = p.uuid and x.locale = p.source_locale where p.uuid = ?`, [key]);
  return row;
}

const FIELDS = ['sourceLocale', 'status', 'asOf', 'seen', 'links'] as const satisfies readonly (keyof ProgressContent)[];
const isSame = (one: ProgressContent, other: ProgressContent): boolean => FIELDS.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));

/**
 * Enters what has become of a recommendation, under a key that its author has drawn by chance; sent again as it is, it is entered already. `after` is the key of the entry made last that was read, of invented ones only where there is no other, null where none was: once
 * somebody else has made one, nothing is written. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function enterRecommendationProgress(em: EntityManager, { person, slug }: WhichRecommendation, { key, after, input }: { readonly key: string; readonly after: string | null; readonly input: ProgressContent }): Promise<ProgressResult> {
  const content = readProgress(input);
  if (!('seen' in content)) return invalid(...content);
  const stored = await entered(em, key);
  if (stored) return result(stored.slug === slug && stored.by === person && isSame(stored, content) ? 'DONE' : 'CONFLICT');
  const about = await followed(em, slug, content.asOf);
  if (!about) return result('GONE');
  const as = followsAs(await standingsOf(em, person), about.country);
  return as ? enter(em, { person, slug, key, after, as, about }, content) : result('NOT_ALLOWED');
}

type Entering = WhichRecommendation & { readonly key: string; readonly after: string | null; readonly as: Standing['role']; readonly about: Followed };

async function enter(em: EntityManager, { person, slug, key, after, as, about }: Entering, content: ProgressContent): Promise<ProgressResult> {
  if (key.charAt(14) !== '4') return invalid(fault('KEY', 'UNREADABLE'));
  if (!about.isPast) return invalid(fault('AS_OF', 'TO_COME'));
  // What was read last is asked as it is entered; two who have read the same entry ask for the same place, and the second, who waits for the first, makes none.
  const made = await em.execute<unknown[]>(
    `insert into recommendation_progress (uuid, recommendation_slug, position, status, as_of, source_locale, entered_by_id, entered_as, is_demonstration)
     select ?, ?, m.next, ?, ?::date, ?, ?, ?, acts_invented() from (select coalesce(max(p.position), 0) + 1 as next from recommendation_progress p where p.recommendation_slug = ? and p.is_demonstration = acts_invented()) m
     where (select p.uuid from recommendation_progress p where p.recommendation_slug = ? order by p.is_demonstration, p.entered_at desc, p.position desc limit 1) is not distinct from ?::uuid
     on conflict do nothing returning 1`, [key, slug, content.status, content.asOf, content.sourceLocale, person, as, slug, slug, after]);
  if (made.length === 0) return result('CONFLICT');
  await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { seen: content.seen } });
  await em.execute(`insert into recommendation_progress_link (progress_uuid, position, url, label) select ?::uuid, n, x->>'url', x->>'label' from jsonb_array_elements(?::jsonb) with ordinality as l(x, n)`, [key, JSON.stringify(content.links)]);
  return result('DONE');
}

interface Told {
  readonly country: string;
  readonly version: number;
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
}

/** Says in another language what was seen; nothing takes it away. `version` is the one of the entry that was read. Throws VICTIM_DATA. */
export async function translateRecommendationProgress(em: EntityManager, { person, slug }: WhichRecommendation, { key, version, locale, seen: sent }: { readonly key: string; readonly version: number; readonly locale: Locale; readonly seen: string }): Promise<ProgressResult> {
  const read = readProgressText(sent);
  if (!('seen' in read)) return invalid(...read);
  const [told] = await em.execute<Told[]>(
    `select r.country_code as country, p.version, p.source_locale as "sourceLocale", p.source_version as "sourceVersion" from recommendation_progress p join recommendation r on r.slug = p.recommendation_slug
     where p.uuid = ? and p.recommendation_slug = ? for update of p`, [key, slug]);
  if (!told) return result('GONE');
  if (locale === told.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, key, locale), read, told.sourceVersion)) return result('DONE');
  if (!followsAs(await standingsOf(em, person), told.country)) return result('NOT_ALLOWED');
  if (told.version !== version) return result('CONFLICT');
  await em.execute('update recommendation_progress set version = version + 1 where uuid = ?', [key]);
  await say(em, TEXTS, key, { locale, sourceVersion: told.sourceVersion, texts: read });
  return result('DONE');
}
