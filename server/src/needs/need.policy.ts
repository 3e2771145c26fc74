/** Who sees needs, enters, changes and moves them. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, type Standing } from '../members/index.ts';
import type { NeedStatus } from './need-words.ts';
import type { Need, NeedAbilities } from './need.entity.ts';

/** Needs are seen by the adviser and the team, and by the services of the post of their country; an invented post sees no real one. */
export function seenNeeds(need: Row<Need>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`((${need.isDemonstration} or not (select acts_invented())) and ${need.country} in (${ownCountries}))` : sql<boolean>`false`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** As what somebody acts on the needs of a country, their own post first; undefined for those who do not. */
export function actsAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return (standings.find((one) => isPost(one.role) && one.country === country) ?? standings.find(({ role }) => isAdviser(role)))?.role;
}

/** As what somebody moves a need of a country: its post withdraws it, the adviser does the rest; undefined for those who do not. */
export function movesAs(to: NeedStatus, country: string, standings: readonly Standing[]): MemberRole | undefined {
  return (to === 'WITHDRAWN' ? standings.find((one) => isPost(one.role) && one.country === country) : standings.find(({ role }) => isAdviser(role)))?.role;
}

/** Where the adviser moves a need to. What was decided can be looked into once more. */
const MOVES: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  SUBMITTED: ['UNDER_REVIEW'], UNDER_REVIEW: ['TAKEN_UP', 'ADDRESSED', 'DECLINED'], TAKEN_UP: ['ADDRESSED', 'DECLINED', 'UNDER_REVIEW'], ADDRESSED: ['UNDER_REVIEW'], DECLINED: ['UNDER_REVIEW'], WITHDRAWN: [],
};

/** What the abilities depend on: where it is and stands, and as what it was entered. */
export interface NeedFacts {
  readonly country: string;
  readonly status: NeedStatus;
  readonly enteredAs: MemberRole;
}

/** What somebody may do with a need. What a post has written nobody else writes anew; it may itself until somebody looks into it. */
export function needAbilities({ country, status, enteredAs }: NeedFacts, standings: readonly Standing[]): NeedAbilities {
  const adviser = standings.some(({ role }) => isAdviser(role));
  const post = standings.some(({ role, country: own }) => isPost(role) && own === country);
  const isOpen = status === 'SUBMITTED';
  return {
    edit: isOpen && (post || (adviser && isAdviser(enteredAs))),
    translate: status !== 'WITHDRAWN' && (post || adviser),
    moveTo: [...(adviser ? MOVES[status] : []), ...(post && isOpen ? ['WITHDRAWN' as const] : [])],
  };
}
