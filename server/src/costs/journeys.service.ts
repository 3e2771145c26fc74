/** The journeys of a mission: adding one, changing it, taking it away. Who travels is engaged by it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { instantsOf, isWallTime } from '@passerelle/shared/wallTime.ts';
import { type CostFault, type CostResult, fault, invalid, lineFaults, result, tidyLine } from '../allowances/index.ts';
import { whereTeamFits } from '../missions/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { TravelMode } from './cost-kind.ts';
import { type Which, whereHeld } from './held-costs.ts';

const MOST = { carrier: 100, journeys: 200 } as const;

/** A journey as it is stored: codes of cities, wall times of each, keys of who travels in their order. */
export interface TravelContent {
  readonly mode: TravelMode;
  readonly fromCity: string;
  readonly toCity: string;
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly carrier: string | null;
  readonly travellers: readonly string[];
}

type Stored = TravelContent & { readonly version: number };

const STORED = `select t.version, t.mode, t.from_city_code as "fromCity", t.to_city_code as "toCity", to_char(t.departs_at, 'YYYY-MM-DD"T"HH24:MI') as "departsAt", to_char(t.arrives_at, 'YYYY-MM-DD"T"HH24:MI') as "arrivesAt", t.carrier,
  array(select x.member_uuid::text from mission_traveller x where x.travel_uuid = t.uuid order by 1) as travellers from mission_travel t where t.uuid = ? and t.mission_uuid = ?`;

/** A journey as it is compared and stored. */
export function contentOf({ mode, fromCity, toCity, departsAt, arrivesAt, carrier, travellers }: Omit<TravelContent, 'carrier'> & { readonly carrier: string }): TravelContent {
  return { mode, fromCity, toCity, departsAt, arrivesAt, carrier: tidyLine(carrier), travellers: [...new Set(travellers.map((key) => key.toLowerCase()))].sort() };
}

interface Around {
  readonly cities: readonly { readonly code: string; readonly timeZone: string }[];
  readonly members: readonly string[];
}

function faultsOf({ fromCity, toCity, departsAt, arrivesAt, carrier, travellers }: TravelContent, { cities, members }: Around): CostFault[] {
  const zone = (code: string): string | undefined => cities.find((city) => city.code === code)?.timeZone;
  const [from, to] = [zone(fromCity), zone(toCity)];
  const ofCities = !from || !to ? [fault('CITIES', 'UNKNOWN')] : fromCity === toCity ? [fault('CITIES', 'REPEATED')] : [];
  return [
    ...lineFaults('CARRIER', carrier, MOST.carrier), ...ofCities, ...timeFaults({ departsAt, from }, { arrivesAt, to }),
    ...(travellers.every((key) => members.includes(key)) ? [] : [fault('TRAVELLERS', 'UNKNOWN')]),
  ];
}

/** Of when it begins and ends, by the zones of both cities where these are known. */
function timeFaults({ departsAt, from }: { readonly departsAt: string; readonly from: string | undefined }, { arrivesAt, to }: { readonly arrivesAt: string; readonly to: string | undefined }): CostFault[] {
  const missing = [...(isWallTime(departsAt) ? [] : [fault('DEPARTS', 'MISSING')]), ...(isWallTime(arrivesAt) ? [] : [fault('ARRIVES', 'MISSING')])];
  if (missing.length > 0 || !from || !to) return missing;
  return lasts(departsAt, from, arrivesAt, to) ? [] : [fault('ARRIVES', 'NOT_AFTER')];
}

/** Whether a journey ends after it has begun; an hour that the clocks skip is the one after. */
function lasts(departsAt: string, from: string, arrivesAt: string, to: string): boolean {
  const instant = (time: string, zone: string): number => (instantsOf(time, zone)[0] ?? instantsOf(hourLater(time), zone)[0]!).getTime();
  return instant(arrivesAt, to) > instant(departsAt, from);
}

const hourLater = (time: string): string => new Date(Date.parse(`${time}:00Z`) + 3_600_000).toISOString().slice(0, 16);

/**
 * Adds a journey under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written, unless it is so
 * already. Who would be in two places at once is refused. Throws VICTIM_DATA for words that tell who a person is.
 */
