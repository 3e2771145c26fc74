import type { KnownInstrument } from './useInstruments.ts';

type Fact = Pick<KnownInstrument['countries'][number], 'status' | 'signedOn' | 'consentKind' | 'consentedOn' | 'inForceOn'>;

/** A date of a country: the day, `unknown` when there is one that nobody has noted, nothing when there can be none. */
export type PartyDate = { readonly on: string } | 'unknown' | undefined;

/** The dates of what an instrument is to a country. Who acceded or succeeded need not have signed; a directive is not signed. */
export function partyDates(fact: Fact): { signed: PartyDate; consented: PartyDate; inForce: PartyDate } {
  const isParty = fact.status === 'PARTY';
  const hasSigned = fact.status === 'SIGNATORY' || (isParty && fact.consentKind !== 'ACCESSION' && fact.consentKind !== 'SUCCESSION');
  return {
    signed: date(fact.signedOn, hasSigned),
    consented: date(fact.consentedOn, isParty),
    inForce: date(fact.inForceOn, isParty),
  };
}

function date(on: string | null, isExpected: boolean): PartyDate {
  if (on) return { on };
  return isExpected ? 'unknown' : undefined;
}
