/** Links to sign in with: asked for in a moment that says nothing, made by a job. */
import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
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
  with asked as (insert into link_request (id, person_id, locale, network)
    values (gen_random_uuid(), coalesce((select id from person where email = $1 and suspended_at is null), gen_random_uuid()), $2, $4) returning id)
  select from asked, graphile_worker.add_job(identifier => 'accounts.link', max_attempts => $3::int, payload => json_build_object('id', asked.id))`;

/** A request that was kept for longer than its link would last, as in a backup, is none any more. */
const ASKED = 'select person_id as person, locale, network from link_request where id = $1 and asked_at > now() - make_interval(mins => $2::int)';

interface Asked {
  readonly person: string;
  readonly locale: Locale;
  readonly network: string | null;
}

/** For how many days somebody is known to come from a network. */
const NETWORK_KNOWN = 90;

const KNOWN = 'select from sign_in_network where person_id = $1 and network = $2 and signed_in_at > now() - make_interval(days => $3::int)';
const KNOW = 'insert into sign_in_network (person_id, network) values ($1, $2) on conflict (person_id, network) do update set signed_in_at = now()';

export interface LinksOptions {
  /** What networks are hashed with. */
  readonly secret: string;
  /** Whether mails are read on the site: there is no mailbox to be filled, and nobody's network to be known. */
  readonly areMailsLocal: boolean;
  /** Makes a link for somebody and sends it, in their language. */
  readonly send: (email: string, locale: Locale) => Promise<unknown>;
}

/** What the job is given: the key of a row, from which nobody is known who cannot read it. */
export interface LinkJob {
  readonly id: string;
}

export class Links {
  readonly #desk: SignInDesk;
  readonly #options: LinksOptions;

  constructor(desk: SignInDesk, options: LinksOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  /** Asks for a link for an address, in small letters, from a network. Throws RATE_LIMITED, alike for every address, and SERVICE_UNAVAILABLE. */
  async ask(address: string, locale: Locale, network: string): Promise<void> {
    await this.#desk.take('linkPerNetwork', network);
    if (!this.#options.areMailsLocal) await this.#desk.take('linkFromNetwork', `${network} ${address}`);
    await this.#desk.query(ASK_FOR_LINK, [address, locale, LINK_ATTEMPTS, this.#markOf(address, network)]);
  }

  /** Remembers that somebody has signed in from a network. Throws SERVICE_UNAVAILABLE. */
  async know(person: string, email: string, network: string): Promise<void> {
    const mark = this.#markOf(email, network);
    if (mark !== null) await this.#desk.query(KNOW, [person, mark]);
  }

  /**
   * Makes a link for somebody who may sign in, and sends it; for nobody there is nothing to do. It is begun at a moment drawn by
   * chance, so that what it costs does not show in the time of the next answer.
   */
  async make({ id }: LinkJob): Promise<void> {
    await wait(randomInt(...MOMENTS));
    const [asked] = (await this.#desk.query<Asked>(ASKED, [id, LINK_LASTS])).rows;
    if (asked) {
      await this.#desk.whileThere(asked.person, async ({ email, locale }) => {
        if (await this.#mayBeSent(asked, email)) await this.#options.send(email, locale ?? asked.locale);
      });
    }
    await this.#desk.query('delete from link_request where id = $1', [id]);
  }

  /**
   * Whether somebody is sent one more. From where they have lately signed in they always are: what others ask for in their name elsewhere
   * fills their mailbox up to its limit and keeps nobody out. It is found out here, after the answer, which is the same for all.
   */
  async #mayBeSent({ person, network }: Asked, email: string): Promise<boolean> {
    if (this.#options.areMailsLocal || (await this.#desk.query(KNOWN, [person, network, NETWORK_KNOWN])).rowCount === 1) return true;
    return this.#desk.take('linkPerAddress', email).then(() => true, (error: unknown) => {
      if (error instanceof UserError && error.extensions.code === 'RATE_LIMITED') return false;
      throw error;
    });
  }

  /** What is kept of a network, for one address; null where it is not looked at. */
  #markOf(address: string, network: string): string | null {
    return this.#options.areMailsLocal ? null : createHmac('sha256', this.#options.secret).update(`network ${address} ${network}`).digest('base64url');
  }

  /** Forgets those that came to nothing, and networks from which nobody has come for long. */
  async forget(): Promise<void> {
    await this.#desk.query('delete from sign_in_network where signed_in_at < now() - make_interval(days => $1::int)', [NETWORK_KNOWN]);
    await this.#desk.query('delete from link_request where asked_at < now() - make_interval(mins => $1::int)', [LINK_LASTS]);
  }
}
