/** Who sees cooperation requests, sends and withdraws them. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, ownOfficialCountries, type Standing } from '../members/index.ts';
import type { CooperationRequestStatus } from './request-words.ts';
import type { CooperationRequest, CooperationRequestAbilities } from './request.entity.ts';

/** Requests are seen by the adviser and the team, by the services of the post of their country, and by the authorities of it where one of these has sent them; whoever is invented sees no real one. */
export function seenRequests(request: Row<CooperationRequest>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  return sql<boolean>`((${request.isDemonstration} or not (select acts_invented())) and (${request.country} in (${ownCountries}) or (${request.sentAs} = 'AUTHORITY' and ${request.country} in (${ownOfficialCountries}))))`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';
const standsIn = (standings: readonly Standing[], country: string, asked: (role: MemberRole) => boolean): MemberRole | undefined => standings.find((one) => asked(one.role) && one.country === country)?.role;

/** As what somebody sends requests for a country, their post first; undefined for those who do not. */
export function sendsAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return standsIn(standings, country, isPost) ?? standsIn(standings, country, (role) => role === 'AUTHORITY');
}

/** What the abilities depend on: where it is and stands, and as what it was sent. */
export interface RequestFacts {
  readonly country: string;
  readonly status: CooperationRequestStatus;
  readonly sentAs: MemberRole;
}

/** As what somebody speaks for those who have sent a request: a post for its services, an authority for the authorities; undefined for others. */
export function requestsAs({ country, sentAs }: Pick<RequestFacts, 'country' | 'sentAs'>, standings: readonly Standing[]): MemberRole | undefined {
  return standsIn(standings, country, isPost(sentAs) ? isPost : (role) => role === sentAs);
}

/** What somebody may do with a request. What was sent nobody writes anew: it is withdrawn, and another one sent. */
export function requestAbilities(facts: RequestFacts, standings: readonly Standing[]): CooperationRequestAbilities {
  const isTheirs = requestsAs(facts, standings) !== undefined;
  const isPostOrAdviser = standings.some(({ role, country }) => isAdviser(role) || (isPost(role) && country === facts.country));
  return { translate: facts.status !== 'WITHDRAWN' && (isTheirs || isPostOrAdviser), withdraw: isTheirs && (facts.status === 'SENT' || facts.status === 'CONSULTED') };
}
