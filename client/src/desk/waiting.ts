/** What waits for an answer, by the page where it is given. */
import type { DeskQuery } from './desk.documents.ts';
import type { ResultOf } from 'gql.tada';
import type { AskedLeg } from './opinions.ts';

/** A kind of thing that waits. */
export type WaitingKind = 'offers' | 'opinions' | 'requestOpinions' | 'requestDecisions' | 'requests' | 'registrations' | 'dataRequests' | 'proposals' | 'photos' | 'doubles' | 'untranslated' | 'jobs' | 'invitations';

export interface Waiting {
  readonly kind: WaitingKind;
  /** How many; never none. */
  readonly count: number;
  /** The name of the route where they are answered. */
  readonly route: string;
  /** Since when the one that has waited longest does, where that is told: an instant. */
  readonly since?: string;
  /** What the route needs to find the one that waits. */
  readonly params?: { readonly id: string };
  /** What the list is to be filtered by, as its address names it. */
  readonly query?: { readonly status: 'CONSULTED' };
  /** The last day for the first of them, where they have one. */
  readonly dueOn?: string;
  /** When the first of them is over, where they have a time: an instant, and the zone whose clock it is told by. */
  readonly until?: { readonly at: string; readonly timeZone: string };
}

/** What takes longer to count than the rest. */
export interface CountedApart {
  /** How many pairs may be one person. */
  readonly doubles?: number | undefined;
  /** In how many sessions something is not said in the language of the page. */
  readonly untranslated?: number | undefined;
  /** The legs of missions about which something is to be said, the most pressing first. */
  readonly opinions?: readonly AskedLeg[] | undefined;
}

type Desk = ResultOf<typeof DeskQuery>;

/** When the first of the places that are offered is no longer kept. */
function deadlineOf({ nodes: [first] }: Desk['offers']): Waiting['until'] {
  return first?.offeredUntil ? { at: first.offeredUntil, timeZone: first.session?.timeZone ?? 'Europe/Paris' } : undefined;
}

/** Where opinions are given: on the page of the leg where there is but one. */
function wayTo([first, ...others]: readonly AskedLeg[]): Pick<Waiting, 'route' | 'params' | 'dueOn'> {
  if (!first) return { route: 'legs' };
  return { ...(others.length === 0 ? { route: 'leg', params: { id: first.id } } : { route: 'legs' }), dueOn: first.consultation.dueOn };
}

/** Where proposed photos are decided about: on the page of the expert where there is but one. */
function wayToPhotos([first, ...others]: Desk['photoProposals']): Pick<Waiting, 'route' | 'params'> {
  return first && others.length === 0 ? { route: 'expert-photo', params: { id: first.expert.id } } : { route: 'sheet-proposals' };
}

/** Cooperation requests that wait for the opinion of a service of a post, or for the answer of the adviser: on the page of the request where there is but one, in the list of those about which the post is consulted where there are more. A post has a last day for it, the adviser has none. */
function wayToRequests({ totalCount, nodes: [first, ...others] }: Desk['cooperationRequests'], { readCooperationRequests, answerCooperationRequests }: NonNullable<Desk['viewer']>['can']): Waiting & { readonly isTheirs: boolean } {
  const way = first && others.length === 0 ? { route: 'cooperation-request', params: { id: first.id } } : { route: 'cooperation-requests', query: { status: 'CONSULTED' } as const };
  const dueOn = answerCooperationRequests ? undefined : first?.dueOn;
  return { kind: answerCooperationRequests ? 'requestDecisions' : 'requestOpinions', count: totalCount, ...way, ...(dueOn && { dueOn }), isTheirs: readCooperationRequests };
}

/** What waits, most pressing first; what there is none of is left out, and so is what this person cannot answer. What is counted apart is left out until it is known. */
export function waitingOf({ viewer, accessRequests, offers, registrations, dataRequests, sheetProposals, photoProposals, cooperationRequests, invitations, queuedJobs }: Desk, { doubles = 0, untranslated = 0, opinions = [] }: CountedApart = {}): Waiting[] {
  if (!viewer) return [];
  const { can } = viewer;
  const all: readonly (Waiting & { readonly isTheirs: boolean })[] = [
    { kind: 'offers', count: offers.totalCount, route: can.registerParticipants ? 'registrations' : 'own-registrations', until: deadlineOf(offers), isTheirs: can.registerParticipants || can.takePart },
    { kind: 'opinions', count: opinions.length, ...wayTo(opinions), isTheirs: can.readLegs },
    wayToRequests(cooperationRequests, can),
    { kind: 'requests', count: accessRequests.totalCount, route: 'approvals', isTheirs: can.decideAccessRequests },
    { kind: 'registrations', count: registrations.totalCount, route: 'registrations', since: registrations.nodes[0]?.registeredAt, isTheirs: can.validateRegistrations },
    { kind: 'dataRequests', count: dataRequests.totalCount, route: 'data-requests', isTheirs: can.answerDataRequests },
    { kind: 'proposals', count: sheetProposals.length, route: 'sheet-proposals', isTheirs: can.enterExperts },
    { kind: 'photos', count: photoProposals.length, ...wayToPhotos(photoProposals), isTheirs: can.enterExperts },
    { kind: 'doubles', count: doubles, route: 'doubles', isTheirs: can.validateRegistrations },
    { kind: 'untranslated', count: untranslated, route: 'untranslated', isTheirs: can.translateSessions },
    { kind: 'jobs', count: queuedJobs.totalCount, route: 'jobs', isTheirs: can.readJobs },
    { kind: 'invitations', count: invitations.totalCount, route: 'invitations', isTheirs: can.invite.length > 0 },
  ];
  return all.filter(({ count, isTheirs }) => isTheirs && count > 0).map(({ isTheirs: _isTheirs, ...waiting }) => waiting);
}