export function saveMissionTravel(em: EntityManager, which: Which, { version, content }: { readonly version: number; readonly content: TravelContent }): Promise<CostResult> {
  refuseVictimsData('input.carrier', content.carrier ?? '');
  return whereHeld(em, which, 'travel', async () => {
    const [stored] = await em.execute<Stored[]>(STORED, [which.key, which.mission]);
    if (stored && JSON.stringify(contentOf({ ...stored, carrier: stored.carrier ?? '' })) === JSON.stringify(content)) return result('DONE');
    if ((stored?.version ?? 0) !== version) return result(stored ? 'CONFLICT' : 'GONE');
    return check(em, which, content, stored !== undefined);
  });
}

/** Writes what is right. */
async function check(em: EntityManager, which: Which, content: TravelContent, isThere: boolean): Promise<CostResult> {
  const [around] = (await em.execute<(Around & { count: number })[]>(
    `select (select coalesce(json_agg(json_build_object('code', code, 'timeZone', time_zone)), '[]') from city where code in (?, ?)) as cities, array(select m.uuid::text from mission_member m where m.mission_uuid = ? and m.substitute_for_uuid is null) as members,
       (select count(*)::int from mission_travel where mission_uuid = ?) as count`, [content.fromCity, content.toCity, which.mission, which.mission])) as [Around & { count: number }];
  const faults = faultsOf(content, around);
  if (!isThere && around.count >= MOST.journeys) faults.push(fault('LINES', 'TOO_LONG', MOST.journeys));
  if (faults.length > 0) return invalid(...faults);
  return whereApart(em, which, () => write(em, which, content, isThere));
}

/** What is written is taken back where somebody would be in two places at once. */
async function whereApart(em: EntityManager, { mission }: Which, work: () => Promise<CostResult['outcome']>): Promise<CostResult> {
  const { outcome } = await whereTeamFits(em, { mission, somebody: null }, async () => ({ outcome: await work(), faults: [] }));
  return outcome === 'INVALID' ? invalid(fault('TRAVELLERS', 'BUSY')) : result(outcome as CostResult['outcome']);
}

async function write(em: EntityManager, { key, mission }: Which, { mode, fromCity, toCity, departsAt, arrivesAt, carrier, travellers }: TravelContent, isThere: boolean): Promise<CostResult['outcome']> {
  const columns = [mode, fromCity, toCity, departsAt, arrivesAt, carrier];
  const written = isThere
    ? await em.execute<unknown[]>('update mission_travel set mode = ?, from_city_code = ?, to_city_code = ?, departs_at = ?::timestamp, arrives_at = ?::timestamp, carrier = ?, version = version + 1 where uuid = ? returning 1', [...columns, key])
    : await em.execute<unknown[]>('insert into mission_travel (mode, from_city_code, to_city_code, departs_at, arrives_at, carrier, uuid, mission_uuid) values (?, ?, ?, ?::timestamp, ?::timestamp, ?, ?, ?) on conflict (uuid) do nothing returning 1', [...columns, key, mission]);
  if (written.length === 0) return 'GONE';
  const sent = JSON.stringify(travellers);
  await em.execute('delete from mission_traveller where travel_uuid = ? and not member_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, sent]);
  await em.execute('insert into mission_traveller (travel_uuid, member_uuid) select ?, x::uuid from jsonb_array_elements_text(?::jsonb) x on conflict do nothing', [key, sent]);
  return 'DONE';
}

/** Takes a journey away, as it was read. What it costs stays. What is not there any more stays so. */
export function removeMissionTravel(em: EntityManager, which: Which, version: number): Promise<CostResult> {
  return whereHeld(em, which, 'travel', async () => {
    const [stored] = await em.execute<Stored[]>(STORED, [which.key, which.mission]);
    if (!stored) return result('DONE');
    if (stored.version !== version) return result('CONFLICT');
    // Its rows one by one, so that the trail tells who no longer travels.
    await em.execute('delete from mission_traveller where travel_uuid = ?', [which.key]);
    await em.execute('delete from mission_travel where uuid = ?', [which.key]);
    return result('DONE');
  });
}
