/** Files that are brought as answers: they wait with who brings them, become part of an answer when somebody is registered with it, and are given to those who read it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { takesPart } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import { type Bringing, type BringingByLink, type CheckedFile, type FileOutcome, type GivenFile, isDrawnKey, isName, tidyName, whereRoom } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { hashOf, standingsOf } from '../members/index.ts';

/** The most bytes of a file, files that wait with a person, bytes of these, bytes that wait with those of their organisation or authority, with whomever, and bytes of all files of answers. */
export const MOST = { file: 5_000_000, waiting: 60, waitingBytes: 60_000_000, beside: 180_000_000, allWaiting: 1_000_000_000, all: 2_000_000_000 } as const;
/** The same of what waits by one link, which is one person’s; beside them is who is invited to the same session. */
const MOST_BY_LINK = { waiting: 6, waitingBytes: 20_000_000 } as const;

/** For how long a file waits that nobody is registered with, as PostgreSQL says it. */
const WAITS = '1 day';

/** The number that stands for what waits with a person among the locks of the database. */
const WAITING = 7_266_025;

/** What is said of a file that is brought. */
export interface SentFile {
  /** Drawn by the browser: sent again, it is the same file. */
  readonly key: string;
  readonly name: string;
  /** What stands in the link by which it is brought; undefined for who is signed in. */
  readonly secret?: string;
}

type BroughtFile = Bringing<SentFile> | BringingByLink<SentFile>;

/** With whom a file waits: with who is signed in, in that session of theirs, or with whoever has a link: the hash of its secret. */
export type Keeper = { readonly person: string; readonly signIn: string } | { readonly link: string };

/** Whose files are meant, as a condition of `answer_file f`, and its values. */
const ofKeeper = (keeper: Keeper | { readonly person: string }): readonly [condition: string, values: readonly string[]] => {
  if ('link' in keeper) return ['f.link_hash = ?', [keeper.link]];
  return 'signIn' in keeper ? ['f.brought_by_id = ? and f.sign_in_id = ?', [keeper.person, keeper.signIn]] : ['f.brought_by_id = ?', [keeper.person]];
};

/** From here on it is whoever has this link (the hash of its secret) that acts: nothing of who is signed in counts. */
export async function actByLink(em: EntityManager, link: string): Promise<void> {
  await em.execute(`select set_config('passerelle.person', '', true), set_config('passerelle.link', ?, true)`, [link]);
}

/** What stands for the link by which a file is brought. */
export const linkOfFile = ({ secret }: SentFile): string | undefined => (secret === undefined ? undefined : hashOf(secret));

/** Reads what is said of a file; undefined for what no page of ours sends. */
export function readSentFile(sent: unknown): SentFile | undefined {
  const { key, name, secret } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  if (!isDrawnKey(key) || typeof name !== 'string' || (secret !== undefined && typeof secret !== 'string')) return undefined;
  return { key, name: tidyName(name), ...(secret !== undefined && { secret }) };
}

/** Whether the question is one for a file that is asked now, whatever has been changed of it, and its session takes people. */
const ASKED = `
  select q.session_uuid as session, s.stage = 'OPEN' and s.starts_at > now() and coalesce(s.registration_until > now(), true)
    and exists (select from form_question n where n.session_uuid = q.session_uuid and n.key = q.key and n.replaced_at is null and n.closed_at is null and n.kind = 'FILE') as "isAsked"
  from form_question q join training_session s on s.uuid = q.session_uuid where q.uuid = ? and q.kind = 'FILE'`;

interface AskedQuestion {
  readonly session: string;
  readonly isAsked: boolean;
}

/**
 * What keeps somebody from bringing a file of `size` bytes to a question now; undefined for nothing. Asked before it has come, of one byte, and once
 * more of what is to be stored. Throws VICTIM_DATA for a name that tells who a person is.
 */
export async function obstacleToFile(em: EntityManager, brought: BroughtFile, size: number): Promise<FileOutcome | undefined> {
  const { to, sent: { key, name } } = brought;
  if (!isName(name)) return 'TITLE';
  refuseVictimsData('name', name);
  if (size > MOST.file) return 'TOO_LARGE';
  if ('link' in brought) await actByLink(em, brought.link);
  const [question] = await em.execute<AskedQuestion[]>(ASKED, [to]);
  if (!question) return 'GONE';
  const not = await ('link' in brought ? whyNotByLink(em, brought.link, question) : whyNotBy(em, brought.person));
  if (not) return not;
  return question.isAsked ? noRoomFor(em, brought, { key, size }) : 'TOO_LATE';
}

