/** Saying how an expert was found on a mission, and taking it back. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import { fault, invalid, type MissionFault, type MissionResult, result, textFaults, whereAllowed, type Which as WhichMission } from '../missions/index.ts';

/** Which expert on which mission, by their keys, and who does it. */
export interface Which extends WhichMission {
  readonly expert: string;
}

export interface SentAppraisal {
  readonly expertise: number;
  readonly exchange: number;
  readonly reliability: number;
  readonly text: string;
  readonly locale: Locale;
}

interface Held {
  readonly version: number;
  readonly expertise: number;
  readonly exchange: number;
  readonly reliability: number;
  readonly text: string | null;
}

const heldAppraisal = async (em: EntityManager, { mission, expert }: Which): Promise<Held | undefined> =>
  (await em.execute<Held[]>('select version, expertise, exchange, reliability, text from appraisal where mission_uuid = ? and expert_uuid = ?', [mission, expert]))[0];

const same = ({ expertise, exchange, reliability, text }: Omit<Held, 'version'>): string => JSON.stringify([expertise, exchange, reliability, text]);

const isMark = (mark: number): boolean => mark >= 1 && mark <= 4;

/** Whether an expert stayed in a leg of a mission. */
const stayed = async (em: EntityManager, { mission, expert }: Which): Promise<boolean> =>
  (await em.execute<unknown[]>('select from mission_member m join mission_stay s on s.member_uuid = m.uuid where m.mission_uuid = ? and m.expert_uuid = ? limit 1', [mission, expert])).length > 0;

/**
 * Says how an expert who stayed somewhere was found on a mission that is reported on. `version` is the one that was read, 0 where nothing was said: once somebody else has changed it nothing is written, unless it
 * is so already. The expert finds it in the file of their own data. Throws VICTIM_DATA.
 */
export async function saveAppraisal(em: EntityManager, which: Which, { version, sent }: { readonly version: number; readonly sent: SentAppraisal }): Promise<MissionResult> {
  const { expertise, exchange, reliability, locale } = sent;
  const text = tidy(sent.text);
  const faults: MissionFault[] = [...([expertise, exchange, reliability].every(isMark) ? [] : [fault('MARKS', 'OUT_OF_RANGE', 4)]), ...textFaults('WORDS', text)];
  if (faults.length > 0) return invalid(...faults);
  refuseVictimsData('input.text', text ?? '');
  let before: Held | undefined;
  const isSo = async (): Promise<boolean> => {
    before = await heldAppraisal(em, which);
    return before !== undefined && same(before) === same({ expertise, exchange, reliability, text });
  };
  return whereAllowed(em, which, { need: 'appraise', isSo }, async () => {
    if (version !== (before?.version ?? 0)) return result('CONFLICT');
    if (!(await stayed(em, which))) return invalid(fault('MEMBER', 'UNKNOWN'));
    await em.execute(
      `insert into appraisal as a (mission_uuid, expert_uuid, expertise, exchange, reliability, text, locale) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (mission_uuid, expert_uuid) do update set expertise = excluded.expertise, exchange = excluded.exchange, reliability = excluded.reliability, text = excluded.text, locale = excluded.locale,
         written_at = now(), version = a.version + 1`, [which.mission, which.expert, expertise, exchange, reliability, text, text === null ? null : locale]);
    return result('DONE');
  });
}

/** Takes back what was read at `version`. What is not said stays so. */
export function removeAppraisal(em: EntityManager, which: Which, version: number): Promise<MissionResult> {
  let before: Held | undefined;
  const isSo = async (): Promise<boolean> => {
    before = await heldAppraisal(em, which);
    return before === undefined;
  };
  return whereAllowed(em, which, { need: 'appraise', isSo }, async () => {
    if (before!.version !== version) return result('CONFLICT');
    await em.execute('delete from appraisal where mission_uuid = ? and expert_uuid = ?', [which.mission, which.expert]);
    return result('DONE');
  });
}
