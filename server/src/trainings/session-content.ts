/** All that is said of a session, as it is compared, read and written. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { needLinkFaults, type NeedLinks, writeNeedLinks } from '../needs/index.ts';
import { fault, type SessionFault } from './session-fault.ts';
import type { SessionLevel } from './session-level.ts';
import type { SessionStage } from './session-stage.ts';
import type { SessionFormat } from './training-session.entity.ts';

/** The texts are in `sourceLocale`. Lists of codes are in their order; `trainers` are keys of experts in the order in which they are named. */
export interface SessionContent {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly summary: string | null;
  readonly programme: string | null;
  readonly objectives: string | null;
  readonly level: SessionLevel | null;
  readonly theme: string;
  readonly audiences: readonly string[];
  readonly format: SessionFormat;
  readonly country: string | null;
  readonly town: string | null;
  /** What the place in its town is called, and its street. */
  readonly venue: string | null;
  readonly address: string | null;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationUntil: Date | null;
  readonly places: number;
  /** Of a session that is held in both ways, where it is said how many can take part in each; else null. */
  readonly placesOnSite: number | null;
  readonly placesOnline: number | null;
  readonly needsValidation: boolean;
  readonly needsNomination: boolean;
  readonly trainers: readonly string[];
  readonly recommendations: readonly string[];
  /** Of those that who acts sees. */
  readonly needs: readonly string[];
  readonly workingLanguages: readonly string[];
  readonly interpretation: readonly string[];
}

/** A session that is held for a change until the transaction ends. */
export interface HeldSession extends SessionContent {
  readonly stage: SessionStage;
  readonly version: number;
  readonly sequence: number;
  readonly sourceVersion: number;
  readonly hasBegun: boolean;
  readonly isOver: boolean;
  readonly isRegistrationOver: boolean;
}

const CONTENT = `
  select s.source_locale as "sourceLocale", s.source_version as "sourceVersion", x.title, x.summary, x.programme, x.objectives, s.level, s.theme_code as theme, s.format, s.country_code as country, s.town, v.name as venue, v.address, s.time_zone as "timeZone",
    extract(epoch from s.starts_at)::float8 as "startsAt", extract(epoch from s.ends_at)::float8 as "endsAt", extract(epoch from s.registration_until)::float8 as "registrationUntil", s.places, s.needs_validation as "needsValidation", s.needs_nomination as "needsNomination",
    (select q.places from session_quota q where s.format = 'HYBRID' and q.session_uuid = s.uuid and q.kind = 'MODE' and q.key = 'ON_SITE') as "placesOnSite",
    (select q.places from session_quota q where s.format = 'HYBRID' and q.session_uuid = s.uuid and q.kind = 'MODE' and q.key = 'ONLINE') as "placesOnline",
    s.stage, s.version, s.sequence, s.starts_at <= now() as "hasBegun", s.ends_at <= now() as "isOver", coalesce(s.registration_until <= now(), false) as "isRegistrationOver",
    (select coalesce(json_agg(audience_code order by audience_code collate "C"), '[]') from session_audience where session_uuid = s.uuid) as audiences,
    (select coalesce(json_agg(expert_uuid order by position), '[]') from session_trainer where session_uuid = s.uuid) as trainers,
    (select coalesce(json_agg(recommendation_slug order by recommendation_slug collate "C"), '[]') from session_recommendation where session_uuid = s.uuid) as recommendations,
    (select coalesce(json_agg(need_uuid order by need_uuid), '[]') from session_need where session_uuid = s.uuid) as needs,
    (select coalesce(json_agg(language_code order by language_code collate "C"), '[]') from session_language where session_uuid = s.uuid and use = 'WORKING') as "workingLanguages",
    (select coalesce(json_agg(language_code order by language_code collate "C"), '[]') from session_language where session_uuid = s.uuid and use = 'INTERPRETATION') as interpretation
  from training_session s join training_session_translation x on x.session_uuid = s.uuid and x.locale = s.source_locale left join session_venue v on v.session_uuid = s.uuid
  where s.uuid = ?`;

type Instants = 'startsAt' | 'endsAt' | 'registrationUntil';

/** From seconds since 1970. */
const instant = (seconds: number): Date => new Date(Math.round(seconds * 1_000));

/** Whether there is such a session and it is not theirs to change, or none that they may know of. */
export type Unheld = 'NOT_ALLOWED' | 'GONE';

/**
 * A session, held for a change by who acts: the rules of the table let nobody hold one that is not theirs. Read once it is held: a statement that waits for a row reads that anew,
 * and what stands in other tables as it was before.
 */
