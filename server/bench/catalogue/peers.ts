/** Who is measured: each a process of its own on the same database, with a pool of the same size. */
import { fileURLToPath } from 'node:url';
import type { WireRequest } from '../load.ts';
import type { Program } from '../processes.ts';
import type { Stage } from '../stage.ts';
import { hashOf, LOCALE, type Question, type QuestionName } from './documents.ts';
import { POSTGRAPHILE_DOCUMENTS } from './peers/postgraphile.documents.ts';
import { productProgram } from './product.ts';

export interface Peer {
  readonly label: string;
  /** The process; peers with the same one share it, since only one is asked at a time. */
  readonly program: 'product' | 'hand' | 'constant' | 'postgraphile' | 'usual';
  /** How the peer is asked; undefined when it has no answer. `size` is that of the product's body. */
  readonly request: (name: QuestionName, question: Question, size: number) => WireRequest | undefined;
}

const JSON_BODY = { 'content-type': 'application/json' };
const ACCEPT = { accept: 'application/graphql-response+json, application/json', 'apollo-require-preflight': 'true' };
const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}): WireRequest =>
  ({ method: 'POST', path, headers: { ...JSON_BODY, ...headers }, body: JSON.stringify(body) });

/** The peers by the names that people choose them with. All else is held against `hand`. */
export const PEERS: Readonly<Record<string, Peer>> = {
  product: {
    label: '(p) the product, trusted document',
    program: 'product',
    request: (_name, { document, variables }) => {
      const search = new URLSearchParams({ locale: LOCALE, documentId: `sha256:${hashOf(document)}`, variables: JSON.stringify(variables) });
      return { method: 'GET', path: `/graphql?${search}`, headers: ACCEPT };
    },
  },
  adhoc: {
    label: '(p) the product, any document by POST',
    program: 'product',
    request: (_name, { document, variables }) => post(`/graphql?locale=${LOCALE}`, { query: `# ad hoc\n${document}`, variables }, ACCEPT),
  },
  hand: {
    label: '(d) SQL written by hand, pg, node:http',
    program: 'hand',
    request: (name, { variables }) => {
      const search = new URLSearchParams({ locale: LOCALE, ...Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)])) });
      return { method: 'GET', path: `/${name}?${search}` };
    },
  },
  constant: {
    label: '(e) as many bytes from memory, node:http',
    program: 'constant',
    request: (_name, _question, size) => ({ method: 'GET', path: `/?size=${size}` }),
  },
  postgraphile: {
    label: 'PostGraphile 5',
    program: 'postgraphile',
    request: (name) => {
      const query = POSTGRAPHILE_DOCUMENTS[name];
      return query === undefined ? undefined : post('/graphql', { query });
    },
  },
  usual: {
    label: 'Apollo, TypeGraphQL, MikroORM populate',
    program: 'usual',
    request: (_name, { document, variables }) => post('/', { query: document, variables }, { 'accept-language': LOCALE }),
  },
};

const FILES = { hand: 'hand-written.ts', constant: 'constant.ts', postgraphile: 'postgraphile.ts', usual: 'usual/main.ts' };

/** How a peer's process is started. */
export function programOf(name: Peer['program'], stage: Stage, productFolder: string): Program {
  if (name === 'product') return productProgram(productFolder, stage);
  const file = fileURLToPath(new URL(`./peers/${FILES[name]}`, import.meta.url));
  return {
    args: ['--import', '@oxc-node/core/register', file], cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // PostGraphile follows foreign keys, into a table of which the application role sees no row for a visitor.
    env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production', DATABASE_URL: name === 'postgraphile' ? stage.owner : stage.app },
  };
}
