/** Cutting the way to the database at the commit of what changes rows, as a network does: before the database has it, or once it is done and nobody has been told. */
import { copyDatabase } from '../database.ts';
import { start, type TestServer, UNLIMITED } from '../http/harness.ts';
import { type Cut, openProxy, type Proxy } from '../http/proxy.ts';
import type { SignInLink } from '../../src/accounts/index.ts';
import { changedBetween, picture, untilNothingIsDue } from './picture.ts';

type Rows = Promise<[{ readonly port: number; readonly writes: boolean }]>;
type TransactAs = (orm: unknown, person: string | null) => <T>(work: (em: { execute: (statement: string) => Promise<unknown> }) => Promise<T>) => Promise<T>;

/** What is to be cut, and where; nothing where `when` is null. */
export interface Cutting {
  when: Cut | null;
  /** How many transactions that write, or lock, are let by before. */
  letBy?: number;
  proxy: Pick<Proxy, 'cutAtCommit'> | undefined;
}

/** The same as `transactAs`, but the commit of what has written something is cut. */
export function cutting(transactAs: TransactAs, cut: Cutting): TransactAs {
  return (orm, person) => (work) => transactAs(orm, person)(async (em) => {
    const came = await work(em);
    if (cut.when) {
      const [{ port, writes }] = await (em.execute('select inet_client_port() as port, pg_current_xact_id_if_assigned() is not null as writes') as Rows);
      if (writes && !cut.letBy) cut.proxy!.cutAtCommit(port, cut.when);
      else if (writes) cut.letBy! -= 1;
    }
    return came;
  });
}

export interface Behind {
  readonly server: TestServer;
  readonly proxy: Proxy;
  readonly close: () => Promise<void>;
}

/** A server whose way to its database leads through a proxy. */
export async function serverBehind(links: SignInLink[]): Promise<Behind> {
  const database = await copyDatabase('full');
  const proxy = await openProxy(database.owner);
  const server = await start({ ...database, owner: proxy.url }, { sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
  const close = async (): Promise<void> => {
    await server.close();
    await proxy.close();
    await database.drop();
  };
  return { server, proxy, close };
}

/** What came of an act whose commit was cut before, then after, and which was then asked for once more. */
export interface Came {
  readonly told: readonly [before: string, after: string, again: string];
  /** The tables that it changed: when the database had not got its commit, when it had, and when it was asked for again. */
  readonly unmade: readonly string[];
  readonly made: readonly string[];
  readonly remade: readonly string[];
  readonly commitsCut: number;
  /** What is stored in the end. */
  readonly now: Readonly<Record<string, string>>;
}

/** Does it three times; `cuts` are where the first two are cut, `stored` is what is stored before, where that is known, `letBy` how many transactions of each are let by. */
export async function cutAt({ server, proxy }: Behind, cut: Cutting, act: () => Promise<string>, { cuts = ['BEFORE', 'AFTER'], stored, letBy = 0 }: { readonly cuts?: readonly [Cut, Cut] | undefined; readonly stored?: Readonly<Record<string, string>>; readonly letBy?: number } = {}): Promise<Came> {
  const cutBefore = proxy.commitsCut();
  const look = async (): Promise<Record<string, string>> => {
    await untilNothingIsDue(server);
    return picture(server);
  };
  const doing = async (when: Cut | null): Promise<string> => {
    [cut.when, cut.letBy] = [when, letBy];
    try {
      return await act();
    } finally {
      cut.when = null;
    }
  };
  const found = stored ?? (await look());
  const before = await doing(cuts[0]);
  const unmade = await look();
  const after = await doing(cuts[1]);
  const made = await look();
  const again = await doing(null);
  const now = await look();
  return {
    told: [before, after, again], unmade: changedBetween(found, unmade), made: changedBetween(unmade, made), remade: changedBetween(made, now), commitsCut: proxy.commitsCut() - cutBefore, now,
  };
}