export async function holdSession(em: EntityManager, key: string): Promise<HeldSession | Unheld> {
  const [row] = await em.execute('select from training_session where uuid = ? for update', [key]);
  return (row ? await readHeld(em, CONTENT, key) : undefined) ?? unheld(em, key);
}

/** A session, held by who acts to be said in other languages: one that is theirs to prepare, or that they translate. */
export async function holdToTranslate(em: EntityManager, key: string): Promise<HeldSession | Unheld> {
  const [row] = await em.execute<[{ isHeld: boolean }]>('select hold_to_translate(?) as "isHeld"', [key]);
  return (row.isHeld ? await readHeld(em, CONTENT, key) : undefined) ?? unheld(em, key);
}

/** Notes that a session that is held was said in another language, or of it a part or a question, by their keys: whoever has read it before has read another version. */
export async function noteTranslation(em: EntityManager, { session, part = null, question = null }: { readonly session: string; readonly part?: string | null; readonly question?: string | null }): Promise<void> {
  await em.execute('select note_translation(?, ?, ?)', [session, part, question]);
}

async function readHeld(em: EntityManager, statement: string, key: string): Promise<HeldSession | undefined> {
  const [held] = await em.execute<(Omit<HeldSession, Instants> & Readonly<Record<Instants, number>>)[]>(statement, [key]);
  return held && { ...held, startsAt: instant(held.startsAt), endsAt: instant(held.endsAt), registrationUntil: held.registrationUntil === null ? null : instant(held.registrationUntil) };
}

async function unheld(em: EntityManager, key: string): Promise<Unheld> {
  const seen = await em.execute<unknown[]>('select from training_session where uuid = ?', [key]);
  return seen.length > 0 ? 'NOT_ALLOWED' : 'GONE';
}

const FIELDS = [
  'sourceLocale', 'title', 'summary', 'programme', 'objectives', 'level', 'theme', 'audiences', 'format', 'country', 'town', 'venue', 'address', 'timeZone', 'startsAt', 'endsAt', 'registrationUntil', 'places', 'placesOnSite', 'placesOnline', 'needsValidation', 'needsNomination', 'trainers', 'recommendations',
  'needs', 'workingLanguages', 'interpretation',
] as const satisfies readonly (keyof SessionContent)[];

/** The fields that two contents do not have in common. */
export function differences(before: SessionContent, after: SessionContent): Set<keyof SessionContent> {
  return new Set(FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])));
}

const UNKNOWN = `
  select not exists (select from theme where code = ?) as theme, ?::text is not null and not exists (select from country where code = ?) as country,
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from audience a where a.code = c)) as audiences,
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from listed_expert e where e.uuid = c::uuid)) as trainers,
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from recommendation r where r.slug = c)) as recommendations,
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from language l where l.code = c)) as "workingLanguages",
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from language l where l.code = c)) as interpretation`;

/** What is named in a content and is not in the database. */
export async function unknownIn(em: EntityManager, { theme, country, audiences, trainers, recommendations, workingLanguages, interpretation }: SessionContent): Promise<SessionFault[]> {
  const lists = [audiences, trainers, recommendations, workingLanguages, interpretation].map((list) => JSON.stringify(list));
  const [unknown] = await em.execute<Record<'theme' | 'country' | 'audiences' | 'trainers' | 'recommendations' | 'workingLanguages' | 'interpretation', boolean>[]>(UNKNOWN, [theme, country, country, ...lists]);
  const fields = { theme: 'THEME', country: 'COUNTRY', audiences: 'AUDIENCES', trainers: 'TRAINERS', recommendations: 'RECOMMENDATIONS', workingLanguages: 'WORKING_LANGUAGES', interpretation: 'INTERPRETATION' } as const;
  return Object.entries(fields).filter(([name]) => unknown![name as keyof typeof fields]).map(([, field]) => fault(field, 'UNKNOWN'));
}

const NEEDS: NeedLinks = { table: 'session_need', column: 'session_uuid' };

/** What is wrong with the needs that a session is to work on. In a demonstration each session is invented. */
export async function needFaultsIn(em: EntityManager, key: string, { needs }: Pick<SessionContent, 'needs'>): Promise<SessionFault[]> {
  if (needs.length === 0) return [];
  const [side] = (await em.execute('select exists (select from training_session where uuid = ? and is_demonstration) or exists (select from demonstration) as invented', [key])) as [{ invented: boolean }];
  return (await needLinkFaults(em, NEEDS, [{ key, needs }], side.invented)).map((wrong) => fault('NEEDS', wrong));
}

