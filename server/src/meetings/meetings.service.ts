/** The meetings of a leg: adding, changing and removing them, and saying them in other languages; by the adviser and by the post that prepares the leg. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable } from '../core/translation/index.ts';
import { type Held, invalid, type Result, result, type StoredMeeting, whereHeld, whereItFits, type WhichMeeting } from './held-meeting.ts';
import { fault, type MeetingFault } from './meeting-fault.ts';
import { onMeetingGoing } from './meeting-removal.ts';
import { contentOf, DECIDED, guardMeeting, type MeetingContent, MOST, readMeeting, readMeetingTexts, type SentMeeting, type SentMeetingTexts } from './read-meeting.ts';

const TEXTS: TextTable = { table: 'meeting_translation', owner: 'meeting_uuid', columns: ['subject', 'note'] };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** Keys are drawn by chance alone: one that is made of the time would tell when a meeting was thought of. */
const isByChance = (key: string): boolean => key.charAt(14) === '4';

/**
 * Adds a meeting under a key that its author has drawn (`version` 0), or changes one. `version` is the one that was read: once somebody else has changed it nothing is
 * written, unless it is so already. What the adviser decides of it is SETTLED for a post. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveMeeting(em: EntityManager, which: WhichMeeting, { version, input }: { readonly version: number; readonly input: SentMeeting }): Promise<Result> {
  const content = readMeeting(input);
  if (!('subject' in content)) return invalid(...content);
  guardMeeting(content);
  await em.execute('select hold_host(?, ?, ?, ?)', [which.leg, content.organisation, content.hostName, content.placeName]);
  return whereHeld(em, which, (stored) => stored !== undefined && isSame(contentOf(stored), content), async (held) => {
    if ((held.stored?.version ?? 0) !== version) return result(held.stored ? 'CONFLICT' : 'GONE');
    const faults = [...decidedFaults(held, content), ...(await unknownFaults(em, which, content, held.stored))];
    return faults.length > 0 ? invalid(...faults) : whereItFits(em, which, () => write(em, which, held, content));
  });
}

const UNDECIDED = { isMandatory: false, isOnlyAdviser: false, needs: [], recommendations: [], precedes: [] };

function decidedFaults({ stored, decides }: Held, content: MeetingContent): MeetingFault[] {
  if (decides) return [];
  const before = stored ? contentOf(stored) : UNDECIDED;
  return Object.entries(DECIDED).filter(([name]) => !isSame(before[name as keyof typeof DECIDED], content[name as keyof typeof DECIDED])).map(([, field]) => fault(field, 'SETTLED'));
}

const UNKNOWN = `
  select ?::text is not null and not exists (select from organisation o where o.slug = ? and coalesce(o.country_code, l.country_code) = l.country_code and (l.is_demonstration or not o.is_demonstration)) as host,
    keeps_place_secret(?, ?, ?, l.country_code) as secret, (select count(*)::int from meeting m where m.leg_uuid = l.uuid) as meetings,
    exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from language x where x.code = s)) as languages,
    exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from recommendation x where x.slug = s)) as recommendations,
    exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from meeting m where m.uuid::text = s and m.leg_uuid = l.uuid)) as precedes
  from mission_leg l where l.uuid = ?`;

/** What is not there, or not there for who asks. */
async function unknownFaults(em: EntityManager, { leg, key }: WhichMeeting, { organisation, hostName, placeName, placeAddress, languages, recommendations, precedes }: MeetingContent, stored: StoredMeeting | undefined): Promise<MeetingFault[]> {
  const lists = [languages.map(({ language }) => language), recommendations, precedes.map(({ meeting }) => meeting)].map((list) => JSON.stringify(list));
  const [found] = (await em.execute(UNKNOWN, [organisation, organisation, organisation, hostName, placeName, ...lists, leg])) as [{ host: boolean; secret: boolean; meetings: number; languages: boolean; recommendations: boolean; precedes: boolean }];
  const wrong: readonly (readonly [isSo: boolean, fault: MeetingFault])[] = [
    [!stored && !isByChance(key), fault('KEY', 'UNREADABLE')], [!stored && found.meetings >= MOST.meetings, fault('MEETINGS', 'TOO_LONG', MOST.meetings)], [found.host, fault('HOST', 'UNKNOWN')],
    [found.secret && placeName !== null, fault('PLACE_NAME', 'PROTECTED')], [found.secret && placeAddress !== null, fault('PLACE_ADDRESS', 'PROTECTED')],
    [found.languages, fault('LANGUAGES', 'UNKNOWN')], [found.recommendations, fault('RECOMMENDATIONS', 'UNKNOWN')], [found.precedes, fault('PRECEDES', 'UNKNOWN')],
  ];
  return wrong.filter(([isSo]) => isSo).map(([, one]) => one);
}

const COLUMNS = ['source_locale', 'organisation_slug', 'host_name', 'category', 'status', 'minutes', 'is_mandatory', 'is_only_adviser', 'day', 'starts', 'override_reason', 'place_name', 'place_address'];

function valuesOf({ sourceLocale, organisation, hostName, category, status, minutes, isMandatory, isOnlyAdviser, day, starts, overrideReason, placeName, placeAddress }: MeetingContent): unknown[] {
  return [sourceLocale, organisation, hostName, category, status, minutes, isMandatory, isOnlyAdviser, day, starts, overrideReason, placeName, placeAddress];
}

const saysSame = (stored: StoredMeeting, { subject, note }: MeetingContent): boolean => stored.subject === subject && stored.note === note;

