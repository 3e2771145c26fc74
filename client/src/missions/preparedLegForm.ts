import { comparing } from '../core/editing/index.ts';
import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { ContactInput, LegContact, LegFault, PreparedInput, PreparedLeg } from './usePreparedLeg.ts';

/** What of a leg is typed by whoever prepares it: in the language in which it was first written. */
export type TypedPreparation = { -readonly [K in keyof PreparedInput]: string };

const PREPARED_FIELDS = ['purpose', 'note', 'lodgingName', 'lodgingAddress', 'transport'] as const satisfies readonly (keyof TypedPreparation)[];
export type PreparedFieldName = (typeof PREPARED_FIELDS)[number];

/** The language in which a leg was first written. */
export const sourceLocaleOf = ({ texts }: Pick<PreparedLeg, 'texts'>): string | undefined => texts.find(({ isSource }) => isSource)?.locale;

/** A leg that is stored, as if it were typed. */
export function typedPreparation({ texts, lodgingName, lodgingAddress, transport }: Pick<PreparedLeg, 'texts' | 'lodgingName' | 'lodgingAddress' | 'transport'>): TypedPreparation {
  const source = texts.find(({ isSource }) => isSource);
  return { purpose: source?.purpose ?? '', note: source?.note ?? '', lodgingName: lodgingName ?? '', lodgingAddress: lodgingAddress ?? '', transport: transport ?? '' };
}

const isBlank = (text: string): boolean => text.trim() === '';
const wrong = (field: LegFault['field'], fault: LegFault['fault']): LegFault => ({ field, fault, maximum: null });

/** What is wrong with what is typed, as far as the page can know. */
export const preparationFaults = ({ purpose }: TypedPreparation): LegFault[] => (isBlank(purpose) ? [wrong('PURPOSE', 'MISSING')] : []);

/** What is typed of a leg beside what is stored of it. */
export const preparationComparing = comparing<TypedPreparation, PreparedFieldName>(PREPARED_FIELDS);

/** What is typed of a contact. */
export interface TypedContact {
  name: string;
  function: string;
  organisation: string;
  email: string;
  phone: string;
}

const CONTACT_FIELDS = ['name', 'function', 'organisation', 'email', 'phone'] as const satisfies readonly (keyof TypedContact)[];
export type ContactFieldName = (typeof CONTACT_FIELDS)[number];

/** Nobody yet. */
export const emptyContact = (): TypedContact => ({ name: '', function: '', organisation: '', email: '', phone: '' });

/** A contact that is stored, as if it were typed. */
export function typedContact({ name, function: does, organisation, email, phone }: Omit<LegContact, 'key' | 'version'>): TypedContact {
  return { name, function: does ?? '', organisation: organisation ?? '', email: email ?? '', phone: phone ?? '' };
}

/** What is sent of what is typed. */
export function contactInput({ email, ...typed }: TypedContact): ContactInput {
  return { ...typed, email: isBlank(email) ? null : emailSent(email) };
}

/** As the server has it: figures, with a plus or a bracket before them and spaces, brackets and strokes between them. */
const PHONE = /^[+(]?[0-9][0-9 ()./-]{2,38}$/;

/** What is wrong with what is typed of a contact, as far as the page can know, in the order of the fields. */
export function contactFaults({ name, email, phone }: TypedContact): LegFault[] {
  return [
    ...(isBlank(name) ? [wrong('NAME', 'MISSING')] : []), ...(emailFault(email) === 'wrong' ? [wrong('EMAIL', 'UNREADABLE')] : []),
    ...(isBlank(phone) || PHONE.test(phone.trim().replaceAll(/[\p{Zs}\t]+/gu, ' ')) ? [] : [wrong('PHONE', 'UNREADABLE')]),
  ];
}

/** What is typed of a contact beside what is stored of it. */
export const contactComparing = comparing<TypedContact, ContactFieldName>(CONTACT_FIELDS);
