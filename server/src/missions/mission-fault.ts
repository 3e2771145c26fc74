/** What can be wrong with what is sent of a mission or of a leg. */
import { names } from '../core/names.ts';
import type { TeamRole } from './team-role.ts';

export const MissionField = names('KEY', 'LOCALE', 'TITLE', 'PURPOSE', 'NOTE', 'STARTS', 'ENDS', 'ENVELOPE', 'TEAM', 'OBJECTIVES', 'LEGS', 'COUNTRY', 'CITY', 'LODGING_NAME', 'LODGING_ADDRESS', 'TRANSPORT', 'REASON', 'NAME', 'FUNCTION', 'ORGANISATION', 'EMAIL', 'PHONE', 'CONTACTS', 'MEMBER', 'SUBSTITUTE', 'STAYS', 'DAYS', 'SUMMARY', 'EVALUATION', 'RESULTS', 'FINDING', 'THEME', 'LEG', 'FOUND_ON', 'DUE_ON', 'DONE_ON', 'RECOMMENDATIONS', 'NEEDS', 'PROJECTS', 'PARTS', 'COUNTRIES', 'MARKS', 'WORDS', 'CAPTION', 'CREDIT', 'PLACE', 'CONFIRMED', 'ROLE');
export type MissionField = keyof typeof MissionField;

export const MissionFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'OUT_OF_RANGE', 'NOT_AFTER', 'TOO_MANY_DAYS', 'FAR_OFF', 'OUTSIDE', 'LEGS_OUTSIDE', 'NOT_HERE', 'SETTLED', 'SHOWN', 'BUSY', 'LACKING', 'UNASKED', 'UNANSWERED', 'OVERDUE', 'OBJECTED', 'OUTDATED', 'TOO_SOON', 'MEETINGS', 'NAMES_PERSON', 'NAMES_ORGANISATION', 'HAS_CONTACT', 'FORGOTTEN', 'WITHDRAWN', 'UNSUITED');
export type MissionFaultKind = keyof typeof MissionFaultKind;

export interface MissionFault {
  readonly field: MissionField;
  readonly fault: MissionFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** The id of the leg that it is about, where others than the one that was sent can be. */
  readonly leg: string | null;
  /** As what somebody is lacking, where somebody is. */
  readonly lacking: readonly TeamRole[];
}

export const fault = (field: MissionField, kind: MissionFaultKind, maximum: number | null = null): MissionFault => ({ field, fault: kind, maximum, leg: null, lacking: [] });

/** That the team would lack somebody whom the mission needs, with as what. */
export const lackingFault = (lacking: readonly TeamRole[]): MissionFault => ({ ...fault('TEAM', 'LACKING'), lacking });

/** What is wrong with a leg of the mission, by its key. */
export const legFault = (leg: string, kind: MissionFaultKind): MissionFault => ({ field: 'LEGS', fault: kind, maximum: null, leg: `MissionLeg_${leg}`, lacking: [] });
