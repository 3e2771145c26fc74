/** Missions and legs of which each role may see others. */
import { keyOf, missionWith, owner, saveLeg, step } from '../../src/missions/world.fixture.ts';
import type { TestServer } from '../http/harness.ts';
import type { Headers } from './roles.ts';

const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' };
const SARAJEVO = { country: 'BA', city: 'sarajevo', startsOn: '2098-11-08', endsOn: '2098-11-08' };
const leg = (place: object, purpose: string): Record<string, unknown> => ({ ...place, purpose, note: `Of ${purpose}`, lodgingName: `Lodging of ${purpose}`, lodgingAddress: `Street of ${purpose}`, transport: `Way of ${purpose}` });

/**
 * Missions of Serbia, Albania and Bosnia: one that is shown with a leg in each, one that is planned, one that is planned anew, with a leg that was shown and
 * one that was added since, one that was given up after it was shown, one that was given up before, and an idea. None is of the demonstration.
 */
export async function makeMissions(server: TestServer, { adviser }: Headers): Promise<void> {
  await owner(server, 'delete from mission');
  await missionWith(server, adviser, [leg(SARAJEVO, 'SHOWN in Sarajevo'), leg(BELGRADE, 'SHOWN in Belgrade'), leg(TIRANA, 'SHOWN in Tirana')], ['planMission', 'consultPosts'], { title: 'SECRET tour' });
  await missionWith(server, adviser, [leg(BELGRADE, 'HIDDEN in Belgrade'), leg(TIRANA, 'HIDDEN in Tirana')], ['planMission'], { title: 'SECRET plan' });
  const anew = await missionWith(server, adviser, [leg(BELGRADE, 'SHOWN before in Belgrade')], ['planMission', 'consultPosts'], { title: 'SECRET second plan' });
  await step(server, adviser, 'replanMission', anew.id);
  for (const place of [BELGRADE, TIRANA]) await saveLeg(server, adviser, anew.id, leg(place, `HIDDEN since in ${place.city}`));
  const over = await missionWith(server, adviser, [leg(TIRANA, 'SHOWN and given up in Tirana')], ['planMission', 'consultPosts'], { title: 'SECRET failure' });
  const never = await missionWith(server, adviser, [leg(TIRANA, 'HIDDEN and given up in Tirana')], [], { title: 'SECRET thought' });
  for (const { id } of [over, never]) await owner(server, `update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(id)]);
  await missionWith(server, adviser, [leg(BELGRADE, 'HIDDEN idea in Belgrade')], [], { title: 'SECRET idea' });
  await owner(server, `with m as (insert into meeting (uuid, leg_uuid, source_locale, host_name, category, minutes) select gen_random_uuid(), leg_uuid, 'fr', 'Host of ' || purpose, 'POLICE', 60 from mission_leg_translation returning uuid)
    insert into meeting_translation (meeting_uuid, locale, subject) select uuid, 'fr', 'A meeting' from m`);
  await owner(server, `insert into leg_contact (uuid, leg_uuid, name, email, phone) select gen_random_uuid(), leg_uuid, 'Contact of ' || purpose, 'n@post.example', '+381 11 302 3500' from mission_leg_translation`);
}
