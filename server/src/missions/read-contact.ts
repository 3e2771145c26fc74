/** Reading what is sent of a contact of a leg: a content that can be stored, or everything that is wrong with it. */
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import { isAddress } from '../mail/index.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { neededFaults, textFaults } from './read-mission.ts';

export const CONTACT_FIELDS = ['name', 'function', 'organisation', 'email', 'phone'] as const;

/** What is said of a contact; null for what is not known. */
export interface ContactContent {
  readonly name: string;
  readonly function: string | null;
  readonly organisation: string | null;
  /** In small letters. */
  readonly email: string | null;
  /** Figures, with a plus or a bracket before them and spaces, brackets and strokes between them at most. */
  readonly phone: string | null;
}

/** The same as it is sent, with nothing tidied. */
export interface SentContact {
  readonly name: string;
  readonly function: string;
  readonly organisation: string;
  readonly email?: string | null;
  readonly phone: string;
}

/** The same is asked by the table. */
const PHONE = /^[+(]?[0-9][0-9 ()./-]{2,38}$/;

/** Spaces of any width are those of a keyboard: numbers are copied out of documents. */
const phoneOf = (typed: string): string | null => tidy(typed.replaceAll(/[\p{Zs}\t]+/gu, ' '));

/** Reads what is sent. Throws VICTIM_DATA for texts that tell who a victim is: a name, and what somebody does, tell of nobody but who is to be turned to. */
export function readContact(sent: SentContact): ContactContent | readonly MissionFault[] {
  const [name, does, organisation, email, phone] = [tidy(sent.name), tidy(sent.function), tidy(sent.organisation), tidy(sent.email)?.toLowerCase() ?? null, phoneOf(sent.phone)];
  const faults = [
    ...neededFaults('NAME', name), ...textFaults('FUNCTION', does), ...textFaults('ORGANISATION', organisation),
    ...(email === null || isAddress(email) ? [] : [fault('EMAIL', 'UNREADABLE')]), ...(phone === null || PHONE.test(phone) ? [] : [fault('PHONE', 'UNREADABLE')]),
  ];
  if (faults.length > 0) return faults;
  for (const [field, text] of Object.entries({ name, function: does, organisation })) refuseVictimsData(`input.${field}`, text ?? '');
  return { name: name!, function: does, organisation, email, phone };
}