async function whyNotBy(em: EntityManager, person: string): Promise<FileOutcome | undefined> {
  return takesPart((await standingsOf(em, person)).map(({ role }) => role)) ? undefined : 'NOT_ALLOWED';
}

/** An invitation to another session is of no use, and a secret that is nobody’s is told the same. */
async function whyNotByLink(em: EntityManager, link: string, { session }: AskedQuestion): Promise<FileOutcome | undefined> {
  const [invitation] = await em.execute<{ session: string; state: string }[]>('select session, state from invitation_of(?)', [link]);
  if (invitation?.session !== session) return 'GONE';
  return invitation.state === 'SENT' ? undefined : 'TOO_LATE';
}

/** Held for the person, or for the link, until the transaction ends: two processes do not count past each other. */
async function noRoomFor(em: EntityManager, brought: BroughtFile, { key, size }: { readonly key: string; readonly size: number }): Promise<FileOutcome | undefined> {
  const isByLink = 'link' in brought;
  const [subject, most, beside, own] = isByLink ? [brought.link, MOST_BY_LINK, 'bytes_waiting_by_links', 'link_hash'] : [brought.person, MOST, 'bytes_waiting_beside', 'brought_by_id'];
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [WAITING, subject]);
  const [row] = await em.execute<[{ count: number; bytes: number; beside: number; allWaiting: number; all: number }]>(
    `select count(*)::int as count, coalesce(sum(size), 0)::float8 as bytes, ${beside}(?)::float8 as beside, bytes_of_waiting_files()::float8 as "allWaiting", bytes_of_answer_files()::float8 as all from answer_file where ${own} = ? and uuid <> ?`, [subject, subject, key]);
  if (row.count >= most.waiting || row.bytes + size > most.waitingBytes) return 'TOO_MANY';
  return row.beside + size > MOST.beside || row.allWaiting + size > MOST.allWaiting || row.all + size > MOST.all ? 'FULL' : undefined;
}

/** An invitation that is answered or taken back meanwhile is over before it is asked whether it stands, or leaves nothing of what was brought by it. */
async function holdInvitation(em: EntityManager, link: string): Promise<void> {
  await actByLink(em, link);
  await em.execute('select hold_invitation_of_link()');
}

/** Stores a file that was checked: from then on it waits. Throws VICTIM_DATA, FullDisk, BAD_REQUEST for a key that another file has. */
export async function addAnswerFile(em: EntityManager, brought: BroughtFile, { kind, bytes }: CheckedFile): Promise<FileOutcome> {
  if ('link' in brought) await holdInvitation(em, brought.link);
  const obstacle = await obstacleToFile(em, brought, bytes.length);
  if (obstacle) return obstacle;
  const { to, sent: { key, name } } = brought;
  const [person, signIn, link] = 'link' in brought ? [null, null, brought.link] : [brought.person, brought.signIn, null];
  // It may have been ended, or made another one by a second step, while the file came.
  if (signIn !== null && (await em.execute<unknown[]>('select from sign_in_session where id = ?', [signIn])).length === 0) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  return whereRoom(async () => {
    const added = await em.execute<unknown[]>(
      'insert into answer_file (uuid, question_uuid, name, kind, size, brought_by_id, sign_in_id, link_hash, email) values (?, ?, ?, ?, ?, ?, ?, ?, (select i.email from invitation_of(?) i)) on conflict (uuid) do nothing returning 1',
      [key, to, name, kind, bytes.length, person, signIn, link, link]);
    if (added.length === 0) return sameAgain(em, brought, bytes);
    await em.execute('insert into answer_file_content (file_uuid, bytes) values (?, ?)', [key, bytes]);
    return 'DONE';
  });
}

/** What comes of a key that is there already: nothing is done for the same file. Throws BAD_REQUEST for another. */
async function sameAgain(em: EntityManager, brought: BroughtFile, bytes: Buffer): Promise<FileOutcome> {
  const [{ to, sent: { key, name } }, [own, values]] = [brought, ofKeeper(brought)];
  const [there] = await em.execute<{ isSame: boolean }[]>(
    `select f.name = ? and f.question_uuid = ? and answer_has(f.uuid, ?) as "isSame" from answer_file f where f.uuid = ? and ${own}`, [name, to, bytes, key, ...values]);
  if (there && !there.isSame) throw new UserError('BAD_REQUEST', 'Another file was sent with this key');
  return there ? 'DONE' : 'GONE';
}

