/** A clamd for tests, on the loopback: it speaks INSTREAM as the real one, and says what a test has it say. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What becomes of a file: what is answered, nothing, the end of the connection before an answer, or in the midst of one. */
export type Said = string | 'HANG' | 'CUT' | 'HALF';

export interface TestClamd {
  readonly address: { readonly host: string; readonly port: number };
  /** What has come whole. */
  readonly come: Buffer[];
  /** Ends it. */
  readonly close: () => Promise<void>;
}

const COMMAND = 'zINSTREAM\0';

/** The file within what has come; undefined while more is to come. Throws for what clamd would not understand. */
function fileIn(come: Buffer): Buffer | undefined {
  if (!COMMAND.startsWith(come.toString('latin1', 0, COMMAND.length))) throw new Error('Not INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= come.length;) {
    const length = come.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(come.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

/** Starts one on `port`, any free one unless said. `say` decides by what is in a file; with `isEarly` it refuses each before it has come. */
export async function testClamd(say: (file: Buffer) => Said | Promise<Said>, { isEarly = false, port = 0 } = {}): Promise<TestClamd> {
  const come: Buffer[] = [];
  const sockets = new Set<Socket>();
  const answer = (socket: Socket, said: Said): void => {
    if (said === 'HANG') return;
    if (said === 'CUT') socket.destroy();
    else socket.end(said === 'HALF' ? 'stream: O' : `${said}\0`);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let sent = Buffer.alloc(0);
    socket.on('error', () => undefined).on('data', (bytes: Buffer) => {
      sent = Buffer.concat([sent, bytes]);
      if (isEarly) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const file = fileIn(sent);
      if (!file) return;
      come.push(file);
      void Promise.resolve(say(file)).then((said) => answer(socket, said));
    });
  });
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    come,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
