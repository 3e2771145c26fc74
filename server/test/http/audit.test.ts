/** GraphQL over HTTP, as the audits of the specification's working group see it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Audit, serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { testServer } from './harness.ts';

const server = testServer();

const WHY = 'a refusal is never 200: caches, monitors and clients see it by its status, whatever media type they accept';

/** Audits that may fail, each with its reason. One that passes must leave this list. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '572B': `document that cannot be parsed, accepting application/json: ${WHY}`,
  FDE2: `document that is not valid, accepting application/json: ${WHY}`,
  '7B9B': `variable that cannot be coerced, accepting application/json: ${WHY}`,
};

async function failuresOf(audits: readonly Audit[]): Promise<Audit[]> {
  const results = await Promise.all(audits.map(async (audit) => ({ audit, result: await audit.fn() })));
  return results.filter(({ result }) => result.status !== 'ok').map(({ audit }) => audit);
}

const level = ({ name }: Audit): string => name.split(' ', 1)[0]!;

describe('the audits of graphql-http', () => {
  test('what must hold holds, and what should hold fails only where it is known to', async () => {
    const audits = serverAudits({ url: `${server().address}/graphql` });
    const failures = await failuresOf(audits);
    expect(failures.map(({ id }) => id).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
    expect(failures.filter((audit) => level(audit) === 'MUST')).toEqual([]);
    const count = (name: string): number => audits.filter((audit) => level(audit) === name).length;
    expect({ all: audits.length, MUST: count('MUST'), SHOULD: count('SHOULD') }).toEqual({ all: 61, MUST: 13, SHOULD: 23 });
  });

  test('a server that answers everything with an empty 200 fails them', async () => {
    const other = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const failures = await failuresOf(serverAudits({ url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql` }));
    other.close();
    other.closeAllConnections();
    expect(failures.some((audit) => level(audit) === 'MUST')).toBe(true);
  });
});
