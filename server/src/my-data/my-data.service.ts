/** What people do about the data kept about them. */
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import pg from 'pg';
import { mayAnswerDataRequests, type Standing } from '../accounts/index.ts';
import { connectionWith, translateError } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData, visibleText } from '../core/guard/index.ts';
import { type Limit, Limiter } from '../core/limits/index.ts';
import type { OwnData } from '../core/own-data.ts';
import type { Visit } from '../core/visit.ts';
import { isAddress, queueMail } from '../mail/index.ts';
import { answerRequest, checked, kindOf, makeRequest } from './data-requests.service.ts';
import { eraseMe } from './erasure.service.ts';
import { ADDRESS_LINK_LASTS, LONGEST_NAME, mayActOnOwnData } from './my-data.policy.ts';
import { ownRows } from './own-rows.ts';
import type { Tombstones } from './tombstones.ts';

/** How often somebody may do what costs others or the server something. */
export interface OwnDataLimits {
  readonly dataFile: Limit;
  readonly addressChange: Limit;
  readonly addressLink: Limit;
  readonly dataRequest: Limit;
}

const A_DAY = 24 * 60 * 60;
const LIMITS: OwnDataLimits = {
  dataFile: { points: 5, seconds: A_DAY }, addressChange: { points: 5, seconds: A_DAY },
  addressLink: { points: 25, seconds: 5 * 60 }, dataRequest: { points: 10, seconds: A_DAY },
};

export interface DataDeskOptions {
  /** Of the application role. */
  readonly orm: MikroORM;
  /** The application role's URL. */
  readonly databaseUrl: string;
  /** What the keys of limits are hashed with. */
  readonly secret: string;
  /** Where people reach the site. */
  readonly origin: string;
  readonly tombstones: Tombstones;
  readonly limits?: OwnDataLimits | undefined;
}

/** The code with which PostgreSQL refuses what somebody else has already. */
const TAKEN = '23505';

export class DataDesk {
  readonly #options: DataDeskOptions;
  readonly #pool: pg.Pool;
  readonly #limiter: Limiter;

  constructor(options: DataDeskOptions) {
    this.#options = options;
    this.#pool = new pg.Pool({ ...connectionWith(options.databaseUrl, ['TimeZone=UTC', 'statement_timeout=3000']), max: 2, connectionTimeoutMillis: 2000, application_name: 'passerelle-my-data' });
    this.#pool.on('error', () => undefined);
    this.#limiter = new Limiter(this.#pool, options.secret, { ...(options.limits ?? LIMITS) });
  }

  /** What who asks can do. */
  ownDataOf({ actor, signedIn }: Standing, visit: Pick<Visit, 'signOut'>): OwnData {
    const own = (): string => {
      if (!actor.person || !signedIn) throw new UserError('UNAUTHENTICATED', 'Sign in first');
      return actor.person;
    };
    const real = (): string => {
      const person = own();
      if (!mayActOnOwnData(signedIn!)) throw new UserError('INVENTED_PERSON', 'What an invented person does would be done to everybody who signs in as them');
      return person;
    };
    const { tombstones, origin } = this.#options;
    const rows = (person: string) => this.#as(person, ownRows);
    return {
      isReadOnly: signedIn !== null && !mayActOnOwnData(signedIn),
      rows: async () => (actor.person ? rows(actor.person) : null),
      file: async () => {
        await this.#limiter.take('dataFile', own());
        return rows(own());
      },
      isLastAdviser: async () => (actor.person ? this.#as(actor.person, isLastAdviser) : false),
      correctName: async (name) => this.#as(real(), (em) => correctName(em, name)),
      requestAddress: async (email, locale) => {
        const person = real();
        if (!isAddress(email)) throw new UserError('BAD_USER_INPUT', 'Not an e-mail address', { argument: 'email' });
        await this.#limiter.take('addressChange', person);
        await this.#as(person, (em) => requestAddress(em, person, { email: email.toLowerCase(), locale, origin }));
      },
      confirmAddress: async (secret) => {
        const person = real();
        await this.#limiter.take('addressLink', person);
        return this.#as(person, (em) => confirmAddress(em, person, secret)).catch((error: { code?: unknown }) => {
          if (error.code === TAKEN) return false;
          throw error;
        });
      },
      makeRequest: async (kind, text) => {
        const person = real();
        const made = { person, kind: kindOf(kind), text: checked('text', text) };
        await this.#limiter.take('dataRequest', person);
        await this.#as(person, (em) => makeRequest(em, made));
      },
      answerRequest: async (request, answer) => {
        const person = own();
        if (!mayAnswerDataRequests(actor)) return false;
        const written = checked('answer', answer);
        return this.#as(person, (em) => answerRequest(em, request, written, origin));
      },
      erase: async () => {
        const person = real();
        if (!(await this.#as(person, (em) => eraseMe(em, tombstones, person)))) return false;
        // What the browser holds of the session, which is gone: the language is that of an address nobody is led to.
        await visit.signOut('fr');
        return true;
      },
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** A transaction of the application role as somebody, for their own data. Refusals of the database are translated. */
  async #as<T>(person: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.#options.orm.em.fork().transactional(async (em) => {
        await em.execute(`select set_config('passerelle.person', ?, true), set_config('passerelle.purpose', 'my-data', true)`, [person]);
        return work(em);
      });
    } catch (error) {
      throw translateError(error);
    }
  }
}