/** Takes away a file that waits with who asks. One that is not there any more stays so. */
export async function removeAnswerFile(em: EntityManager, keeper: { readonly person: string } | { readonly link: string }, key: string): Promise<void> {
  const [own, values] = ofKeeper(keeper);
  await em.execute(`delete from answer_file f where f.uuid = ? and ${own}`, [key, ...values]);
}

/** The same for whoever has a link: false where it is no link of an invitation. */
export async function removeFileByLink(em: EntityManager, link: string, key: string): Promise<boolean> {
  await actByLink(em, link);
  await removeAnswerFile(em, { link }, key);
  return (await em.execute<unknown[]>('select from invitation_of(?)', [link])).length > 0;
}

/** Takes away what waits by a link that was used, or is over: nobody is registered with it any more. It is whoever has the link that acts. */
export async function removeFilesOfLink(em: EntityManager, link: string): Promise<void> {
  await em.execute('delete from answer_file where link_hash = ?', [link]);
}

/** What a file is; undefined for one that is not there, or not for who asks: the rules of the tables say which. */
export async function answerFileOf(em: EntityManager, key: string): Promise<GivenFile | undefined> {
  const [found] = await em.execute<GivenFile[]>('select name as title, kind, size, answer_is_held(uuid) as "isHeld" from answer_file where uuid = ?', [key]);
  return found;
}

/** So many bytes of a file, after the first `from`; undefined as above. */
export async function answerFileSlice(em: EntityManager, key: string, from: number, length: number): Promise<Buffer | undefined> {
  const [found] = await em.execute<{ bytes: Buffer }[]>('select substring(bytes from ? for ?) as bytes from answer_file_content where file_uuid = ?', [from + 1, length, key]);
  return found?.bytes;
}

/** For which session somebody is registered, and with whom their files wait; null where no file is asked of them. */
export interface WithFiles {
  readonly session: string;
  readonly keeper: Keeper | null;
}

/**
 * Holds the files that people are to be registered with until the transaction ends, as far as they wait with who registers: by their keys, the key of
 * the question that each was brought to.
 */
export async function heldFiles(em: EntityManager, { session, keeper }: WithFiles, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0 || keeper === null) return new Map();
  const [own, values] = ofKeeper(keeper);
  const rows = await em.execute<{ uuid: string; question: string }[]>(
    `select f.uuid, q.key as question from answer_file f join form_question q on q.uuid = f.question_uuid
     where f.uuid = any(?::uuid[]) and f.registration_uuid is null and ${own} and q.session_uuid = ? and f.brought_at > now() - interval '${WAITS}' order by f.uuid for update of f`,
    [`{${keys.join(',')}}`, ...values, session]);
  return new Map(rows.map(({ uuid, question }) => [uuid, question]));
}

/** Makes files that are held part of answers that are there; by a link, only of who has just been registered by it. */
export async function attachFiles(em: EntityManager, isByLink: boolean, rows: readonly { readonly file: string; readonly registration: string; readonly question: string; readonly email: string }[]): Promise<void> {
  if (rows.length === 0) return;
  if (isByLink) return attachByLink(em, rows);
  const attached = await em.execute<unknown[]>(
    `update answer_file f set registration_uuid = x.registration, question_uuid = x.question, email = x.email, brought_by_id = null, sign_in_id = null
     from jsonb_to_recordset(?::jsonb) as x (file uuid, registration uuid, question uuid, email text) where f.uuid = x.file and f.registration_uuid is null returning 1`, [JSON.stringify(rows)]);
  if (attached.length < rows.length) throw new Error('A file that was held is gone');
}

async function attachByLink(em: EntityManager, rows: readonly object[]): Promise<void> {
  const [row] = await em.execute<{ attached: number }[]>('select attach_by_link(?::jsonb) as attached', [JSON.stringify(rows)]);
  if (row!.attached < rows.length) throw new Error('A file that was held is gone');
}

/** Deletes the files that nobody was registered with in time. */
export async function forgetWaitingFiles(em: EntityManager): Promise<void> {
  await em.execute(`delete from answer_file where registration_uuid is null and brought_at + interval '${WAITS}' <= now()`);
}
