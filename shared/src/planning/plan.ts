import type { TeamRole } from '../missionTeam.ts';
import type { Id, Instant } from './units.ts';

/**
 * What was decided, and nothing that follows from it: no legs, no costs, no value. It says nothing of the problem for which it was made, so that a plan can be held to another one.
 */
export interface Plan {
  readonly format: 'passerelle.plan';
  readonly version: 1;
  readonly parties: readonly Party[];
  readonly team: readonly Member[];
  readonly meetings: readonly PlannedMeeting[];
}

/** An itinerary that several share. */
export interface Party {
  readonly id: Id;
  /** In their order. */
  readonly journeys: readonly Journey[];
}

/**
 * Somebody who goes. As at most one kind, unless they count for several. Their journeys, in their order: those by which they reach their party, an unbroken part of its own (all of
 * them where a problem says TOGETHER), and those by which they go home. They attend meetings only where and while they are with the party.
 */
export interface Member {
  readonly personId: Id;
  readonly partyId: Id;
  readonly as: readonly TeamRole[];
  readonly journeys: readonly Journey[];
}

/** Departs from where who travels is, and arrives `minutes` of its service or matrix later. */
export interface Journey {
  readonly travelId: Id;
  readonly from: Id;
  readonly to: Id;
  readonly departsAt: Instant;
}

/** `attends`: at least one; as some of the kinds as which they go. `interpreted`: a need of a language, by its id, with who interprets. */
export interface PlannedMeeting {
  readonly meetingId: Id;
  readonly startsAt: Instant;
  readonly attends: readonly { readonly personId: Id; readonly as: readonly TeamRole[] }[];
  readonly interpreted: readonly { readonly needId: Id; readonly interpreterId: Id }[];
}
