/** An SMTP server for tests: takes mails, or does with them what a test says. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What becomes of a mail: taken, refused with a code, the connection dropped once it has come, or nothing said for now. */
export type Reply = 'take' | 'drop' | 'hang' | number;

export interface TestSmtp {
  readonly url: string;
  /** The mails that have come, refused and dropped ones too, as they came and as they are read. */
  readonly come: { readonly raw: string; readonly mail: ParsedMail; readonly reply: Reply }[];
  /** What becomes of the next mails, in turn; what `otherwise` says when nothing is said. */
  readonly next: Reply[];
  /** Lets those go on that hang. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

const refusal = (code: number): Error => Object.assign(new Error('no mail for somebody@example.org here'), { responseCode: code });

/** Starts one on a free port, which takes what it is sent unless `otherwise` says otherwise. With `atRecipient` it refuses when it hears who the mail is for, not once the mail has come. */
export async function testSmtp({ atRecipient = false, otherwise = (): Reply => 'take' } = {}): Promise<TestSmtp> {
  const come: TestSmtp['come'] = [];
  const next: Reply[] = [];
  let hanging: (() => void)[] = [];
  const sockets = new Map<number | undefined, { destroy: () => void }>();
  const settle = (reply: Reply, session: SMTPServerSession, done: (error?: Error) => void): void => {
    if (reply === 'take') done();
    else if (reply === 'drop') sockets.get(session.remotePort)?.destroy();
    else if (reply === 'hang') hanging.push(done);
    else done(refusal(reply));
  };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: (_address, session, done) => (atRecipient ? settle(next.shift() ?? otherwise(), session, done) : done()),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        void simpleParser(raw).then((mail) => {
          const reply = atRecipient ? 'take' : (next.shift() ?? otherwise());
          come.push({ raw, mail, reply });
          settle(reply, session, done);
        });
      });
    },
  });
  server.server.on('connection', (socket) => sockets.set(socket.remotePort, socket));
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    come,
    next,
    release: () => {
      for (const go of hanging) go();
      hanging = [];
    },
    close: () => new Promise((resolve) => {
      for (const socket of sockets.values()) socket.destroy();
      server.close(() => resolve());
    }),
  };
}

/** Who a mail says it is for. */
export const recipients = ({ to }: ParsedMail): string[] => ([to ?? []].flat() as AddressObject[]).flatMap(({ value }) => value.map(({ address }) => address ?? ''));
