import { describe, expect, it } from 'vitest';

import { instrumentSteps } from './instrumentSteps.ts';

const TODAY = '2026-11-24';
const unknown = { signedOn: null, consentedOn: null, inForceOn: null };

describe('the way of a country into a treaty', () => {
  it('of a party goes from signature to entry into force', () => {
    const steps = instrumentSteps({ status: 'PARTY', signedOn: '2005-12-22', consentedOn: '2007-02-06', inForceOn: '2008-02-01' }, TODAY);
    expect(steps.map(({ kind, on, isDone }) => [kind, on, isDone])).toEqual([
      ['SIGNED', '2005-12-22', true], ['CONSENT', '2007-02-06', true], ['IN_FORCE', '2008-02-01', true],
    ]);
  });

  it('of a party that never signed begins with its consent, and a day that is not known is not made up', () => {
    expect(instrumentSteps({ status: 'PARTY', ...unknown, consentedOn: '2006-10-23' }, TODAY)).toEqual([
      { kind: 'CONSENT', on: '2006-10-23', isDone: true }, { kind: 'IN_FORCE', on: null, isDone: true },
    ]);
  });

  it('has a last step to come while the treaty is not yet in force for it', () => {
    const steps = instrumentSteps({ status: 'PARTY', ...unknown, consentedOn: '2026-10-01', inForceOn: '2027-02-01' }, TODAY);
    expect(steps.at(-1)).toEqual({ kind: 'IN_FORCE', on: '2027-02-01', isDone: false });
  });

  it('of one that only signed leads to a step that was not taken', () => {
    expect(instrumentSteps({ status: 'SIGNATORY', ...unknown, signedOn: '2005-12-22' }, TODAY).map(({ kind, isDone }) => [kind, isDone]))
      .toEqual([['SIGNED', true], ['NOT_PARTY', false]]);
  });

  it('of one that is not a party is a single step not taken', () => {
    expect(instrumentSteps({ status: 'NOT_PARTY', ...unknown }, TODAY)).toEqual([{ kind: 'NOT_PARTY', on: null, isDone: false }]);
  });

  it('of a member of the Union bound by a directive is one step', () => {
    expect(instrumentSteps({ status: 'BOUND', ...unknown }, TODAY)).toEqual([{ kind: 'BOUND', on: null, isDone: true }]);
  });
});
