/** The other half of the control: where the rules of the tables are taken away, the readers alone still hide missions and legs. */
import { expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { contactsFound, hostsFound, idsOf, wrongWays } from './mission-found.ts';
import { dueMissions } from './mission-rows.ts';
import { makeMissions } from './mission-world.ts';
import { ROLES, signEverybodyIn } from './roles.ts';
import { withoutRules } from './trial.ts';

const server = testServer({ signInLimits: UNLIMITED });

test('readers alone hide what is not somebody’s to see', { timeout: 120_000 }, async () => {
  const headers = await signEverybodyIn(server());
  await makeMissions(server(), headers);
  await withoutRules(server());
  for (const role of ROLES) {
    expect([role, await wrongWays(server(), headers, role)]).toEqual([role, []]);
    const legs = await idsOf(server(), dueMissions('MissionLeg', role));
    const due = legs.length === 0 ? [] : await idsOf(server(), `select name as id from leg_contact where leg_uuid in (${legs.map((id) => `'${id}'`).join(', ')})`);
    expect([role, await contactsFound(server(), headers, role), await hostsFound(server(), headers, role)]).toEqual([role, due, due.map((name) => name.replace('Contact', 'Host'))]);
  }
});
