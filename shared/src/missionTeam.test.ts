import { expect, test } from 'vitest';

import { isUnusualAs, roleOf, TEAM_ROLES } from './missionTeam.ts';

const PROFESSIONS = ['JUDGE', 'POLICE_OFFICER', 'LABOUR_INSPECTOR', 'SOCIAL_WORKER', 'NGO_STAFF', 'LAWYER'];

test('nobody is unusual as what their profession is needed for, as something else, or for the adviser', () => {
  for (const profession of PROFESSIONS) for (const kind of [roleOf(profession), 'OTHER', 'ADVISER'] as const) expect([profession, kind, isUnusualAs(profession, kind)]).toEqual([profession, kind, false]);
});

test('whoever comes as what the State sends another for is, and whoever the State sends as what it does not; a social worker or a lawyer may be of an NGO, and what is refused is not said twice', () => {
  const unusual = PROFESSIONS.map((profession) => [profession, TEAM_ROLES.filter((kind) => isUnusualAs(profession, kind))]);
  expect(Object.fromEntries(unusual)).toEqual({ JUDGE: ['POLICE', 'SOCIAL', 'LABOUR'], POLICE_OFFICER: ['MAGISTRATE', 'SOCIAL', 'LABOUR'], LABOUR_INSPECTOR: ['MAGISTRATE', 'POLICE', 'SOCIAL'], SOCIAL_WORKER: ['MAGISTRATE', 'POLICE', 'LABOUR'], NGO_STAFF: [], LAWYER: ['MAGISTRATE', 'POLICE', 'LABOUR'] });
});
