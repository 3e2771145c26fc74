/** Retention: what the register says is forgotten, is; and people are written to before an account that they do not use goes. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { declarations, forgettings, termsOf } from '../core/personal/index.ts';
import { queueMail } from '../mail/index.ts';
import { WARNED_AT_LEAST, WARNED_BEFORE } from './my-data.policy.ts';
import type { Tombstones } from './tombstones.ts';

const INSTANT = '?::timestamptz';

/** Deletes the rows whose time is over at `now`, table by table. What one table refuses does not keep the others. How many by table. Throws the first refusal. */
export async function forgetDue(em: EntityManager, now: Date): Promise<Readonly<Record<string, number>>> {
  const forgotten: Record<string, number> = {};
  let refusal: unknown;
  for (const { table, period, from, through } of forgettings(declarations)) {
    const condition = `${from} + interval '${period}' <= ${INSTANT}`;
    const text = through
      ? `delete from "${table}" t using "${through.table}" o where ${through.on} and ${condition} returning 1`
      : `delete from "${table}" t where ${condition} returning 1`;
    try {
      const gone = await asRetention(em, (transaction) => transaction.execute<unknown[]>(text, [now.toISOString()]));
      forgotten[table] = (forgotten[table] ?? 0) + gone.length;
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;
  return forgotten;
}

interface Unused {
  readonly id: string;
  readonly email: string;
  readonly locale: Locale | null;
  /** The day on which the account goes at the earliest. */
  readonly goesOn: string;
}

/**
 * Writes to those whose account goes soon since they have not signed in, once; again after a week where the mail could not be sent.
 * Invented people are not written to. `origin` is where people reach the site. How many mails were queued.
 */
export async function warnUnused(em: EntityManager, now: Date, origin: string): Promise<number> {
  const unused = unusedFor();
  return asRetention(em, async (transaction) => {
    const people = await transaction.execute<Unused[]>(
      `select p.id, p.email, p.locale,
         to_char(greatest(used.at + interval '${unused}', ${INSTANT} + interval '${WARNED_AT_LEAST} days') at time zone 'UTC', 'YYYY-MM-DD') as "goesOn"
       from person p cross join lateral (select coalesce(p.last_sign_in_at, p.created_at) as at) used
       where not p.is_demonstration and p.warned_at is null and used.at + interval '${unused}' - interval '${WARNED_BEFORE} days' <= ${INSTANT}
         and not exists (select from mail m where m.person_id = p.id and m.template = 'unusedAccount' and m.sent_at is null
           and (m.failed_at is null or m.created_at > ${INSTANT} - interval '7 days'))
       order by p.id`, Array.from({ length: 3 }, () => now.toISOString()),
    );
    for (const { id, email, locale, goesOn } of people) {
      const spoken = locale ?? 'fr';
      const link = `${origin}/${spoken}/sign-in`;
      await queueMail(transaction, { to: email, locale: spoken, template: 'unusedAccount', params: { link, day: goesOn }, person: id });
    }
    return people.length;
  });
}

/** Erases the accounts that were not used for as long as the register says, of people who were written to long enough ago; never the last adviser. How many. */
export async function eraseUnused(em: EntityManager, now: Date, tombstones: Tombstones): Promise<number> {
  const unused = unusedFor();
  const people = await asRetention(em, (transaction) => transaction.execute<{ id: string }[]>(
    `select id from person where coalesce(last_sign_in_at, created_at) + interval '${unused}' <= ${INSTANT} and warned_at + interval '${WARNED_AT_LEAST} days' <= ${INSTANT} order by id`,
    [now.toISOString(), now.toISOString()],
  ));
  let erased = 0;
  for (const { id } of people) {
    const mark = await tombstones.markOf(id);
    await asRetention(em, async (transaction) => {
      const [row] = await transaction.execute<{ gone: boolean }[]>(
        `select erase_unused(?, ?, ${INSTANT}, interval '${unused}', interval '${WARNED_AT_LEAST} days') as gone`, [id, mark, now.toISOString()],
      );
      if (!row?.gone) return;
      await tombstones.add([{ mark, at: new Date().toISOString() }]);
      erased += 1;
    });
  }
  return erased;
}

/** For how long an account is kept unused, as the register says it. ISO 8601. */
function unusedFor(): string {
  return termsOf(declarations).find(({ table, event }) => table === 'person' && event === 'LAST_SIGN_IN')!.period;
}

/** A transaction that reaches what retention looks after, and nothing else about people. */
function asRetention<T>(em: EntityManager, work: (transaction: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.purpose', 'retention', true)`);
    return work(transaction);
  });
}
