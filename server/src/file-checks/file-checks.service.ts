/** Holding files until they were looked at for viruses, letting go those in which nothing was found, and taking the others away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { CheckedAs, HoldFile } from '../core/files/index.ts';
import { actingFor, enqueue } from '../core/jobs/index.ts';
import { queueMail } from '../mail/index.ts';
import type { Finding, ScannerAddress } from './scanner.ts';

/** One after the other: a scanner that is slow keeps no other work of the site waiting. */
const QUEUE = 'files';

/** So often within some two minutes; then what waits is asked about again every five minutes, however long the scanner is away. */
const ATTEMPTS = 5;

/** Thrown where files wait that nobody looks at: for more than a day, or as there is no scanner any more. Seen among the jobs and in the log by `code`. */
class FilesWait extends Error {
  readonly code: string;

  constructor(code: 'FILES_WAIT' | 'NO_SCANNER') {
    super('Files wait that nobody looks at');
    this.code = code;
  }
}
const jobOf = (check: string): string => `files.check ${check}`;

const COLUMN: Readonly<Record<CheckedAs, string>> = { document: 'document_uuid', answer: 'answer_uuid', clearance: 'clearance_uuid' };

export const holdFile: HoldFile = async (em, as, key) => {
  const [held] = await em.execute<{ id: string }[]>(`insert into file_check (uuid, ${COLUMN[as]}, brought_by_id) values (gen_random_uuid(), ?, acting_person()) on conflict do nothing returning uuid as id`, [key]);
  if (held) await enqueue(em, 'files.check', { id: held.id }, { key: jobOf(held.id), queue: QUEUE, attempts: ATTEMPTS });
};

/** How files that are brought are held; where there is no scanner none is. */
export const holdWith = (scanner: ScannerAddress | undefined): HoldFile | undefined => scanner && holdFile;

/**
 * Has a file that waits looked at, by `look`, which throws where there is no answer: then it waits on. Nothing of the database is held meanwhile: a file that is taken away, or brought anew, is not
 * touched by what is said of the one before.
 */
export async function checkFile(em: EntityManager, check: string, look: (bytes: Buffer) => Promise<Finding>, origin: string): Promise<void> {
  const bytes = await actingFor(em, 'files', async (own) => (await own.execute<{ bytes: Buffer | null }[]>('select file_to_check(?) as bytes', [check]))[0]?.bytes);
  if (!bytes) return;
  const finding = await look(bytes);
  await actingFor(em, 'files', async (own) => {
    if (finding !== null) return remove(own, { check, finding, origin });
    await own.execute('update file_check set checked_at = now(), brought_by_id = null where uuid = ? and checked_at is null', [check]);
  });
}

interface Removed {
  readonly as: CheckedAs;
  readonly session: string | null;
  /** Whose clearance it was of. */
  readonly expert: string | null;
  readonly to?: string;
  readonly locale?: Locale;
}

/** The page on which another one is brought: the documents of the session, the clearances of the expert, or the session, where registrations lead from. */
function pathOf({ as, session, expert }: Removed): string {
  if (expert !== null) return `/experts/Expert_${expert}/clearances`;
  if (session === null) return '';
  return `/trainings/TrainingSession_${session}${as === 'document' ? '/documents' : ''}`;
}

/** Takes away a file in which something was found, and tells who has brought it, where they are known. Not what it is called: that was written by whoever brought it. */
async function remove(em: EntityManager, { check, finding, origin }: { readonly check: string; readonly finding: string; readonly origin: string }): Promise<void> {
  const [row] = await em.execute<{ removed: Removed | null }[]>('select remove_infected(?, ?) as removed', [check, finding]);
  const removed = row?.removed;
  if (!removed?.to || !removed.locale) return;
  const { to, locale, as } = removed;
  await queueMail(em, { to, locale, template: 'fileRemoved', params: { as, link: `${origin}/${locale}${pathOf(removed)}` } });
}

/**
 * Has files looked at that wait without a job, or whose job was given up: a scanner that was away for days is asked again once it is back. Throws FilesWait where the operator has to see to it: in a
 * demonstration without a scanner nobody has to, since an invented file waits there to be seen.
 */
export async function requeueFiles(em: EntityManager, hasScanner: boolean): Promise<void> {
  const [waiting] = await actingFor(em, 'files', (own) => own.execute<[{ any: boolean; long: boolean; shown: boolean }]>(
    `select count(*) > 0 as any, coalesce(min(brought_at) < now() - interval '1 day', false) as long, exists (select from demonstration) as shown from file_check where checked_at is null`));
  if (!hasScanner && waiting.any && !waiting.shown) throw new FilesWait('NO_SCANNER');
  if (!hasScanner) return;
  await actingFor(em, 'files', (own) => own.execute(
    `with waiting as materialized (select (j.payload ->> 'id')::uuid as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'files.check' where j.attempts < j.max_attempts or j.locked_by is not null)
     select graphile_worker.add_job(identifier => 'files.check', payload => json_build_object('id', c.uuid), queue_name => ?, max_attempts => ?::int, job_key => 'files.check ' || c.uuid)
     from file_check c where c.checked_at is null and c.brought_at < now() - interval '5 minutes' and not exists (select from waiting w where w.id = c.uuid)`, [QUEUE, ATTEMPTS]));
  if (waiting.long) throw new FilesWait('FILES_WAIT');
}
