/** Somebody's browser: it keeps the cookie that it is given, and asks with it. */
import { expect, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Answer, ask } from './harness.ts';
import { codeOf, SoftAuthenticator } from './soft-authenticator.ts';

export class Browser {
  readonly #server: { readonly address: string };
  cookie = '';

  constructor(server: { readonly address: string }) {
    this.#server = server;
  }

  /** The headers with which it asks. */
  get headers(): Record<string, string> {
    return this.cookie === '' ? {} : { cookie: this.cookie };
  }

  /** Asks, and keeps the cookie that comes with the answer. */
  async ask(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const answer = await ask(this.#server, document, variables, this.headers);
    const [given] = answer.headers.getSetCookie();
    if (given) this.cookie = given.split(';', 1)[0]!;
    return answer;
  }

  /** The one field that a mutation answers; undefined when it was refused. */
  async act<T>(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T | undefined> {
    const { data } = await this.ask(`mutation ${document}`, variables);
    return data ? (Object.values(data)[0] as T) : undefined;
  }

  /** Confirms a link. `links` is where the server puts them. Gives whether the second step is due. */
  async link(links: readonly SignInLink[], email: string): Promise<boolean> {
    const before = links.length;
    await this.ask('mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
    const { secret } = await vi.waitUntil(() => links.slice(before).find(({ to }) => to === email), { timeout: 20_000, interval: 20 });
    const answer = await this.act<{ isSignedIn: boolean; isSecondStepDue: boolean }>('($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn isSecondStepDue } }', { secret });
    expect(answer?.isSignedIn).toBe(true);
    return answer!.isSecondStepDue;
  }

  /** The name of who is signed in; null for a visitor. */
  async viewer(): Promise<string | null> {
    const { data } = await this.ask('{ viewer { name } }');
    return (data!.viewer as { name: string } | null)?.name ?? null;
  }

  async beginPasskey(): Promise<Json> {
    return (await this.act<{ options: Json }>('{ beginPasskey { options } }'))!.options;
  }

  async askForPasskey(): Promise<Json> {
    return (await this.act<{ options: Json }>('{ askForPasskey { options } }'))!.options;
  }

  async addPasskey(name: string, response: Json): Promise<Added | undefined> {
    return this.act<Added>('($name: String!, $response: JSONObject!) { addPasskey(name: $name, response: $response) { isAdded recoveryCodes } }', { name, response });
  }

  /** Sets up a passkey. */
  async newPasskey(name = 'Telephone'): Promise<{ readonly device: SoftAuthenticator; readonly added: Added | undefined }> {
    const device = new SoftAuthenticator();
    return { device, added: await this.addPasskey(name, device.make(await this.beginPasskey())) };
  }

  async showPasskey(response: Json): Promise<boolean | undefined> {
    return (await this.act<Shown>('($response: JSONObject!) { showPasskey(response: $response) { isShown } }', { response }))?.isShown;
  }

  async showCode(code: string): Promise<boolean | undefined> {
    return (await this.act<Shown>('($code: String!) { showCode(code: $code) { isShown } }', { code }))?.isShown;
  }

  async showRecoveryCode(code: string): Promise<boolean | undefined> {
    return (await this.act<Shown>('($code: String!) { showRecoveryCode(code: $code) { isShown } }', { code }))?.isShown;
  }

  async beginAuthenticator(): Promise<string> {
    return (await this.act<{ secret: string }>('{ beginAuthenticator { secret } }'))!.secret;
  }

  async addAuthenticator(code: string): Promise<Added | undefined> {
    return this.act<Added>('($code: String!) { addAuthenticator(code: $code) { isAdded recoveryCodes } }', { code });
  }

  /** Sets up an application with a code of half a minute ago, so that those of now and of half a minute later can be used. */
  async newAuthenticator(): Promise<{ readonly secret: string; readonly added: Added | undefined; readonly at: number }> {
    const secret = await this.beginAuthenticator();
    const add = async (at = Date.now()) => ({ secret, at, added: await this.addAuthenticator(codeOf(secret, -1, at)) });
    const first = await add();
    // A half-minute may end while a code is on its way, and the code is too old then.
    return first.added?.isAdded === false ? add() : first;
  }
}

type Json = Readonly<Record<string, unknown>>;

interface Added {
  readonly isAdded: boolean;
  readonly recoveryCodes: readonly string[];
}

interface Shown {
  readonly isShown: boolean;
}
