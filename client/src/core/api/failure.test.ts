import { CombinedError } from '@urql/vue';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { failureOf } from './failure.ts';

function answered(extensions: Record<string, unknown>): CombinedError {
  return new CombinedError({ graphQLErrors: [new GraphQLError('for developers', { extensions })] });
}

describe('failureOf', () => {
  it('knows the codes of the API', () => {
    expect(failureOf(answered({ code: 'TIMEOUT' }))).toEqual({ code: 'TIMEOUT' });
  });

  it('takes a code it does not know for a fault of ours, and keeps the reference', () => {
    expect(failureOf(answered({ code: 'NEW', reference: 'f00d' }))).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: 'f00d' });
  });

  it('says which field it is about', () => {
    expect(failureOf(answered({ code: 'VICTIM_DATA', params: { field: 'name', findings: [] } }))).toEqual({ code: 'VICTIM_DATA', field: 'name' });
  });

  it('says that the network failed when nothing came', () => {
    expect(failureOf(new CombinedError({ networkError: new Error('Failed to fetch') }))).toEqual({ code: 'NETWORK' });
  });
});
