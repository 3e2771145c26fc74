/** A way to the database that can be cut and held up, as networks do. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type Cut = 'BEFORE' | 'AFTER';

/** A commit, as the driver sends it. */
const COMMIT = /\bcommit\0/i;

export interface Proxy {
  /** The given URL, by way of the proxy. */
  readonly url: string;
  /** Ends every connection and refuses new ones. */
  readonly cut: () => Promise<void>;
  /** Keeps every connection and lets nothing through. */
  readonly freeze: () => void;
  /** Ends the connection that the database knows by `port` at its next commit: before the database has it, or once it is done and before its answer is there. Each is counted. */
  readonly cutAtCommit: (port: number, when: Cut) => void;
  readonly commitsCut: () => number;
  /** Lets connections be made, and everything through, again. */
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a proxy before the database at `databaseUrl`. */
export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isFrozen = false;
  const cuts = new Map<Socket, Cut | 'NOW'>();
  let commitsCut = 0;
  /** Whether a chunk between the two goes on; a connection that is to be cut at it ends. */
  const passes = ([near, far]: readonly [Socket, Socket], from: Socket, chunk: Buffer): boolean => {
    const cut = cuts.get(far);
    if (cut === undefined || (from === near && !COMMIT.test(chunk.toString('latin1'))) || (from === far && cut !== 'NOW')) return true;
    if (cut === 'AFTER') {
      cuts.set(far, 'NOW');
      return true;
    }
    commitsCut += 1;
    for (const socket of [near, far]) socket.destroy();
    return false;
  };
  const accept = (near: Socket): void => {
    const far = connect({ port: Number(target.port), host: target.hostname });
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.on('data', (chunk: Buffer) => void (isFrozen || (passes(pair, from, chunk) && to.write(chunk))));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
        cuts.delete(far);
      });
    }
  };
  let server: Server | undefined;
  const listen = async (port: number): Promise<number> => {
    const made = (server = createServer(accept));
    await new Promise<void>((resolve, reject) => made.once('error', reject).listen(port, '127.0.0.1', resolve));
    return (made.address() as AddressInfo).port;
  };
  const cut = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  };
  const port = await listen(0);
  const near = new URL(databaseUrl);
  near.hostname = '127.0.0.1';
  near.port = String(port);
  return {
    url: near.href,
    cut,
    freeze: () => {
      isFrozen = true;
    },
    cutAtCommit: (port, when) => {
      const [, far] = [...pairs].find(([, one]) => one.localPort === port)!;
      cuts.set(far, when);
    },
    commitsCut: () => commitsCut,
    mend: async () => {
      isFrozen = false;
      if (!server) await listen(port);
    },
    close: cut,
  };
}
