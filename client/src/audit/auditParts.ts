/** The parts that entries name: what a sentence calls them, and how their values are written. */
import type { AuditEntry } from './useAuditTrail.ts';

/** What a sentence calls a part: the field; of an opinion the service alone, as its sentence says whether it was noted or silence. */
export function partOf({ subject, part }: Pick<AuditEntry, 'subject' | 'part'>): string | null {
  return subject === 'OPINION' && part ? part.replace(/^(?:noted|silence)\./, '') : part;
}

/** What kind of value a part has, which decides how it is written. */
export type ValueKind = 'locale' | 'visibility' | 'role' | 'country' | 'day' | 'instant' | 'text';

const KINDS: Readonly<Record<string, ValueKind>> = {
  locale: 'locale', source_locale: 'locale', contact_visibility: 'visibility', email_visibility: 'visibility', name_visibility: 'visibility', institution_visibility: 'visibility', missions_visibility: 'visibility', photo_visibility: 'visibility',
  role: 'role', country_code: 'country', since: 'day', until: 'day', starts_on: 'day', ends_on: 'day', from_on: 'day', until_on: 'day', given_on: 'day', record_consented_on: 'day', answers_until: 'day', 'silence.SCAC': 'day', 'silence.SSI': 'day', suspended_at: 'instant', refused_at: 'instant', sent_at: 'instant', withdrawn_at: 'instant', accepted_at: 'instant', confirmed_at: 'instant',
  starts_at: 'instant', ends_at: 'instant', registration_until: 'instant', name_shown_at: 'instant',
};

/** How the values of a part are written; a part that is not known as it stands. */
export function kindOf(part: string | null): ValueKind {
  return part !== null && Object.hasOwn(KINDS, part) ? KINDS[part]! : 'text';
}