/** What other things are written of a session than its own row and texts. */
export type Linked = Pick<SessionContent, 'audiences' | 'trainers' | 'recommendations' | 'needs' | 'workingLanguages' | 'interpretation' | 'venue' | 'address' | 'placesOnSite' | 'placesOnline'>;

/** Writes the lists of a session that are in `changed` anew. */
export async function writeLinks(em: EntityManager, key: string, { audiences, trainers, recommendations, needs, workingLanguages, interpretation, venue, address, placesOnSite, placesOnline }: Linked, changed: ReadonlySet<keyof SessionContent>): Promise<void> {
  if (changed.has('venue') || changed.has('address')) await writeVenue(em, key, venue, address);
  if (changed.has('placesOnSite') || changed.has('placesOnline')) await writeModes(em, key, { ON_SITE: placesOnSite, ONLINE: placesOnline });
  await writeTowards(em, key, { recommendations, needs }, changed);
  if (changed.has('audiences')) {
    await em.execute('delete from session_audience where session_uuid = ? and not audience_code = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, JSON.stringify(audiences)]);
    await em.execute('insert into session_audience (session_uuid, audience_code) select ?::uuid, jsonb_array_elements_text(?::jsonb) on conflict do nothing', [key, JSON.stringify(audiences)]);
  }
  if (changed.has('trainers')) {
    await em.execute('delete from session_trainer where session_uuid = ? and not expert_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, JSON.stringify(trainers)]);
    await em.execute(
      `insert into session_trainer (session_uuid, expert_uuid, position) select ?::uuid, c::uuid, n from jsonb_array_elements_text(?::jsonb) with ordinality x(c, n)
       on conflict (session_uuid, expert_uuid) do update set position = excluded.position`, [key, JSON.stringify(trainers)]);
  }
  if (changed.has('workingLanguages') || changed.has('interpretation')) {
    const uses = [...workingLanguages.map((code) => ({ code, use: 'WORKING' })), ...interpretation.map((code) => ({ code, use: 'INTERPRETATION' }))];
    await em.execute(
      `delete from session_language l where session_uuid = ? and not exists (select from jsonb_to_recordset(?::jsonb) x(code text, use text) where x.code = l.language_code and x.use = l.use)`, [key, JSON.stringify(uses)]);
    await em.execute('insert into session_language (session_uuid, language_code, use) select ?::uuid, code, use from jsonb_to_recordset(?::jsonb) x(code text, use text) on conflict do nothing', [key, JSON.stringify(uses)]);
  }
}

/** Writes what a session works towards, as far as it is in `changed`. */
async function writeTowards(em: EntityManager, key: string, { recommendations, needs }: Pick<SessionContent, 'recommendations' | 'needs'>, changed: ReadonlySet<keyof SessionContent>): Promise<void> {
  if (changed.has('needs')) await writeNeedLinks(em, NEEDS, [{ key, needs }]);
  if (!changed.has('recommendations')) return;
  const slugs = JSON.stringify(recommendations);
  await em.execute('delete from session_recommendation where session_uuid = ? and not recommendation_slug = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, slugs]);
  await em.execute('insert into session_recommendation (session_uuid, recommendation_slug) select ?::uuid, jsonb_array_elements_text(?::jsonb) on conflict do nothing', [key, slugs]);
}

async function writeVenue(em: EntityManager, key: string, venue: string | null, address: string | null): Promise<void> {
  if (venue === null && address === null) await em.execute('delete from session_venue where session_uuid = ?', [key]);
  else await em.execute('insert into session_venue (session_uuid, name, address) values (?, ?, ?) on conflict (session_uuid) do update set name = excluded.name, address = excluded.address', [key, venue, address]);
}

/** How many can take part in each way is a quota, which no two people at once pass. */
async function writeModes(em: EntityManager, key: string, modes: Readonly<Record<'ON_SITE' | 'ONLINE', number | null>>): Promise<void> {
  for (const [mode, places] of Object.entries(modes)) {
    if (places === null) await em.execute(`delete from session_quota where session_uuid = ? and kind = 'MODE' and key = ?`, [key, mode]);
    else await em.execute(`insert into session_quota (uuid, session_uuid, kind, key, places) values (?, ?, 'MODE', ?, ?) on conflict (session_uuid, kind, key) do update set places = excluded.places`, [v7(), key, mode, places]);
  }
}
