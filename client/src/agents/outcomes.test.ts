// @vitest-environment node
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import texts from '../locales/en/agents.json';
import { AGENT_OUTCOMES, agentOutcome } from './outcomes.ts';

describe('why nobody was signed in', () => {
  it('has a sentence for all that the server can say, and for nothing else', () => {
    const server = readFileSync(new URL('../../../server/src/agents/provider-fault.ts', import.meta.url), 'utf8');
    const said = [...(/^export type Outcome = (.+);$/m.exec(server)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name!);
    expect(said.length).toBeGreaterThan(0);
    expect([...AGENT_OUTCOMES].sort()).toEqual(said.sort());
    expect(Object.keys(texts.agents.outcome).sort()).toEqual(said);
  });

  it.each([undefined, null, '', 'toString', 'Refused', '<script>', ['refused'], 1])('is nothing that the address makes up: %j', (named) => {
    expect(agentOutcome(named)).toBeUndefined();
  });
});
