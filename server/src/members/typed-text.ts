/** What people type into a line or a larger field, before it is stored. */
import { UserError } from '../core/errors.ts';
import { refuseVictimsData, visibleText } from '../core/guard/index.ts';
import { isAddress } from '../mail/index.ts';

const LINE = 200;
const TEXT = 2_000;

/** One line without spaces at its ends and without what cannot be seen, which could turn what is read around. Throws BAD_USER_INPUT when it is empty, longer than 200 signs or holds others than letters and signs, VICTIM_DATA when it tells who somebody else is. */
export function line(field: string, typed: string): string {
  const text = visibleText(typed);
  if (text === '' || text.length > LINE || /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)) throw new UserError('BAD_USER_INPUT', `${field} is one line of 1 to ${LINE} signs`, { field, maximum: LINE });
  refuseVictimsData(field, text);
  return text;
}

/** An address that a mail can go to, in small letters. Throws BAD_USER_INPUT for one that is longer than any, or else none. */
export function emailAddress(field: string, typed: string): string {
  if (!isAddress(typed)) throw new UserError('BAD_USER_INPUT', `${field} is an e-mail address`, { field });
  return typed.toLowerCase();
}

/** A text of some lines without what cannot be seen, which may be empty. Throws BAD_USER_INPUT when it is longer than 2000 signs. */
export function paragraphs(field: string, typed: string): string {
  const text = visibleText(typed);
  if (text.length > TEXT || /[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text)) throw new UserError('BAD_USER_INPUT', `${field} has ${TEXT} signs at most`, { field, maximum: TEXT });
  return text;
}

/** An address on the web, as browsers write it. Throws BAD_USER_INPUT for what is none, is not http or https, or names a user. */
export function webAddress(field: string, typed: string): string {
  const url = URL.parse(line(field, typed));
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw new UserError('BAD_USER_INPUT', `${field} is an address on the web`, { field });
  return url.href;
}
