/** A provider that says whatever a test wants: what a hostile one, or somebody between it and us, could say. */
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type JWTPayload, SignJWT } from 'jose';

export type Signer = (claims: JWTPayload) => Promise<string>;

/** What is otherwise than it should be; what is left out is as it should be. */
export interface Twist {
  readonly idToken?: JWTPayload;
  readonly signIdToken?: Signer;
  readonly userInfo?: JWTPayload;
  readonly signUserInfo?: Signer;
  /** The type of what is said of the person. */
  readonly userInfoType?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** By path: a status to answer with, or `slow`, `stalled` in the middle, `cut` off. */
  readonly faults?: Readonly<Record<string, number | 'slow' | 'stalled' | 'cut'>>;
}

const signing = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** Longer than anybody waits in a test. */
const SLOW = 30_000;

export class Double {
  static readonly CLIENT = 'passerelle';
  twist: Twist = {};
  /** How often each path was asked for. */
  readonly asked: Record<string, number> = {};
  /** What was said at the token endpoint last. */
  posted = new URLSearchParams();
  issuer = '';
  nonce = '';
  person: JWTPayload = { sub: 'sub-anna', email: 'anna@example.org', email_verified: true };
  kid = 'first';
  keys = signing();
  readonly #http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => void this.#answer(request.url!, Buffer.concat(chunks).toString(), response));
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.#http.close(resolve);
      this.#http.closeAllConnections();
    });
  }

  /** Signs with other keys from now on, under another name. */
  rotate(): void {
    this.kid = randomUUID();
    this.keys = signing();
  }

  /** A signature that holds, unless something is given that is otherwise. */
  signed({ key = this.keys.privateKey, kid = this.kid, alg = 'RS256' }: { key?: KeyObject; kid?: string; alg?: string } = {}): Signer {
    return (claims) => new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);
  }

  /** A key that this provider publishes for another algorithm. */
  get elliptic(): KeyObject {
    return elliptic.privateKey;
  }

  async #answer(url: string, body: string, response: ServerResponse): Promise<void> {
    const path = url.split('?', 1)[0]!;
    this.asked[path] = (this.asked[path] ?? 0) + 1;
    const fault = this.twist.faults?.[path];
    if (typeof fault === 'number') return void response.writeHead(fault).end('<h1>Sorry</h1>');
    if (fault === 'cut') return void response.destroy();
    if (fault === 'slow') await wait(SLOW, undefined, { ref: false });
    if (path === '/token') this.posted = new URLSearchParams(body);
    const { type, text } = await this.#said(path);
    response.writeHead(200, { 'content-type': type });
    if (fault !== 'stalled') return void response.end(text);
    response.write(text.slice(0, 10));
    await wait(SLOW, undefined, { ref: false });
    response.end(text.slice(10));
  }

  async #said(path: string): Promise<{ type: string; text: string }> {
    const json = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value) });
    const { issuer, twist } = this;
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: Double.CLIENT, iat: now, exp: now + 60 };
    switch (path) {
      case '/.well-known/openid-configuration':
        return json({
          issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
          authorization_response_iss_parameter_supported: true, code_challenge_methods_supported: ['S256'], ...twist.metadata,
        });
      case '/jwks':
        return json({ keys: [
          { ...this.keys.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig', alg: 'RS256' },
          { ...elliptic.publicKey.export({ format: 'jwk' }), kid: 'elliptic', use: 'sig', alg: 'ES256' },
        ] });
      case '/token':
        return json({
          access_token: 'access', token_type: 'Bearer', expires_in: 60,
          id_token: await (twist.signIdToken ?? this.signed())({ ...usual, sub: this.person.sub!, nonce: this.nonce, ...twist.idToken }),
        });
      default:
        return { type: twist.userInfoType ?? 'application/jwt', text: await (twist.signUserInfo ?? this.signed())({ ...usual, ...this.person, ...twist.userInfo }) };
    }
  }
}
