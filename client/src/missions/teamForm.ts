import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { isWallTime } from '@passerelle/shared/wallTime.ts';

import { comparing, type Comparing, keyOf } from '../core/editing/index.ts';
import type { Leg, Mission, MissionFault } from './useMissions.ts';
import type { Member, MemberInput } from './useTeam.ts';

/** When somebody is in a leg, as it is typed; `isThere` where they are. */
export interface TypedStay {
  readonly leg: string;
  isThere: boolean;
  arrivesAt: string;
  leavesAt: string;
  isLodgingProvided: boolean;
  lunches: string;
  dinners: string;
}

/** Somebody as they are typed; who they are by the id of the expert, or of the role in the network. */
export interface TypedMember {
  who: string;
  name: string;
  /** The code of their profession; empty of whoever is no expert. */
  profession: string;
  kind: TeamRole;
  isLead: boolean;
  /** The key of whose place they take if need be; empty for whoever comes. */
  substituteFor: string;
  /** The code of the city from which they leave, and on how many days they can be away; empty for what is not known. */
  homeCity: string;
  mostDays: string;
  stays: TypedStay[];
}

const FIELDS = ['kind', 'isLead', 'substituteFor', 'homeCity', 'mostDays', 'stays'] as const satisfies readonly (keyof TypedMember)[];
export type MemberFieldName = (typeof FIELDS)[number];

const byFields = comparing<TypedMember, MemberFieldName>(FIELDS);
/** Somebody with the stays alone in which they are: what is typed of a leg in which they are not says nothing. */
const there = (typed: TypedMember): TypedMember => ({ ...typed, stays: typed.stays.filter(({ isThere }) => isThere) });
const stayAt = ({ stays }: TypedMember, leg: string): string => JSON.stringify(stays.find((stay) => stay.leg === leg && stay.isThere));

/** What is typed of somebody beside what is stored of them. Of stays leg by leg: what both have changed in one leg alone is a conflict. */
export const memberComparing: Comparing<TypedMember, MemberFieldName> = {
  isChanged: (base, typed) => byFields.isChanged(there(base), there(typed)),
  merge: (base, mine, theirs) => {
    const merged = byFields.merge(there(base), there(mine), there(theirs));
    const theirOwn = theirs.stays.filter(({ leg }) => stayAt(base, leg) !== stayAt(theirs, leg));
    const parts = theirOwn.filter(({ leg }) => stayAt(mine, leg) !== stayAt(base, leg) && stayAt(mine, leg) !== stayAt(theirs, leg)).map(({ leg }) => leg);
    const isMine = (leg: string): boolean => stayAt(mine, leg) !== stayAt(base, leg);
    const stays = theirs.stays.map((stay) => (isMine(stay.leg) ? (mine.stays.find(({ leg }) => leg === stay.leg) ?? stay) : stay));
    return { typed: { ...merged.typed, stays }, conflicts: merged.conflicts.filter((field) => field !== 'stays' || parts.length > 0), parts };
  },
};

/** Takes what is stored of the stay in one leg; what is typed of the others stays. */
export function withStay(typed: TypedMember, { stays }: TypedMember, leg: string): TypedMember {
  return { ...typed, stays: typed.stays.map((stay) => (stay.leg === leg ? (stays.find((one) => one.leg === leg) ?? stay) : stay)) };
}

/** A whole stay in a leg, from the morning of its first day to the evening of its last, which is chosen or not. */
function stayIn({ id, startsOn, endsOn }: Pick<Leg, 'id' | 'startsOn' | 'endsOn'>): TypedStay {
  return { leg: keyOf({ id }), isThere: false, arrivesAt: `${startsOn}T09:00`, leavesAt: `${endsOn}T18:00`, isLodgingProvided: false, lunches: '', dinners: '' };
}

/** What is typed of stays, in the legs that there are now: of one that is gone nothing, of one that is new a stay that is not chosen. */
export function staysIn(stays: readonly TypedStay[], { legs }: Pick<Mission, 'legs'>): TypedStay[] {
  return legs.map((leg) => stays.find((stay) => stay.isThere && stay.leg === keyOf(leg)) ?? stayIn(leg));
}

/** Somebody of whom nothing is said yet. */
export function emptyMember({ legs }: Pick<Mission, 'legs'>): TypedMember {
  return { who: '', name: '', profession: '', kind: 'OTHER', isLead: false, substituteFor: '', homeCity: '', mostDays: '', stays: legs.map(stayIn) };
}