async function isLastAdviser(em: EntityManager): Promise<boolean> {
  const [row] = await em.execute<{ is: boolean }[]>('select is_last_adviser(acting_person()) as is');
  return row!.is;
}

async function correctName(em: EntityManager, name: string): Promise<string> {
  const kept = visibleText(name).replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (kept === '' || kept.length > LONGEST_NAME) throw new UserError('BAD_USER_INPUT', 'Not a name', { argument: 'name', maximum: LONGEST_NAME });
  refuseVictimsData('name', kept);
  await em.execute('update person set name = ?, updated_at = now() where id = acting_person()', [kept]);
  return kept;
}

/** A later request takes the place of an earlier one, whose link is then of no use. */
async function requestAddress(em: EntityManager, person: string, { email, locale, origin }: { email: string; locale: Locale; origin: string }): Promise<void> {
  const secret = randomBytes(32).toString('base64url');
  const [row] = await em.execute<{ locale: string | null }[]>('select locale from person where id = acting_person()');
  const spoken = isLocale(row?.locale ?? '') ? (row!.locale as Locale) : locale;
  await em.execute(
    `insert into address_change (person_id, email, secret_hash) values (?, ?, ?)
     on conflict (person_id) do update set email = excluded.email, secret_hash = excluded.secret_hash, created_at = now()`, [person, email, hashed(secret)],
  );
  const link = `${origin}/${spoken}/account/address#${secret}`;
  await queueMail(em, { to: email, locale: spoken, template: 'changeAddress', params: { link, minutes: ADDRESS_LINK_LASTS }, key: `address ${person}`, person });
}

/** The old address is told; links to sign in that wait there are of no more use. Throws the database's error for an address that somebody has. */
async function confirmAddress(em: EntityManager, person: string, secret: string): Promise<boolean> {
  const [change] = await em.execute<{ email: string }[]>(
    `delete from address_change where person_id = acting_person() and secret_hash = ? and created_at > now() - ?::int * interval '1 minute' returning email`, [hashed(secret), ADDRESS_LINK_LASTS],
  );
  const [before] = await em.execute<{ email: string; locale: string | null }[]>('select email, locale from person where id = acting_person()');
  if (!change || !before) return false;
  await em.execute('select hold_for_address(?)', [change.email]);
  await em.execute('delete from sign_in_verification where position(to_json(?::text)::text in value) > 0', [before.email]);
  await em.execute('update person set email = ?, email_verified = true, updated_at = now() where id = acting_person()', [change.email]);
  const locale = isLocale(before.locale ?? '') ? (before.locale as Locale) : 'fr';
  await queueMail(em, { to: before.email, locale, template: 'addressChanged', params: {}, person });
  return true;
}

function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
