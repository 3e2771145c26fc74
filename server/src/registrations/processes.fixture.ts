/** Servers in processes of their own at one database, and people who are signed in there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { copyDatabase, dataFolderOf, type TestDatabase } from '../../test/database.ts';
import { ask } from '../../test/http/harness.ts';
import type { Cookies } from './world.fixture.ts';

export interface At {
  readonly address: string;
}

export interface Processes {
  readonly servers: readonly At[];
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** Starts `count` servers over a copy of the filled database. */
export async function startProcesses(count: number): Promise<Processes> {
  const database = await copyDatabase('full');
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map((child) => new Promise<void>((resolve) => ((child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve()))));
    await database.drop();
  };
  try {
    return { database, close, servers: await Promise.all(Array.from({ length: count }, () => startServer(database, children))) };
  } catch (error) {
    await close();
    throw error;
  }
}

function startServer(database: TestDatabase, children: ChildProcess[]): Promise<At> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('server.fixture.ts', import.meta.url))], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.owner, DATA_FOLDER: dataFolderOf(database), DEMONSTRATION: 'yes', DEVELOPMENT: 'true', SMTP_URL: '', PROOF_OF_WORK: '0',
      VISITOR_LIMIT: '100000', MEMBER_LIMIT: '100000',
    },
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (process.env.SAY) process.stderr.write(chunk);
      const address = /Passerelle: (http:\S+)/.exec(said)?.[1];
      if (address) resolve({ address });
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

/** Signs somebody of the demonstration in, by the link of the mail as it stands in the database. */
export async function signInAt(at: At, { orm }: TestDatabase, email: string): Promise<Cookies> {
  await ask(at, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const [mail] = await orm.em.fork().execute<{ text: string }[]>(`select text from mail where recipient = ? and template = 'signInLink' order by created_at desc limit 1`, [email]);
    const secret = /confirm#(\w+)/.exec(mail?.text ?? '')?.[1];
    if (secret) {
      const { headers } = await ask(at, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret });
      return { cookie: headers.getSetCookie()[0]!.split(';', 1)[0]! };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No link came for ${email}`);
}
