/** Asking for access, showing that the address is theirs, and deciding, by the API. */
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import type { Headers } from '../../test/permissions/roles.ts';
import { owner, secretTo } from './world.fixture.ts';

export const ANA = 'ana.new@ngo.example';
export const BOJAN = 'bojan.new@ngo.example';

/** Which organisation of those that have the name it is, or which it is not: by their ids. */
interface Which {
  readonly joins?: string;
  readonly notThese?: readonly string[];
}

export interface Requests {
  readonly request: (input?: object) => Promise<Answer>;
  readonly confirm: (secret: string) => Promise<Answer>;
  readonly decide: (by: keyof Headers, id: string, decision?: string, reason?: string, which?: Which) => Promise<Answer>;
  /** Asks and shows that the address is theirs; gives the id. */
  readonly asked: (input?: { readonly email?: string } & Record<string, unknown>) => Promise<string>;
  /** The organisations that have the name of a request, as who decides is told: by their ids. */
  readonly alike: (by: keyof Headers, id: string) => Promise<string[]>;
  /** Takes away what they have asked for, and who they have become. */
  readonly forget: () => Promise<void>;
}

const REQUEST = 'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { days } }';
const DECIDE = `mutation ($id: ID!, $decision: AccessDecision!, $reason: String!, $which: WhichOrganisationInput) {
  decideAccessRequest(id: $id, decision: $decision, reason: $reason, which: $which) { outcome } }`;

/** What is done with requests at a server. `headers` are those of everybody who is signed in there. */
export function requestsAt(server: () => TestServer, headers: () => Headers): Requests {
  const request: Requests['request'] = (input = {}) => ask(server(), REQUEST, {
    input: { organisationName: 'Novi most', country: 'RS', name: 'Ana Nova', email: ANA, role: 'NGO_MEMBER', message: 'We work on prevention in schools.', locale: 'sr-Latn', ...input },
  });
  const confirm: Requests['confirm'] = (secret) => ask(server(), 'mutation ($secret: String!) { confirmAccessRequest(secret: $secret) { isConfirmed } }', { secret });
  return {
    request, confirm,
    decide: (by, id, decision = 'APPROVED', reason = '', which = {}) => ask(server(), DECIDE, { id, decision, reason, which }, headers()[by]),
    async asked({ email = ANA, ...input } = {}) {
      const [sent, shown] = [(await request({ email, ...input })).data, (await confirm(await secretTo(server(), email))).data];
      if (!sent || (shown?.confirmAccessRequest as { isConfirmed: boolean }).isConfirmed !== true) throw new Error('The request was refused');
      return `AccessRequest_${(await owner<{ uuid: string }>(server(), 'select uuid from access_request where email = ?', [email]))[0]!.uuid}`;
    },
    async alike(by, id) {
      const { data } = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on AccessRequest { alike { id } } } }', { id }, headers()[by]);
      return (data!.node as { alike: { id: string }[] }).alike.map((one) => one.id);
    },
    async forget() {
      for (const table of ['access_request', 'person']) await owner(server(), `delete from ${table} where email in (?, ?)`, [ANA, BOJAN]);
      await owner(server(), 'delete from organisation where not is_published');
      await owner(server(), 'delete from mail');
    },
  };
}