async function write(em: EntityManager, { leg, key }: WhichMeeting, { stored, decides }: Held, content: MeetingContent): Promise<Result> {
  const texts = { subject: content.subject, note: content.note };
  if (stored) await keepTranslations(em, TEXTS, { was: stored.sourceLocale, is: content.sourceLocale }, [{ key, texts }]);
  const hasTexts = !stored || stored.sourceLocale !== content.sourceLocale || !saysSame(stored, content);
  const sourceVersion = stored ? stored.sourceVersion + (hasTexts ? 1 : 0) : 1;
  if (stored) await em.execute(`update meeting set ${COLUMNS.map((column) => `${column} = ?`).join(', ')}, source_version = ?, version = version + 1 where uuid = ?`, [...valuesOf(content), sourceVersion, key]);
  else {
    const added = await em.execute<unknown[]>(`insert into meeting (uuid, leg_uuid, ${COLUMNS.join(', ')}) values (?, ?, ${COLUMNS.map(() => '?').join(', ')}) on conflict (uuid) do nothing returning 1`, [key, leg, ...valuesOf(content)]);
    // A key that a meeting of another leg has is none for this one.
    if (added.length === 0) return result('GONE');
  }
  if (hasTexts) await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion, texts });
  if (stored) await forgetWrongLanguage(em, { ...TEXTS, key }, { was: stored.sourceLocale, is: content.sourceLocale, isSame: saysSame(stored, content) });
  await writeLists(em, key, content, decides);
  return result('DONE');
}

/** One list of a meeting: which rows go, and which come or are changed. `?` is the list and the key of the meeting, in both. */
function listStatements(name: string, { table, owner = 'meeting_uuid', columns, values, same, changes }: { table: string; owner?: string; columns: string; values: string; same: string; changes: string }): string {
  return `${name}_gone as (delete from ${table} o using given g where o.${owner} = g.key and not exists (select from jsonb_array_elements(g.content->'${name}') x where ${same})),
    ${name}_kept as (insert into ${table} (${owner}, ${columns}) select g.key, ${values} from given g cross join jsonb_array_elements(g.content->'${name}') x on conflict (${owner}, ${changes === '' ? columns : columns.slice(0, columns.lastIndexOf(','))}) ${changes === '' ? 'do nothing' : `do update set ${changes}`})`;
}

const OWN = [
  listStatements('windows', { table: 'meeting_window', columns: 'day, from_time, until_time', values: `(x->>'day')::date, (x->>'from')::time, (x->>'until')::time`, same: `(x->>'day')::date = o.day and (x->>'from')::time = o.from_time`, changes: 'until_time = excluded.until_time' }),
  listStatements('languages', { table: 'meeting_language', columns: 'language_code, at_least', values: `x->>'language', x->>'atLeast'`, same: `x->>'language' = o.language_code`, changes: 'at_least = excluded.at_least' }),
];
const DECIDED_LISTS = [
  listStatements('needs', { table: 'meeting_need', columns: 'role, at_least', values: `x->>'kind', (x->>'atLeast')::int`, same: `x->>'kind' = o.role`, changes: 'at_least = excluded.at_least' }),
  listStatements('recommendations', { table: 'meeting_recommendation', columns: 'recommendation_slug', values: `x#>>'{}'`, same: `x#>>'{}' = o.recommendation_slug`, changes: '' }),
  listStatements('precedes', { table: 'meeting_precedence', owner: 'before_uuid', columns: 'after_uuid, gap_minutes', values: `(x->>'meeting')::uuid, (x->>'gapMinutes')::int`, same: `(x->>'meeting')::uuid = o.after_uuid`, changes: 'gap_minutes = excluded.gap_minutes' }),
];

/** Writes the lists of a meeting; those that the adviser decides by whoever decides as the adviser. */
async function writeLists(em: EntityManager, key: string, content: MeetingContent, decides: boolean): Promise<void> {
  await em.execute(`with given as (select ?::uuid as key, ?::jsonb as content), ${[...OWN, ...(decides ? DECIDED_LISTS : [])].join(', ')} select 1`, [key, JSON.stringify(content)]);
}

/** Removes a meeting that was read at `version`, if who asks decides as the adviser. One that is not there any more stays so. */
export function removeMeeting(em: EntityManager, which: WhichMeeting, version: number): Promise<Result> {
  return whereHeld(em, which, (stored) => stored === undefined, async ({ stored, decides }) => {
    if (!decides) return result('NOT_ALLOWED');
    if (stored!.version !== version) return result('CONFLICT');
    await onMeetingGoing(em, which.key);
    await em.execute('delete from meeting where uuid = ?', [which.key]);
    return result('DONE');
  });
}

/** Says a meeting in another language than its own. What is empty is missing in it. `version` as for a change. Throws VICTIM_DATA. */
export async function translateMeeting(em: EntityManager, which: WhichMeeting, { version, texts: sent }: { readonly version: number; readonly texts: SentMeetingTexts }): Promise<Result> {
  const read = readMeetingTexts(sent);
  if (!('texts' in read)) return invalid(...read);
  return whereHeld(em, which, () => false, async ({ stored }) => {
    if (!stored) return result('GONE');
    if (sent.locale === stored.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
    if (isSaid(await saidIn(em, TEXTS, which.key, sent.locale), read.texts, stored.sourceVersion)) return result('DONE');
    if (stored.version !== version) return result('CONFLICT');
    await em.execute('update meeting set version = version + 1 where uuid = ?', [which.key]);
    await say(em, TEXTS, which.key, { locale: sent.locale, sourceVersion: stored.sourceVersion, texts: read.texts });
    return result('DONE');
  });
}
