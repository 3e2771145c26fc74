/** What waits for an answer, by the page where it is given. */
import type { DeskQuery } from './desk.documents.ts';
import type { ResultOf } from 'gql.tada';

/** A kind of thing that waits. */
export type WaitingKind = 'requests' | 'registrations' | 'dataRequests' | 'jobs' | 'invitations';

export interface Waiting {
  readonly kind: WaitingKind;
  /** How many; never none. */
  readonly count: number;
  /** The name of the route where they are answered. */
  readonly route: string;
}

/** What waits, most pressing first; what there is none of is left out, and so is what this person cannot answer. */
export function waitingOf({ viewer, accessRequests, registrations, dataRequests, invitations, queuedJobs }: ResultOf<typeof DeskQuery>): Waiting[] {
  if (!viewer) return [];
  const { can } = viewer;
  const all: readonly (Waiting & { readonly isTheirs: boolean })[] = [
    { kind: 'requests', count: accessRequests.totalCount, route: 'approvals', isTheirs: can.decideAccessRequests },
    { kind: 'registrations', count: registrations.totalCount, route: 'registrations', isTheirs: can.validateRegistrations },
    { kind: 'dataRequests', count: dataRequests.totalCount, route: 'data-requests', isTheirs: can.answerDataRequests },
    { kind: 'jobs', count: queuedJobs.totalCount, route: 'jobs', isTheirs: can.readJobs },
    { kind: 'invitations', count: invitations.totalCount, route: 'invitations', isTheirs: can.invite.length > 0 },
  ];
  return all.filter(({ count, isTheirs }) => isTheirs && count > 0).map(({ kind, count, route }) => ({ kind, count, route }));
}
