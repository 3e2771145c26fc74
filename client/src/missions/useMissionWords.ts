import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { LegFieldName, MissionFieldName } from './missionForm.ts';
import type { MissionFault, MissionOutcome, MissionStep } from './useMissions.ts';

/** The words of preparing a mission, in the reader's language. */
export interface MissionWords {
  readonly field: (field: MissionFieldName) => string;
  readonly legField: (field: LegFieldName) => string;
  readonly kind: (kind: TeamRole) => string;
  readonly fault: (fault: MissionFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided of something as a whole: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
  readonly step: (step: MissionStep) => string;
  /** That it was done. */
  readonly done: (step: MissionStep) => string;
}

/** Gives the words of preparing a mission. */
export function useMissionWords(): MissionWords {
  const { t } = useI18n();
  const fields: Readonly<Record<MissionFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), title: () => t('prepare.name'), purpose: () => t('missions.purpose'), startsOn: () => t('missions.starts'), endsOn: () => t('missions.ends'),
    envelope: () => t('missions.envelope'), team: () => t('missions.team'), objectives: () => t('missions.objectives'),
  };
  const legFields: Readonly<Record<LegFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), purpose: () => t('missions.purpose'), note: () => t('missions.note'), country: () => t('prepare.field.country'), city: () => t('missions.city'),
    startsOn: () => t('missions.starts'), endsOn: () => t('missions.ends'), lodgingName: () => t('missions.lodgingName'), lodgingAddress: () => t('missions.lodgingAddress'), transport: () => t('missions.transport'),
  };
  const kinds: Readonly<Record<TeamRole, () => string>> = {
    MAGISTRATE: () => t('missions.role.MAGISTRATE'), POLICE: () => t('missions.role.POLICE'), NGO: () => t('missions.role.NGO'), SOCIAL: () => t('missions.role.SOCIAL'), LABOUR: () => t('missions.role.LABOUR'),
    ADVISER: () => t('missions.role.ADVISER'), OTHER: () => t('missions.role.OTHER'),
  };
  const stays: Readonly<Partial<Record<MissionFault['fault'], () => string>>> = { NOT_AFTER: () => t('missions.crew.leavesFirst'), OUTSIDE: () => t('missions.crew.outside') };
  const missing: Readonly<Partial<Record<MissionFault['field'], () => string>>> = { LEGS: () => t('missions.fault.NO_LEG'), SUMMARY: () => t('missions.report.noSummary'), RESULTS: () => t('missions.report.noResults') };
  const faults: Readonly<Record<MissionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_AFTER: () => t('missions.fault.NOT_AFTER'), FAR_OFF: () => t('missions.fault.FAR_OFF'), TOO_MANY_DAYS: (maximum) => t('missions.fault.TOO_MANY_DAYS', { maximum }), OUTSIDE: () => t('missions.fault.OUTSIDE'),
    LEGS_OUTSIDE: () => t('missions.fault.LEGS_OUTSIDE'), BUSY: () => t('missions.fault.BUSY'), LACKING: () => t('missions.fault.LACKING'), MEETINGS: () => t('missions.fault.MEETINGS'), NOT_HERE: () => t('prepare.fault.NOT_HERE'), WITHDRAWN: () => t('prepare.fault.WITHDRAWN'), SETTLED: () => t('missions.fault.SETTLED'), SHOWN: () => t('missions.fault.SHOWN'),
    UNASKED: () => t('missions.fault.UNASKED'), UNANSWERED: () => t('missions.fault.UNANSWERED'), OVERDUE: () => t('missions.fault.OVERDUE'), OBJECTED: () => t('missions.fault.OBJECTED'), OUTDATED: () => t('missions.fault.OUTDATED'), TOO_SOON: () => t('missions.fault.TOO_SOON'),
    // Said on the page of the report.
    NAMES_PERSON: () => t('prepare.fault.NOT_HERE'), NAMES_ORGANISATION: () => t('prepare.fault.NOT_HERE'), HAS_CONTACT: () => t('prepare.fault.NOT_HERE'), FORGOTTEN: () => t('prepare.fault.NOT_HERE'),
    UNSUITED: () => t('prepare.fault.UNSUITED'),
  };
  const obstacles: Readonly<Partial<Record<MissionOutcome, () => string>>> = {
    NOT_ALLOWED: () => t('missions.closed'), TOO_LATE: () => t('missions.tooLate'), GONE: () => t('missions.gone'),
  };
  const steps: Readonly<Record<MissionStep, readonly [step: () => string, done: () => string]>> = {
    plan: [() => t('missions.plan'), () => t('missions.planned')], consultPosts: [() => t('missions.consult'), () => t('missions.consulted')], agree: [() => t('missions.agree'), () => t('missions.agreed')], replan: [() => t('missions.replan'), () => t('missions.replanned')],
    report: [() => t('missions.report.step'), () => t('missions.report.done')], close: [() => t('missions.report.close'), () => t('missions.report.closed')],
  };
  return {
    field: (field) => fields[field](), legField: (field) => legFields[field](), kind: (kind) => kinds[kind](),
    fault: ({ field, fault, maximum, lacking }) => {
      if (fault === 'MISSING' && missing[field]) return missing[field]();
      if (lacking.length > 0) return [t('missions.crew.lacking'), lacking.map((kind) => kinds[kind]()).join(' · ')].join(' ');
      if (field === 'TEAM' && fault === 'TOO_MANY_DAYS') return t('missions.fault.AWAY');
      return (field === 'STAYS' && stays[fault]?.()) || faults[fault](maximum === null ? '' : format.value.integer(maximum));
    },
    obstacle: (outcome) => obstacles[outcome as MissionOutcome]?.(), decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('missions.conflict') }) : obstacles[outcome as MissionOutcome]?.()), step: (step) => steps[step][0](), done: (step) => steps[step][1](),
  };
}
