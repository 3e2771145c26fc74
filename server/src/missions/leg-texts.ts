/** What is said of a leg in another language than its own: by the adviser who plans it, or by the post that prepares it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { isSaid, saidIn, say, type TextTable, tidy } from '../core/translation/index.ts';
import type { LegLine } from './held-mission.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { textFaults } from './read-mission.ts';

export const LEG_TEXTS: TextTable = { table: 'mission_leg_translation', owner: 'leg_uuid', columns: ['purpose', 'note'] };

/** The texts of a leg in another language, as they are sent. */
export interface SentLegTexts {
  readonly locale: Locale;
  readonly purpose: string;
  readonly note: string;
}

/** The same, as they can be stored: null for what is missing in that language. */
export interface LegTexts {
  readonly locale: Locale;
  readonly texts: { readonly purpose: string | null; readonly note: string | null };
}

/** Reads what is sent. Throws VICTIM_DATA for texts that tell who a person is. */
export function readLegTexts({ locale, purpose, note }: SentLegTexts): LegTexts | readonly MissionFault[] {
  const texts = { purpose: tidy(purpose), note: tidy(note) };
  const faults = [...textFaults('PURPOSE', texts.purpose), ...textFaults('NOTE', texts.note)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.purpose', texts.purpose ?? '');
  refuseVictimsData('texts.note', texts.note ?? '');
  return { locale, texts };
}

/** Says a leg that is held in another language; from then on that translation counts as one of the source as it is. `version` is the one that was read. */
export async function sayLeg(em: EntityManager, line: Pick<LegLine, 'uuid' | 'version' | 'sourceVersion' | 'sourceLocale'>, version: number, { locale, texts }: LegTexts): Promise<MissionResult> {
  if (locale === line.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, LEG_TEXTS, line.uuid, locale), texts, line.sourceVersion)) return result('DONE');
  if (line.version !== version) return result('CONFLICT');
  await em.execute('update mission_leg set version = version + 1 where uuid = ?', [line.uuid]);
  await say(em, LEG_TEXTS, line.uuid, { locale, sourceVersion: line.sourceVersion, texts });
  return result('DONE');
}
