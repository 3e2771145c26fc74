/** No victim's data in any table: what a service stores of free text goes through here first. */
import { findPersonalData, SEVERITY, type GuardOptions } from '@passerelle/shared/guard/index.ts';
import { UserError } from '../errors.ts';

/** A longer text is refused unread: no field of ours is as long, and reading takes time in proportion. */
const LONGEST = 50_000;

/**
 * Refuses a text that tells who a person is. `field` is the path of the text in the input (`request.need`); `allowed` are
 * published numbers and addresses. Throws VICTIM_DATA with the field, the kinds and the places, and nothing of the text;
 * PAYLOAD_TOO_LARGE for a text that is too long to be read. What only warns passes: its author has been told of it.
 */
export function refuseVictimsData(field: string, text: string, options: GuardOptions = {}): void {
  if (text.length > LONGEST) throw new UserError('PAYLOAD_TOO_LARGE', 'A text is too long', { field, maximum: LONGEST });
  const refused = findPersonalData(text, options).filter(({ severity }) => severity === SEVERITY.REFUSE);
  if (refused.length === 0) return;
  const findings = refused.map(({ kind, start, end }) => ({ kind, start, end }));
  throw new UserError('VICTIM_DATA', 'A text seems to tell who a person is: it is not stored', { field, findings });
}
