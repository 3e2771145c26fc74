/**
 * The list of a session as a telephone keeps it: names, passes and what was said of them, sealed with a key that stands in a cookie. The
 * cookie ends with the session, and with any signing in or out: what it opened is nobody's then. A browser keeps one list.
 */
import { KEPT_KEY } from '@passerelle/shared/kept.ts';

import { forgetKept } from '../core/kept/index.ts';
import { CACHE, LISTS } from './keptPage.ts';
import type { Attendance, AttendedSession, Attendee } from './useAttendance.ts';

/** What is kept of a session. */
export interface KeptList {
  readonly session: Pick<AttendedSession, 'id' | 'title' | 'timeZone' | 'state'>;
  readonly attendance: Attendance;
  /** Without organisation, country and certificates, which nobody needs at a door. */
  readonly attendees: readonly Attendee[];
  /** When the server last said so, as it counts. */
  readonly asOf: string;
  /** How much later it is for the server than for this telephone, in milliseconds. */
  readonly ahead: number;
}

const listAddress = (session: string): string => LISTS + session;
const [DAY, IV] = [86_400_000, 12];

/** From when and until when a list may be kept, in milliseconds since 1970: from two days before the session to the day after its end. */
export function keepingTime(days: readonly string[]): { readonly from: number; readonly until: number } | undefined {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: Date.parse(first) - 2 * DAY, until: Date.parse(last) + 2 * DAY };
}

const isDue = (days: readonly string[], now: number): boolean => {
  const time = keepingTime(days);
  return time !== undefined && time.from <= now && now < time.until;
};

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const cookie = (): string | undefined => new RegExp(`(?:^|; )${KEPT_KEY}=([\\w-]{43})(?:;|$)`).exec(document.cookie)?.[1];

function keyOf(text: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The key, made where there is none; it ends when the list may no longer be kept. */
function ownKey(until: number): string {
  const key = cookie() ?? base64(crypto.getRandomValues(new Uint8Array(32)));
  const isSecure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${KEPT_KEY}=${key}; Path=/; Max-Age=${Math.floor((until - Date.now()) / 1000)}; SameSite=Strict${isSecure}`;
  return key;
}

/** A list that was sealed for one session is none for another. */
const sealOf = (session: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(session) });

/** Keeps a list in the place of any other; says whether it is kept, which it is only while its session is near. */
export async function keepList(list: KeptList): Promise<boolean> {
  const time = keepingTime(list.attendance.days);
  if (!time || !isDue(list.attendance.days, Date.now() + list.ahead)) return false;
  const key = await keyOf(ownKey(time.until));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const attendees = list.attendees.map((attendee) => ({ ...attendee, organisation: null, country: null, hasAttended: false, certificates: [] }));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(sealOf(list.session.id, iv), key, new TextEncoder().encode(JSON.stringify({ ...list, attendees }))));
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) if (url.includes(LISTS) && !url.endsWith(listAddress(list.session.id))) await cache.delete(url);
  await cache.put(listAddress(list.session.id), new Response(new Blob([iv, sealed])));
  return true;
}

/** The list of a session that is kept; undefined where there is none. One whose key or whose time is over is removed, with all that was kept. */
export async function readList(session: string): Promise<KeptList | undefined> {
  try {
    const kept = await globalThis.caches?.match(listAddress(session), { cacheName: CACHE });
    if (!kept) return undefined;
    const [key, bytes] = [cookie(), new Uint8Array(await kept.arrayBuffer())];
    if (key !== undefined) {
      const opened = await crypto.subtle.decrypt(sealOf(session, bytes.slice(0, IV)), await keyOf(key), bytes.slice(IV));
      const list = JSON.parse(new TextDecoder().decode(opened)) as KeptList;
      if (isDue(list.attendance.days, Date.now() + list.ahead)) return list;
    }
  } catch {
    // What cannot be opened is as good as none.
  }
  await forgetKept();
  return undefined;
}
