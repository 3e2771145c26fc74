/** Links to sign in with: asked for in a moment that says nothing, made by a job. */
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { SignInDesk } from './desk.ts';
import { LINK_LASTS } from './sign-in.ts';

/** After how many milliseconds a link is made: from, and before. */
const MOMENTS = [50, 250] as const;
/** How often making one is tried: for some two minutes. */
const LINK_ATTEMPTS = 5;

/**
 * One statement, one row and one job, whoever has the address: neither the time of the answer nor what waits says whether it is
 * somebody's. The link is not lost when the process ends, and nothing is kept of an address that is nobody's.
 */
const ASK_FOR_LINK = `
  with asked as (insert into link_request (id, person_id, locale)
    values (gen_random_uuid(), coalesce((select id from person where email = $1 and suspended_at is null), gen_random_uuid()), $2) returning id)
  select from asked, graphile_worker.add_job(identifier => 'accounts.link', max_attempts => $3::int, payload => json_build_object('id', asked.id))`;

/** A request that was kept for longer than its link would last, as in a backup, is none any more. */
const ASKED = 'select person_id as person, locale from link_request where id = $1 and asked_at > now() - make_interval(mins => $2::int)';

interface Asked {
  readonly person: string;
  readonly locale: Locale;
}

/** What the job is given: the key of a row, from which nobody is known who cannot read it. */
export interface LinkJob {
  readonly id: string;
}

export class Links {
  readonly #desk: SignInDesk;
  readonly #send: (email: string, locale: Locale) => Promise<unknown>;

  /** `send` makes a link for somebody and sends it, in their language. */
  constructor(desk: SignInDesk, send: (email: string, locale: Locale) => Promise<unknown>) {
    this.#desk = desk;
    this.#send = send;
  }

  /** Asks for a link for an address, in small letters. Throws SERVICE_UNAVAILABLE. */
  async ask(address: string, locale: Locale): Promise<void> {
    await this.#desk.query(ASK_FOR_LINK, [address, locale, LINK_ATTEMPTS]);
  }

  /**
   * Makes a link for somebody who may sign in, and sends it; for nobody there is nothing to do. It is begun at a moment drawn by
   * chance, so that what it costs does not show in the time of the next answer.
   */
  async make({ id }: LinkJob): Promise<void> {
    await wait(randomInt(...MOMENTS));
    const [asked] = (await this.#desk.query<Asked>(ASKED, [id, LINK_LASTS])).rows;
    if (asked) await this.#desk.whileThere(asked.person, ({ email, locale }) => this.#send(email, locale ?? asked.locale));
    await this.#desk.query('delete from link_request where id = $1', [id]);
  }

  /** Forgets those that came to nothing. */
  async forget(): Promise<void> {
    await this.#desk.query('delete from link_request where asked_at < now() - make_interval(mins => $1::int)', [LINK_LASTS]);
  }
}
