/** Which countries, which team: a search whose meetings are what is open. It is read like any other, and neither taken over nor taken along as a programme. */
import { beforeAll, expect, test, vi } from 'vitest';
import { ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { readSearch, searchPlan, stopPlanSearch } from './plans.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const FIELDS = 'settings { isIdea mostCountries } plan { countries meetings { meetingKey } } assumptions { openWorth { urged considered invited need } candidates { meetingKey countryCode city themeCode needs urged considered invited worth } } can { takeOver askCurve }';
let headers: Headers;
beforeAll(async () => void (headers = await signEverybodyIn(server(), links)), 180_000);

interface Seen {
  readonly settings: { readonly isIdea: boolean; readonly mostCountries: number | null };
  readonly plan: { readonly countries: readonly string[]; readonly meetings: readonly { readonly meetingKey: string }[] } | null;
  readonly assumptions: { readonly openWorth: { readonly urged: number; readonly considered: number; readonly invited: number }; readonly candidates: readonly { readonly meetingKey: string; readonly countryCode: string; readonly worth: number; readonly needs: number; readonly urged: number; readonly considered: number; readonly invited: number }[] };
  readonly can: { readonly takeOver: boolean; readonly askCurve: boolean };
}

test('says what speaks for each country, keeps to as many countries as may be, and is not taken over', async () => {
  const { outcome, search } = await searchPlan(server(), headers.adviser, { isIdea: true, mostCountries: 2, isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 });
  expect(outcome).toBe('DONE');
  const id = search!.id;
  await vi.waitUntil(async () => (await readSearch(server(), headers.adviser, id))!.isSolved, { timeout: 200_000, interval: 500 });
  await stopPlanSearch(server(), headers.adviser, id);
  const { settings, plan, assumptions: { openWorth, candidates }, can } = (await readSearch<Seen>(server(), headers.adviser, id, FIELDS))!;
  expect([settings, openWorth.urged > openWorth.considered && openWorth.considered > openWorth.invited]).toEqual([{ isIdea: true, mostCountries: 2 }, true]);
  expect(candidates.length).toBeGreaterThan(0);
  for (const { needs, urged, considered, invited, worth } of candidates) expect([needs + urged + considered + invited > 0, worth > 10]).toEqual([true, true]);
  expect([plan!.countries.length <= 2, can.takeOver]).toEqual([true, false]);
  const { data } = await ask(server(), 'query ($id: ID!) { planTakeOver(id: $id) { outcome } }', { id }, headers.adviser);
  expect(data!.planTakeOver).toEqual({ outcome: 'TOO_LATE' });
  expect((await send(server(), `/export/plan.csv?locale=en&search=${id}`, { headers: headers.adviser })).status).not.toBe(200);
}, 300_000);

test('more countries than there are, or none, are refused', async () => {
  for (const mostCountries of [0, 17]) expect((await searchPlan(server(), headers.adviser, { isIdea: true, mostCountries })).outcome).toBe('INVALID');
});
