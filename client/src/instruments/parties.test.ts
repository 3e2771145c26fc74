import { describe, expect, it } from 'vitest';

import { partyDates } from './parties.ts';

const nothing = { signedOn: null, consentKind: null, consentedOn: null, inForceOn: null } as const;

describe('the dates of a country', () => {
  it('are those that are known', () => {
    expect(partyDates({ status: 'PARTY', signedOn: '2005-12-22', consentKind: 'RATIFICATION', consentedOn: '2007-02-06', inForceOn: '2008-02-01' }))
      .toEqual({ signed: { on: '2005-12-22' }, consented: { on: '2007-02-06' }, inForce: { on: '2008-02-01' } });
  });

  it('are unknown for a party of which nobody noted them', () => {
    expect(partyDates({ ...nothing, status: 'PARTY' })).toEqual({ signed: 'unknown', consented: 'unknown', inForce: 'unknown' });
  });

  it('are none where there can be none: no signature before an accession, nothing of a country that is not a party', () => {
    expect(partyDates({ ...nothing, status: 'PARTY', consentKind: 'ACCESSION' }).signed).toBeUndefined();
    expect(partyDates({ ...nothing, status: 'NOT_PARTY' })).toEqual({ signed: undefined, consented: undefined, inForce: undefined });
    expect(partyDates({ ...nothing, status: 'BOUND' }).inForce).toBeUndefined();
  });

  it('include the signature of one that has only signed', () => {
    expect(partyDates({ ...nothing, status: 'SIGNATORY' })).toEqual({ signed: 'unknown', consented: undefined, inForce: undefined });
  });
});
