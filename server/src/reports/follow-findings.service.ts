/** What comes of what a mission has found: until when what it calls for is to be done, and on which day it was. Of the report nothing changes by it, so that it goes on once the mission is closed. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { fault, invalid, type MissionFault, type MissionResult, result, whereAllowed } from '../missions/index.ts';
import { type Finding, heldFindings } from './findings.ts';
import type { Which } from './findings.service.ts';

/** Both days; null where there is none. */
type SentFollowUp = Pick<Finding, 'dueOn' | 'doneOn'>;

/** The last day that anybody means. */
const LAST = '2099-12-31';

/** What is wrong with the days; `today` in Paris. */
function followFaults({ foundOn }: Finding, { dueOn, doneOn }: SentFollowUp, today: string): MissionFault[] {
  const wrong: readonly (readonly [boolean, MissionFault])[] = [
    [dueOn !== null && dueOn < foundOn, fault('DUE_ON', 'NOT_AFTER')],
    [dueOn !== null && dueOn > LAST, fault('DUE_ON', 'FAR_OFF')],
    [dueOn === null && doneOn !== null, fault('DUE_ON', 'MISSING')],
    [doneOn !== null && doneOn < foundOn, fault('DONE_ON', 'NOT_AFTER')],
    [doneOn !== null && doneOn > today, fault('DONE_ON', 'OUTSIDE')],
  ];
  return wrong.flatMap(([isSo, one]) => (isSo ? [one] : []));
}

/** Says both days of a finding that was read at `version`: once somebody else has changed it nothing is written, unless it is so already. */
export function followFinding(em: EntityManager, which: Which, { version, sent }: { readonly version: number; readonly sent: SentFollowUp }): Promise<MissionResult> {
  let before: Finding | undefined;
  const isSo = async (): Promise<boolean> => {
    before = (await heldFindings(em, which.mission)).find(({ key }) => key === which.key);
    return before !== undefined && before.dueOn === sent.dueOn && before.doneOn === sent.doneOn;
  };
  return whereAllowed(em, which, { need: 'followUp', isSo }, async () => {
    if (!before) return result('GONE');
    if (before.version !== version) return result('CONFLICT');
    const [{ today }] = (await em.execute<{ today: string }[]>(`select (now() at time zone 'Europe/Paris')::date::text as today`)) as [{ today: string }];
    const faults = followFaults(before, sent, today);
    if (faults.length > 0) return invalid(...faults);
    await em.execute('update finding set due_on = ?, done_on = ?, version = version + 1 where uuid = ?', [sent.dueOn, sent.doneOn, which.key]);
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}
