/**
 * A bounded client for one address of this machine: so many connections that are kept, each asking again as soon as it
 * has been answered. Lean on purpose, since it shares the processors with what it measures.
 */
import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire, again and again. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Size of the last answer's body. */
  readonly bytes: number;
}

const HEADER_END = Buffer.from('\r\n\r\n');
const PATIENCE = 120_000;

/** Asks from `connections` connections for `seconds`. Throws at the first answer that is not a 200 of known length. */
export async function drive(port: number, request: WireRequest, connections: number, seconds: number): Promise<Load> {
  const message = wire(request);
  const times: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const deadline = start + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = await open(port);
    try {
      while (performance.now() < deadline) {
        const asked = performance.now();
        bytes = await client.ask(message);
        times.push(performance.now() - asked);
      }
    } finally {
      client.close();
    }
  }));
  const elapsed = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  return { requests: times.length, perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), bytes };
}

/** The body of one answer, for comparing. */
export async function askOnce(port: number, { method, path, headers, body }: WireRequest): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path.slice(0, 60)} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** A request as bytes. */
export function wire({ method, path, headers = {}, body = '' }: WireRequest): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  if (method === 'POST') lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** A connection that is kept. */
export interface Client {
  /** Sends a request and waits for its answer: the size of its body in bytes. Throws at one that is not a 200 of known length; the connection is closed then. */
  ask(message: Buffer): Promise<number>;
  /** The same, with the body as text. */
  read(message: Buffer): Promise<string>;
  close(): void;
}

/** Opens a connection to a port of this machine. */
export async function open(port: number): Promise<Client> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let answered: ((bytes: number) => void) | undefined;
  let body: Buffer[] | undefined;
  let failed: (error: Error) => void = () => undefined;
  let head: Buffer | undefined;
  let size = 0;
  let missing = -1;
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', (error) => failed(error));
  socket.on('close', () => failed(new Error('The connection was closed before the answer')));
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('No answer in time')));
  socket.on('data', (chunk) => {
    let rest: Buffer = chunk;
    if (missing < 0) {
      const seen = head ? Buffer.concat([head, chunk]) : chunk;
      const end = seen.indexOf(HEADER_END);
      head = seen;
      if (end < 0) return;
      const text = seen.toString('latin1', 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (!text.startsWith('HTTP/1.1 200') || length === undefined) return void socket.destroy(new Error(`Not a plain 200: ${text.slice(0, 300)}`));
      head = undefined;
      size = missing = Number(length);
      rest = seen.subarray(end + HEADER_END.length);
    }
    body?.push(rest);
    missing -= rest.length;
    if (missing > 0) return;
    missing = -1;
    answered?.(size);
  });
  const ask = (message: Buffer): Promise<number> => new Promise((resolve, reject) => {
    answered = resolve;
    failed = reject;
    socket.write(message);
  });
  return {
    ask,
    async read(message) {
      const parts: Buffer[] = (body = []);
      await ask(message);
      body = undefined;
      return Buffer.concat(parts).toString('utf8');
    },
    close: () => {
      failed = () => undefined;
      socket.destroy();
    },
  };
}
