/**
 * What somebody is typing and has not sent, as this browser keeps it: sealed with a key that stands in a cookie, with the mark of whose it is. The cookie ends with signing out, with anybody else’s
 * signing in, and after a week: what it opened is nobody’s then. Sealed for one person, it is none for another. Each form that is open has a draft of its own, which no other tab opens meanwhile.
 */
import { DRAFT_KEY, DRAFT_KEY_ENDS, draftMarkOf, DRAFTS } from '@passerelle/shared/kept.ts';

/** What is kept of a form. */
export interface KeptDraft<Typed> {
  /** The key under which it is sent: sent twice, by whichever page, it is one. */
  readonly key: string;
  readonly typed: Typed;
  /** Whether it was sent as it stands, and no answer came. */
  readonly isSent: boolean;
  /** Whether something of it was sent once, and no answer came: it may be stored. */
  readonly wasSent: boolean;
}

/** Of which form, and of whom: their address, which stands nowhere. */
export interface DraftOf {
  readonly form: string;
  readonly person: string;
}

const [WEEK, IV] = [604_800, 12];
/** In milliseconds. */
const PATIENCE = 500;
const slotOf = (form: string, key: string): string => `${DRAFTS}${form}:${key}`;
const slots = (start: string): string[] => Object.keys(localStorage).filter((name) => name.startsWith(start));
const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const urlSafe = (bytes: Uint8Array): string => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const markOf = async (key: string, person: string): Promise<string> => urlSafe(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(draftMarkOf(key, person)))));

/** The key that stands in this browser, where it is of this person. */
async function keyOf(person: string): Promise<string | undefined> {
  const [, key, mark] = new RegExp(`(?:^|; )${DRAFT_KEY}=([\\w-]{43})\\.([\\w-]{43})(?:;|$)`).exec(document.cookie) ?? [];
  return key !== undefined && mark === (await markOf(key, person)) ? key : undefined;
}

const opener = (key: string): Promise<CryptoKey> => crypto.subtle.importKey('raw', bytesOf(`${key.replaceAll('-', '+').replaceAll('_', '/')}=`), 'AES-GCM', false, ['encrypt', 'decrypt']);

const sealOf = ({ form, person }: DraftOf, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: utf8(`${form} ${person}`) });

/** Lax: who is signed in by another site comes back from there, and finds their draft again. */
async function keepKey(key: string, person: string): Promise<void> {
  document.cookie = `${DRAFT_KEY}=${key}.${await markOf(key, person)}; Path=/; Max-Age=${WEEK}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
}

/**
 * Keeps a draft in the place of what was kept under its key, for a week more; says whether it is kept: a browser may keep nothing. `isFirst`: whether a key may be made, where there is none;
 * one that has ended since is not made again: whoever typed before is not signed in here any more.
 */
export async function keepDraft(of: DraftOf, draft: KeptDraft<unknown>, isFirst: boolean): Promise<boolean> {
  try {
    const known = await keyOf(of.person);
    const key = known ?? (isFirst ? urlSafe(crypto.getRandomValues(new Uint8Array(32))) : undefined);
    if (key === undefined) return false;
    const iv = crypto.getRandomValues(new Uint8Array(IV));
    const sealed = await crypto.subtle.encrypt(sealOf(of, iv), await opener(key), utf8(JSON.stringify(draft)));
    // Whoever has signed out meanwhile leaves nothing behind.
    if (known !== undefined && (await keyOf(of.person)) !== known) return false;
    await keepKey(key, of.person);
    localStorage.setItem(slotOf(of.form, draft.key), base64(new Uint8Array([...iv, ...new Uint8Array(sealed)])));
    return (await keyOf(of.person)) !== undefined;
  } catch {
    return false;
  }
}

/** Gives the drafts that this tab holds free, by their name. */
const held = new Map<string, () => void>();

/** Holds a draft for this tab, until it is left or the tab is closed; false where another tab has it. A page that is just being closed is waited for. Where a browser cannot say, nobody else has it. */
export async function holdDraft(form: string, key: string): Promise<boolean> {
  const name = slotOf(form, key);
  if (held.has(name) || !navigator.locks) return true;
  return new Promise((resolve) => {
    const asked = navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, () => new Promise<void>((free) => {
      held.set(name, free);
      resolve(true);
    }));
    asked.catch(() => resolve(false));
  });
}

/** Lets another tab have it. */
export function leaveDraft(form: string, key: string): void {
  const name = slotOf(form, key);
  held.get(name)?.();
  held.delete(name);
}

async function open(of: DraftOf, kept: string): Promise<KeptDraft<unknown> | undefined> {
  try {
    const [key, bytes] = [await keyOf(of.person), bytesOf(kept)];
    if (key === undefined) return undefined;
    const opened = await crypto.subtle.decrypt(sealOf(of, bytes.slice(0, IV)), await opener(key), bytes.slice(IV));
    return JSON.parse(new TextDecoder().decode(opened)) as KeptDraft<unknown>;
  } catch {
    // What cannot be opened is as good as none.
    return undefined;
  }
}

/**
 * A draft of a form that no other tab has, held for this one; undefined where there is none for this person. What cannot be opened is removed: it is nobody’s. `isTyped` says whether it is what the
 * form takes today.
 */
export async function readDraft<Typed>(of: DraftOf, isTyped: (typed: unknown) => typed is Typed): Promise<KeptDraft<Typed> | undefined> {
  try {
    const start = slotOf(of.form, '');
    for (const name of slots(start)) {
      const key = name.slice(start.length);
      if (!(await holdDraft(of.form, key))) continue;
      const draft = await open(of, localStorage.getItem(name) ?? '');
      if (draft?.key === key && isTyped(draft.typed)) return { key, typed: draft.typed, isSent: draft.isSent === true, wasSent: draft.wasSent === true };
      forgetDraft(of.form, key);
      leaveDraft(of.form, key);
    }
  } catch {
    // Where storage is refused, nothing was kept.
  }
  return undefined;
}

/** Whether something is kept under a key of a form, whoever’s it is. */
export function hasDraft(form: string, key: string): boolean {
  try {
    return localStorage.getItem(slotOf(form, key)) !== null;
  } catch {
    return false;
  }
}

/** The draft that is kept under a key of a form, also where another tab has it: of two the last that is kept counts. Whatever of the form cannot be opened is removed, as by `readDraft`. */
export async function openDraft<Typed>(of: DraftOf, key: string, isTyped: (typed: unknown) => typed is Typed): Promise<KeptDraft<Typed> | undefined> {
  let found: KeptDraft<Typed> | undefined;
  try {
    const start = slotOf(of.form, '');
    for (const name of slots(start)) {
      const [slot, draft] = [name.slice(start.length), await open(of, localStorage.getItem(name) ?? '')];
      if (draft?.key !== slot || !isTyped(draft.typed)) forgetDraft(of.form, slot);
      else if (slot === key) found = { ...draft, typed: draft.typed };
    }
  } catch {
    // Where storage is refused, nothing was kept.
  }
  return found;
}

/** Removes one draft, and the key with the last. */
export function forgetDraft(form: string, key: string): void {
  try {
    localStorage.removeItem(slotOf(form, key));
    if (slots(DRAFTS).length === 0) document.cookie = DRAFT_KEY_ENDS;
  } catch {
    // Where storage is refused, nothing was kept.
  }
}
