/** Where posts are consulted about legs of missions, and what of it is to be answered by whom. */
import type { ResultOf } from 'gql.tada';

import { earlierFirst } from '../core/i18n/index.ts';
import type { DeskOpinionsQuery } from './desk.documents.ts';

type Leg = ResultOf<typeof DeskOpinionsQuery>['missionLegs']['nodes'][number];
/** A leg about which its post is consulted. */
export type AskedLeg = Leg & { readonly consultation: NonNullable<Leg['consultation']> };

const SETTLED: readonly AskedLeg['consultation']['state'][] = ['AGREED', 'AGREED_WITH_REMARK', 'SILENT'];

/** The legs about which posts are consulted: those first of which something is missing, and whose last day for an answer comes first. */
export function askedLegs({ missionLegs }: ResultOf<typeof DeskOpinionsQuery>): AskedLeg[] {
  const isAsked = (leg: Leg): leg is AskedLeg => leg.consultation !== null;
  const rank = ({ consultation: { state } }: AskedLeg): number => Number(SETTLED.includes(state));
  return missionLegs.nodes.filter(isAsked).sort((one, other) => rank(one) - rank(other)
    || earlierFirst(one.consultation.dueOn, other.consultation.dueOn) || earlierFirst(one.startsOn, other.startsOn));
}

/** Whether who asks still has something to say about it: for a service of theirs that has not answered, or about an earlier text. */
export function isToAnswer({ consultation: { can, opinions } }: AskedLeg): boolean {
  return opinions.some(({ service, state }) => can.give.includes(service) && (state === 'ASKED' || state === 'OUTDATED'));
}
