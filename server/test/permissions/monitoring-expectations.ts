/** What the matrices ask of the dates of monitoring bodies, which the services of the post of the country and the adviser keep. */
import type { Role } from './roles.ts';
import type { World } from './world.ts';

const NEW = '00000000-0000-4000-8000-0000000000d1';
const INPUT = 'input: { country: "RS", body: "GRETA", round: 9, commentsOn: "2097-01-01", source: "S", sourceUrl: "https://n.example" }';

export const MONITORING_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  saveMonitoringCycle: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 0, ${INPUT}`, select: 'outcome' },
  removeMonitoringCycle: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 1`, select: 'outcome' },
};

export const MONITORING_QUERIES: Readonly<Record<string, { readonly expect: 'THEIRS'; readonly select: string; readonly seenBy: readonly Role[] }>> = { monitoringCycles: { expect: 'THEIRS', select: 'key', seenBy: ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] } };

const KEEPING: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];
const OTHERS = 'OTHERS';

export const MONITORING_RIGHTS = [
  { does: 'saveMonitoringCycle', with: () => `key: "${NEW}", version: 0, ${INPUT}`, told: { DONE: KEEPING, NOT_ALLOWED: OTHERS } },
  { does: 'removeMonitoringCycle', with: ({ cycle }: World) => `key: "${cycle}", version: 1`, told: { DONE: KEEPING, GONE: OTHERS } },
] as const;

/** The types of the dates of monitoring bodies that tell of no person, each with its fields. */
export const MONITORING_PLAIN: Readonly<Record<string, string>> = {
  MonitoringCycle: 'body canChange commentsOn country draftReportOn followUpOn isDemonstration key nameContext provenance publicationOn questionnaireOn round version visitOn',
  MonitoringFault: 'fault field maximum',
  MonitoringPayload: 'cycle faults outcome',
};
