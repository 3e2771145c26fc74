/** What the trail tells of missions and legs: what changes, and of what they are made with that they are made. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { createMission, editMission, giveUp, keyOf, owner, saveLeg, told, translateLeg, translateMission } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** The entries about a mission since this was asked last: what of it, before and after. */
async function trail(mission: string): Promise<string[]> {
  const entries = await owner<{ line: string }>(server(), `delete from audit_entry where subject in ('MISSION', 'MISSION_LEG') and object = ? returning concat_ws(' ', action, case subject when 'MISSION_LEG' then 'leg' end, part, coalesce(before, '-') || ' > ' || coalesce(after, '-')) as line`, [keyOf(mission)]);
  return entries.map(({ line }) => line).sort();
}

const objective = (key: string, text: string, recommendations: string[] = []) => ({ key, text, recommendations });

test('of a mission it tells whom its team needs, what it is to reach, and what is first said in another language', async () => {
  await owner(server(), 'delete from audit_entry');
  const [one, two] = [randomUUID(), randomUUID()];
  const [recommendation] = await owner<{ slug: string }>(server(), 'select min(slug) as slug from recommendation');
  const { mission } = await createMission(server(), headers.adviser, { objectives: [objective(one, 'Former')] });
  expect(await trail(mission!.id)).toEqual(['ADDED - > -']);
  await editMission(server(), headers.adviser, mission!.id, 1, { team: [{ kind: 'NGO', atLeast: 2 }, { kind: 'POLICE', atLeast: 1 }, { kind: 'OTHER', atLeast: 1 }], objectives: [objective(one, 'Former des procureurs'), objective(two, 'Rencontrer', [`Recommendation_${recommendation!.slug}`])] });
  expect(await trail(mission!.id)).toEqual([
    'CHANGED objective.fr - > Rencontrer', 'CHANGED objective.fr Former > Former des procureurs', `CHANGED recommendation - > ${recommendation!.slug}`, 'CHANGED team.MAGISTRATE 1 > -', 'CHANGED team.NGO 1 > 2', 'CHANGED team.OTHER - > 1',
  ]);
  await translateMission(server(), headers.assistant, mission!.id, 2, { locale: 'en', title: 'Tour', objectives: [{ key: one, text: 'Train prosecutors' }] });
  expect(await trail(mission!.id)).toEqual(['CHANGED objective.en - > Train prosecutors', 'CHANGED title.en - > Tour']);
  await editMission(server(), headers.adviser, mission!.id, 3, { team: [{ kind: 'NGO', atLeast: 2 }, { kind: 'POLICE', atLeast: 1 }, { kind: 'OTHER', atLeast: 1 }], objectives: [objective(two, 'Rencontrer')] });
  expect(await trail(mission!.id)).toEqual(['CHANGED objective.fr Former des procureurs > -', `CHANGED recommendation ${recommendation!.slug} > -`]);
  await giveUp(server(), headers.adviser, mission!.id, { fr: 'Budget refusé.', en: 'No budget.' });
  expect(await trail(mission!.id)).toEqual(['CHANGED given_up_reason.en - > No budget.', 'CHANGED given_up_reason.fr - > Budget refusé.', 'CHANGED stage IDEA > GIVEN_UP']);
  await owner(server(), 'delete from mission where uuid = ?', [keyOf(mission!.id)]);
  expect(await trail(mission!.id)).toEqual([]);
});

test('of a leg it tells what is first said in another language', async () => {
  const { mission } = await createMission(server(), headers.adviser);
  const added = await saveLeg(server(), headers.adviser, mission!.id);
  await owner(server(), 'delete from audit_entry');
  expect(told(await translateLeg(server(), headers.assistant, mission!.id, added.mission!.legs[0]!, { locale: 'sq', purpose: 'Bisedime.' }))).toBe('DONE');
  expect(await trail(mission!.id)).toEqual(['CHANGED leg purpose.sq - > Bisedime.']);
});
