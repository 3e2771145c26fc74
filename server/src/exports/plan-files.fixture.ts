/** Files of a plan of the invented mission, as the tests take them. */
import { beforeAll, expect, vi } from 'vitest';
import { type Answer, send, testServer, type TestServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { readSearch, searchPlan, stopPlanSearch } from '../plans/plans.fixture.ts';

/** How a file is asked for. */
export interface Asked {
  readonly id?: string;
  readonly locale?: string;
  readonly as?: string;
}

export interface PlanFiles {
  readonly server: () => TestServer;
  readonly headers: () => Headers;
  /** The id of the search. */
  readonly search: () => string;
  readonly take: (role: Role, file: string, asked?: Asked) => Promise<Answer>;
  /** The PDF. */
  readonly paper: (role: Role, asked?: Asked) => Promise<Buffer>;
  readonly paperText: (role: Role, asked?: Asked) => Promise<string>;
  /** The text of a calendar, its lines unfolded. */
  readonly calendar: (role: Role, asked?: Asked) => Promise<string>;
}

/** Registers what has a plan found before the tests of a file; it is stopped where what explains it would be looked for. Lists are not counted: nobody takes so many in an hour. */
export function planFiles(settings: Readonly<Record<string, unknown>> = {}): PlanFiles {
  const server = testServer({ signInLimits: UNLIMITED });
  let headers: Headers;
  let search: string;

  beforeAll(async () => {
    headers = await signEverybodyIn(server());
    const { outcome, search: asked } = await searchPlan(server(), headers.adviser, { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000, ...settings });
    expect(outcome).toBe('DONE');
    search = asked!.id;
    await vi.waitUntil(async () => (await readSearch(server(), headers.adviser, search))!.isSolved, { timeout: 200_000, interval: 250 });
    await stopPlanSearch(server(), headers.adviser, search);
    // What goes on all the same for a moment writes nothing over what a test sets.
    await owner(server(), 'update plan_search set run = gen_random_uuid()');
  }, 240_000);

  const address = (file: string, { id = search, locale = 'fr', as = '' }: Asked): string => `/export/${file}?locale=${locale}&search=${id}${as && `&plan=${as}`}`;
  const uncounted = (): Promise<unknown> => owner(server(), 'delete from rate_limit');
  const take: PlanFiles['take'] = async (role, file, asked = {}) => {
    await uncounted();
    return send(server(), address(file, asked), { headers: headers[role] });
  };
  const paper: PlanFiles['paper'] = async (role, asked = {}) => {
    await uncounted();
    const response = await fetch(new URL(address('plan.pdf', asked), server().address.replace('localhost', '127.0.0.1')), { headers: headers[role] });
    return Buffer.from(await response.arrayBuffer());
  };
  return { server, headers: () => headers, search: () => search, take, paper, paperText: async (role, asked) => (await readPdf(await paper(role, asked))).text, calendar: async (role, asked) => (await take(role, 'plan.ics', asked)).text.replaceAll('\r\n ', '') };
}
