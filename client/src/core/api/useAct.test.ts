import { cacheExchange, Client, fetchExchange, gql, provideClient } from '@urql/vue';
import { mount } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';

import { type Act, useAct } from './useAct.ts';

const THING = gql('query Thing { thing { id } }');
const CHANGE = gql('mutation Change { change { outcome } }');

/** How often a thing is fetched that is asked for before something is done and after it. */
async function fetchesAround(touched: readonly string[]): Promise<number> {
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => Response.json({ data: String(init?.body).includes('mutation') ? { change: { __typename: 'ChangePayload', outcome: 'DONE' } } : { thing: { __typename: 'Thing', id: '1' } } }));
  const client = new Client({ url: 'http://localhost/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false, fetch: fetch as never });
  let act: Act<unknown, object>['act'];
  const Doing = { setup: () => ({ act: ({ act } = useAct(CHANGE, touched)).act }), template: '<p />' };
  const page = mount({ components: { Doing }, setup: () => void provideClient(client), template: '<Doing />' });
  for (let n = 0; n < 2; n += 1) await client.query(THING, {}).toPromise();
  expect(fetch).toHaveBeenCalledOnce();
  await act!({});
  await client.query(THING, {}).toPromise();
  page.unmount();
  return fetch.mock.calls.length - 1;
}

test('what is done has answers asked anew that have something in them of a type that it touches; and no others: the control', async () => {
  expect([await fetchesAround(['Thing']), await fetchesAround([])]).toEqual([2, 1]);
});
