/** Who sees cooperation requests, sends and withdraws them, decides about them and closes them. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, ownOfficialCountries, type Standing } from '../members/index.ts';
import type { CooperationRequestOpinion } from './request-opinion.entity.ts';
import type { CooperationRequestStatus, RequestDecision } from './request-words.ts';
import type { CooperationRequest, CooperationRequestAbilities } from './request.entity.ts';

/** Requests are seen by the adviser and the team, by the services of the post of their country, and by the authorities of it where one of these has sent them; whoever is invented sees no real one. */
export function seenRequests(request: Row<CooperationRequest>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  return sql<boolean>`((${request.isDemonstration} or not (select acts_invented())) and (${request.country} in (${ownCountries}) or (${request.sentAs} = 'AUTHORITY' and ${request.country} in (${ownOfficialCountries}))))`;
}

/** What services think of a request is seen by the adviser and by those of that post: not by an authority that has sent it. */
export function seenOpinions(opinion: Row<CooperationRequestOpinion>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`(select r.country_code from cooperation_request r where r.uuid = ${opinion.request}) in (${ownCountries})` : sql<boolean>`false`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): role is 'SCAC' | 'SSI' => role === 'SCAC' || role === 'SSI';
const SERVICES = ['SCAC', 'SSI'] as const;
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
  /** Whether the last day for opinions is not over. */
  readonly isOpen: boolean;
  /** Whether each service that was asked has answered, or that day is over. */
  readonly isHeard: boolean;
  readonly decision: RequestDecision | null;
}

/** As what somebody speaks for those who have sent a request: a post for its services, an authority for the authorities; undefined for others. */
export function requestsAs({ country, sentAs }: Pick<RequestFacts, 'country' | 'sentAs'>, standings: readonly Standing[]): MemberRole | undefined {
  return standsIn(standings, country, isPost(sentAs) ? isPost : (role) => role === sentAs);
}

/** As what somebody answers requests: the adviser or one of the team; undefined for others. */
export function answersAs(standings: readonly Standing[]): MemberRole | undefined {
  return standings.find(({ role }) => isAdviser(role))?.role;
}

/** The services for which somebody says what they think of a request: not the one that has sent it. */
function givenBy({ country, status, sentAs, isOpen }: RequestFacts, standings: readonly Standing[]): ('SCAC' | 'SSI')[] {
  return status === 'CONSULTED' && isOpen ? SERVICES.filter((service) => service !== sentAs && standings.some((one) => one.role === service && one.country === country)) : [];
}

/** A request is decided about once, when its post was heard; what was granted is closed once it is done. */
function answerAbilities({ status, isHeard, decision }: RequestFacts, standings: readonly Standing[]): Pick<CooperationRequestAbilities, 'decide' | 'close'> {
  const answers = answersAs(standings) !== undefined;
  return { decide: answers && isHeard && (status === 'SENT' || status === 'CONSULTED'), close: answers && status === 'DECIDED' && (decision === 'GRANTED' || decision === 'GRANTED_IN_PART') };
}

/** What somebody may do with a request. What was sent nobody writes anew: it is withdrawn, and another one sent. */
export function requestAbilities(facts: RequestFacts, standings: readonly Standing[]): CooperationRequestAbilities {
  const isTheirs = requestsAs(facts, standings) !== undefined;
  const isPostOrAdviser = standings.some(({ role, country }) => isAdviser(role) || (isPost(role) && country === facts.country));
  return { translate: facts.status !== 'WITHDRAWN' && (isTheirs || isPostOrAdviser), withdraw: isTheirs && (facts.status === 'SENT' || facts.status === 'CONSULTED'), giveOpinion: givenBy(facts, standings), ...answerAbilities(facts, standings) };
}
