/** Passes: read and checked in the browser, without asking anybody. How they are made stands in decision 23. */

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LABEL = new TextEncoder().encode('passerelle check-in');
const [KEY_BYTES, MAC_BYTES] = [16, 16];
const CODE = 8;

/** The bytes of a text in Base64url; undefined for what is none. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** A pass taken apart: the key of the registration and what it is signed with; undefined for what has not its form. */
function partsOf(token: string): { readonly key: Uint8Array<ArrayBuffer>; readonly mac: Uint8Array<ArrayBuffer> } | undefined {
  const bytes = bytesOf(token);
  if (token.length !== 43 || bytes?.length !== KEY_BYTES + MAC_BYTES) return undefined;
  return { key: bytes.slice(0, KEY_BYTES), mac: bytes.slice(KEY_BYTES) };
}

/** The id of a registration by its key. */
function idOf(key: Uint8Array): string {
  const digits = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `Registration_${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** The eight signs of a pass, which are typed or said where it cannot be read; undefined for what is no pass. */
export function codeOf(token: string): string | undefined {
  const parts = partsOf(token);
  return parts && Array.from(parts.mac.slice(0, CODE), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** The same as it is read: two groups of four, on one line. */
export function groupedCode(code: string): string {
  return code.replace(/^(.{4})(.{4})$/, '$1\u00A0$2');
}

/** Typed signs as they are kept: O is 0, I and L are 1. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s\-–]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** Reads passes that were signed with the key of a session, given in Base64url. */
export async function passReader(sessionKey: string): Promise<(text: string) => Promise<string | undefined>> {
  const key = await crypto.subtle.importKey('raw', bytesOf(sessionKey)!, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => {
    // The picture may hold the address of the page of the pass.
    const parts = partsOf(text.slice(text.lastIndexOf('#') + 1).trim());
    if (!parts) return undefined;
    const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array([...LABEL, ...parts.key])));
    return parts.mac.every((byte, i) => byte === signed[i]) ? idOf(parts.key) : undefined;
  };
}
