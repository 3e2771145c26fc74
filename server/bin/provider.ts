/**
 * A provider of identities on this machine, to sign in at by hand: `provider.ts SITE EMAIL…`. Prints the settings with which
 * a server on this machine knows it, then runs until it is stopped. `PROVIDER_PORT` says where, any free one otherwise.
 */
import { startProvider } from '../test/http/agents/provider.ts';

const [site, ...emails] = process.argv.slice(2);
if (!site || emails.length === 0) {
  console.error('Say where the site is reached, and who can sign in: provider.ts http://localhost:4000 EMAIL…');
  process.exit(2);
}
const { issuer, clientId, clientSecret } = await startProvider({
  site, algorithm: 'ES256', port: Number(process.env.PROVIDER_PORT ?? 0), people: emails.map((email, n) => ({ sub: `agent-${n + 1}`, email, acr: 'eidas2' })),
});
console.log(`OIDC_ISSUER=${issuer} OIDC_CLIENT_ID=${clientId} OIDC_CLIENT_SECRET=${clientSecret} OIDC_ALGORITHM=ES256 OIDC_GUARANTEES_EMAIL=true`);
