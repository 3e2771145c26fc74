/** A device that makes and shows passkeys, in software: as honest as it is told to be. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** The code that an application shows for a secret, so many half-minutes from a moment. */
export function codeOf(secret: string, halfMinutes = 0, from = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: from + halfMinutes * 30_000 });
}

/** What of an answer is another than it should be. */
export interface Lies {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  /** How often the device says that it has signed. */
  readonly counter?: number;
  /** False when nobody has shown the device who they are. */
  readonly isVerified?: boolean;
  /** Whose passkey the device says that it is. */
  readonly handle?: string;
  readonly id?: string;
  readonly type?: string;
  /** Who signs in the place of the device. */
  readonly signer?: SoftAuthenticator;
}

type Json = Readonly<Record<string, unknown>>;

const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];
const hash = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64 = (data: Buffer | string): string => Buffer.from(data).toString('base64url');

export class SoftAuthenticator {
  readonly id = randomBytes(16).toString('base64url');
  readonly #key: KeyObject;
  readonly #public: { x: string; y: string };
  #counter = 0;
  #handle = '';

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.#public = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  }

  /** Makes a passkey, as `navigator.credentials.create` does. */
  make(options: Json, lies: Lies = {}): Json {
    const { challenge, rp, user } = options as { challenge: string; rp: { id: string }; user: { id: string } };
    this.#handle = user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const { x, y } = this.#public;
    const key = map([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]);
    const data = Buffer.concat([this.#data(lies.host ?? rp.id, ATTESTED, lies), Buffer.alloc(16), length, id, key]);
    const attestation = map([['fmt', 'none'], ['attStmt', NOTHING], ['authData', data]]);
    return {
      id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: base64(clientData('webauthn.create', challenge, lies)), attestationObject: base64(attestation) },
    };
  }

  /** Shows the passkey, as `navigator.credentials.get` does. */
  show(options: Json, lies: Lies = {}): Json {
    const { challenge, rpId } = options as { challenge: string; rpId: string };
    const data = this.#data(lies.host ?? rpId, 0, lies);
    const client = clientData('webauthn.get', challenge, lies);
    const signature = (lies.signer ?? this).sign(Buffer.concat([data, hash(client)]));
    const id = lies.id ?? this.id;
    return {
      id, rawId: id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: base64(client), authenticatorData: base64(data), signature: base64(signature), userHandle: lies.handle ?? this.#handle },
    };
  }

  sign(data: Buffer): Buffer {
    return sign('sha256', data, this.#key);
  }

  #data(host: string, flags: number, { counter, isVerified = true }: Lies): Buffer {
    this.#counter = counter ?? this.#counter + 1;
    const head = Buffer.alloc(5);
    head.writeUInt8(flags | PRESENT | (isVerified ? VERIFIED : 0));
    head.writeUInt32BE(this.#counter, 1);
    return Buffer.concat([hash(host), head]);
  }
}

function clientData(type: string, challenge: string, lies: Lies): string {
  return JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? ORIGIN, crossOrigin: false });
}

/** Where a server under test says that it is reached. */
export const ORIGIN = 'http://localhost:5173';

/** A map without entries. */
const NOTHING = null;
type Value = number | string | Buffer | typeof NOTHING;

/** As much of CBOR as a passkey needs. */
function map(entries: readonly (readonly [number | string, Value])[]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat().map((value) => item(value))]);
}

function item(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (value === NOTHING) return head(5, 0);
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([head(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
