/** The product in two processes, as `npm start` runs it, and people who are signed in there and register others. */
import type { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseUrls } from '../../src/core/database/index.ts';
import { type Running, start } from '../processes.ts';
import { projectFolder } from '../stage.ts';

const PATIENCE = 20_000;

/** Somebody who registers people for an organisation. */
export interface Coordinator {
  readonly cookie: string;
  /** Its slug. */
  readonly organisation: string;
}

/** Starts a process of the product without limits on how often somebody acts. */
export function startProduct({ owner, app }: DatabaseUrls, dataFolder: string): Promise<Running> {
  return start({
    args: ['--initial-heap-size=256', '--import', '@oxc-node/core/register', 'src/registrations/server.fixture.ts'], cwd: `${projectFolder}server`,
    env: {
      HOST: '127.0.0.1', DATABASE_URL: owner, DATABASE_APP_URL: app, DATA_FOLDER: dataFolder, DEMONSTRATION: 'yes', SMTP_URL: '', PROOF_OF_WORK: '0',
      VISITOR_LIMIT: '100000000', MEMBER_LIMIT: '100000000',
    },
  });
}

/** Signs in those who coordinate an organisation of the demonstration, by the links in their mails. */
export async function signInCoordinators({ port }: Running, { em }: MikroORM): Promise<Coordinator[]> {
  const rows = await em.fork().execute<{ email: string; organisation: string }[]>(
    `select distinct on (p.email) p.email, m.organisation_slug as organisation from person p join member m on m.person_id = p.id
      where p.email like 'ngo-coordinator.%' and m.organisation_slug is not null order by p.email`);
  const coordinators: Coordinator[] = [];
  for (const { email, organisation } of rows) coordinators.push({ organisation, cookie: await signIn(port, email, em) });
  return coordinators;
}

async function signIn(port: number, email: string, em: MikroORM['em']): Promise<string> {
  await ask(port, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause(50)) {
    const [mail] = await em.fork().execute<{ text: string }[]>(`select text from mail where recipient = ? and template = 'signInLink' order by created_at desc limit 1`, [email]);
    const secret = /confirm#(\w+)/.exec(mail?.text ?? '')?.[1];
    if (secret) return (await ask(port, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret })).getSetCookie()[0]!.split(';', 1)[0]!;
  }
  throw new Error(`No link came for ${email}.`);
}

async function ask(port: number, query: string, variables: Readonly<Record<string, unknown>>): Promise<Headers> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql?locale=fr`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`Signing in was answered ${response.status}: ${text.slice(0, 500)}`);
  return response.headers;
}
