/**
 * How often the API may be asked. Whoever is signed in counts for themselves, wherever they are: an embassy, where many share one
 * address, is held back by nobody but the visitors among them. What the pages ask to show the catalogue is not counted at all.
 */
import pg from 'pg';
import { connectionWith } from '../database/index.ts';
import { Leases } from './leases.ts';
import { type Limit, Limiter } from './limiter.ts';

/** How often, in five minutes. */
export interface ApiLimitOptions {
  /** The application role's URL. */
  readonly databaseUrl: string;
  /** What subjects are hashed with. */
  readonly secret: string;
  /** Of visitors who come from one network. */
  readonly visitors: number;
  /** Of one person who is signed in. */
  readonly members: number;
  /** How many lists a person may take out of the site in an hour; 30 unless told. */
  readonly exports?: number;
  /** How many files a person may bring in a day; 60 unless told. */
  readonly uploads?: number;
}

/** What files are counted as. */
export type CountedFile = 'bringFile' | 'bringAnswerFile' | 'bringFileByLink';

/** What somebody may still ask for. */
export interface Allowance {
  /** Counts so many operations. Throws RATE_LIMITED. */
  take(operations: number): Promise<void>;
}

const SECONDS = 5 * 60;
const DAY = 86_400;
/** How many files a person may bring as answers of people whom they register, for each that they may bring otherwise: twenty people with three files each are one form. */
const FILES_OF_ANSWERS = 5;
/** How many files whoever has a link may bring by it in a day: a form asks one person for three. */
const FILES_BY_LINK = 20;
const CONNECTIONS = 4;
/** In milliseconds: a database that does not answer holds nobody up, each process counts by itself then. */
const PATIENCE = 1_000;

export class ApiLimits {
  readonly #pool: pg.Pool;
  readonly #visitors: Leases;
  readonly #members: Leases;
  readonly #limiter: Limiter;

  constructor({ databaseUrl, secret, visitors, members, exports = 30, uploads = 60 }: ApiLimitOptions) {
    this.#pool = new pg.Pool({
      ...connectionWith(databaseUrl, [`statement_timeout=${PATIENCE}`]),
      max: CONNECTIONS, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE, application_name: 'passerelle-limits',
    });
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    const limit = (points: number): Limit => ({ points, seconds: SECONDS, isRemembered: true });
    const limiter = new Limiter(this.#pool, secret, { askAsVisitor: limit(visitors), askAsMember: limit(members), takeList: { points: exports, seconds: 3_600 }, bringFile: { points: uploads, seconds: DAY }, bringAnswerFile: { points: uploads * FILES_OF_ANSWERS, seconds: DAY }, bringFileByLink: { points: FILES_BY_LINK, seconds: DAY } });
    this.#limiter = limiter;
    this.#visitors = new Leases(visitors, (network, times) => limiter.take('askAsVisitor', network, times));
    this.#members = new Leases(members, (person, times) => limiter.take('askAsMember', person, times));
  }

  /** What a person may ask for, or a visitor (null) from this network. */
  allowanceOf(person: string | null, network: string): Allowance {
    return { take: async (operations) => void (await (person === null ? this.#visitors.take(network, operations) : this.#members.take(person, operations))) };
  }

  /** Counts that a person takes a list out of the site. Throws RATE_LIMITED. */
  async countExport(person: string): Promise<void> {
    await this.#limiter.take('takeList', person);
  }

  /** Counts that a person, or whoever has a link (`subject`), brings a file. Throws RATE_LIMITED. */
  async countUpload(subject: string, what: CountedFile): Promise<void> {
    await this.#limiter.take(what, subject);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
