/**
 * What somebody is typing and has not sent, as this browser keeps it: sealed with a key that stands in a cookie. The cookie ends with any signing in or out, and after a week: what it
 * opened is nobody’s then. Sealed for one person, it is none for another.
 */
import { DRAFT_KEY, DRAFT_KEY_ENDS } from '@passerelle/shared/kept.ts';

/** What is kept of a form. */
export interface KeptDraft<Typed> {
  /** The key under which it is sent: sent twice, by whichever page, it is one. */
  readonly key: string;
  readonly typed: Typed;
  /** Whether it was sent, and no answer came. */
  readonly isSent: boolean;
}

/** Of which form, and of whom: their address, which stands nowhere. */
export interface DraftOf {
  readonly form: string;
  readonly person: string;
}

const [WEEK, IV] = [604_800, 12];
const name = (form: string): string => `draft:${form}`;
const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const cookie = (): string | undefined => new RegExp(`(?:^|; )${DRAFT_KEY}=([\\w-]{43})(?:;|$)`).exec(document.cookie)?.[1];

const keyOf = (text: string): Promise<CryptoKey> => crypto.subtle.importKey('raw', bytesOf(`${text.replaceAll('-', '+').replaceAll('_', '/')}=`), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The key, made where there is none; each time that something is kept it holds for a week more. */
function ownKey(): string {
  const key = cookie() ?? base64(crypto.getRandomValues(new Uint8Array(32))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  document.cookie = `${DRAFT_KEY}=${key}; Path=/; Max-Age=${WEEK}; SameSite=Strict${location.protocol === 'https:' ? '; Secure' : ''}`;
  return key;
}

const sealOf = ({ form, person }: DraftOf, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${form} ${person}`) });

/** Keeps a draft in the place of the last one of its form; says whether it is kept: a browser may keep nothing. */
export async function keepDraft(of: DraftOf, draft: KeptDraft<unknown>): Promise<boolean> {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(IV));
    const sealed = await crypto.subtle.encrypt(sealOf(of, iv), await keyOf(ownKey()), new TextEncoder().encode(JSON.stringify(draft)));
    localStorage.setItem(name(of.form), base64(new Uint8Array([...iv, ...new Uint8Array(sealed)])));
    return cookie() !== undefined;
  } catch {
    return false;
  }
}

/** The draft of a form; undefined where there is none for this person. What cannot be opened is removed: it is nobody’s. `isTyped` says whether it is what the form takes today. */
export async function readDraft<Typed>(of: DraftOf, isTyped: (typed: unknown) => typed is Typed): Promise<KeptDraft<Typed> | undefined> {
  try {
    const kept = localStorage.getItem(name(of.form));
    if (kept === null) return undefined;
    const [key, bytes] = [cookie(), bytesOf(kept)];
    if (key !== undefined) {
      const opened = await crypto.subtle.decrypt(sealOf(of, bytes.slice(0, IV)), await keyOf(key), bytes.slice(IV));
      const draft = JSON.parse(new TextDecoder().decode(opened)) as KeptDraft<unknown>;
      if (typeof draft.key === 'string' && isTyped(draft.typed)) return { key: draft.key, typed: draft.typed, isSent: draft.isSent === true };
    }
  } catch {
    // What cannot be opened is as good as none.
  }
  forgetDraft(of.form);
  return undefined;
}

/** Removes the draft of a form, and the key: there is no other draft. */
export function forgetDraft(form: string): void {
  try {
    document.cookie = DRAFT_KEY_ENDS;
    localStorage.removeItem(name(form));
  } catch {
    // Where storage is refused, nothing was kept.
  }
}
