import type { Locale } from '@passerelle/shared/locales.ts';
import { cacheExchange, Client, fetchExchange } from '@urql/vue';

const clients = new Map<Locale, Client>();

/**
 * The client of the API for a locale. The locale is in the address of every request, so that each cache on the way, and
 * the one in the page, keeps languages apart.
 */
export function clientFor(locale: Locale): Client {
  const known = clients.get(locale);
  if (known) return known;
  const client = new Client({
    url: `/graphql?locale=${locale}`,
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: 'force',
    // A frame is drawn without answers.
    ...(import.meta.env.SSR && { fetch: () => new Promise<Response>(() => undefined) }),
    fetchOptions: { headers: { accept: 'application/graphql-response+json, application/json' } },
  });
  clients.set(locale, client);
  return client;
}