const countOf = (count: number): string => (count === 0 ? '' : String(count));

/** Somebody who is stored, as if they were typed. */
export function typedMember({ name, expert, kind, isLead, substituteForKey, homeCity, mostDays, stays }: Member, { legs }: Pick<Mission, 'legs'>): TypedMember {
  const typed = (leg: Leg): TypedStay => {
    const stay = stays.find(({ legKey }) => legKey === keyOf(leg));
    return stay ? { leg: stay.legKey, isThere: true, arrivesAt: stay.arrivesAt, leavesAt: stay.leavesAt, isLodgingProvided: stay.isLodgingProvided, lunches: countOf(stay.lunchesProvided), dinners: countOf(stay.dinnersProvided) } : stayIn(leg);
  };
  return { who: '', name, profession: expert?.profession.code ?? '', kind, isLead, substituteFor: substituteForKey ?? '', homeCity: homeCity?.code ?? '', mostDays: mostDays === null ? '' : String(mostDays), stays: legs.map(typed) };
}

/** The stays that are sent: none of whoever takes another’s place. */
const staysOf = ({ substituteFor, stays }: TypedMember): TypedStay[] => (substituteFor === '' ? stays.filter(({ isThere }) => isThere) : []);

/** What is sent of what is typed; who it is where they are new. */
export function memberInput(typed: TypedMember): MemberInput {
  const isExpert = typed.who.startsWith('Expert_');
  return {
    expert: isExpert ? typed.who : null, colleague: typed.who === '' || isExpert ? null : typed.who, kind: typed.kind, isLead: typed.isLead && typed.substituteFor === '', substituteFor: typed.substituteFor || null, homeCity: typed.homeCity || null, mostDays: typed.mostDays.trim() === '' ? null : Number(typed.mostDays),
    stays: staysOf(typed).map(({ leg, arrivesAt, leavesAt, isLodgingProvided, lunches, dinners }) => ({ leg, arrivesAt, leavesAt, isLodgingProvided, lunchesProvided: Number(lunches), dinnersProvided: Number(dinners) })),
  };
}

/** The most meals of a kind, and days away. */
const MOST_MEALS = 366;
const MOST_DAYS = 366;
const isDays = (typed: string): boolean => typed.trim() === '' || (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST_DAYS);
const isMeals = (typed: string): boolean => /^\d{0,3}$/.test(typed.trim()) && Number(typed) <= MOST_MEALS;

function stayFault({ arrivesAt, leavesAt, lunches, dinners }: TypedStay, { startsOn, endsOn }: Pick<Leg, 'startsOn' | 'endsOn'>): Pick<MissionFault, 'fault' | 'maximum'> | undefined {
  if (!isWallTime(arrivesAt) || !isWallTime(leavesAt)) return { fault: 'MISSING', maximum: null };
  if (leavesAt <= arrivesAt) return { fault: 'NOT_AFTER', maximum: null };
  if (arrivesAt.slice(0, 10) < startsOn || leavesAt.slice(0, 10) > endsOn) return { fault: 'OUTSIDE', maximum: null };
  return isMeals(lunches) && isMeals(dinners) ? undefined : { fault: 'OUT_OF_RANGE', maximum: MOST_MEALS };
}

/** What is wrong with what is typed of somebody, as far as the page can know. */
export function memberFaults(typed: TypedMember, { legs }: Pick<Mission, 'legs'>, isNew: boolean): MissionFault[] {
  const ofStays = staysOf(typed).flatMap((stay): MissionFault[] => {
    const leg = legs.find((one) => keyOf(one) === stay.leg);
    const wrong = leg && stayFault(stay, leg);
    return wrong ? [{ field: 'STAYS', ...wrong, leg: stay.leg, lacking: [] }] : [];
  });
  const ofWho: MissionFault[] = isNew && typed.who === '' ? [{ field: 'MEMBER', fault: 'MISSING', maximum: null, leg: null, lacking: [] }] : [];
  const ofDays: MissionFault[] = isDays(typed.mostDays) ? [] : [{ field: 'DAYS', fault: 'OUT_OF_RANGE', maximum: MOST_DAYS, leg: null, lacking: [] }];
  return [...ofWho, ...ofDays, ...ofStays];
}
