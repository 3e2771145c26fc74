/** What a mission has found: writing it, changing it, taking it away. Each by itself, so that two who write at once are in conflict over nothing that the other touches. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { forgetWrongLanguage, keepTranslations, tidy } from '../core/translation/index.ts';
import { fault, type HeldMission, invalid, type MissionFault, type MissionResult, neededFaults, result, whereAllowed, type Which as WhichMission } from '../missions/index.ts';
import { areKnown, type Finding, heldFindings, writeFinding, wrongNeeds } from './findings.ts';

const TEXTS = { table: 'finding_translation', owner: 'finding_uuid', columns: ['text'] };

/** Most findings of a mission, and recommendations and needs of one. */
const MOST = { findings: 50, recommendations: 10, needs: 10 } as const;
const BY_CHANCE = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Which finding of which mission, by their keys, and who does it. */
export interface Which extends WhichMission {
  readonly key: string;
}

export interface SentFinding {
  readonly sourceLocale: Locale;
  readonly leg: string | null;
  readonly theme: string | null;
  readonly foundOn: string;
  readonly text: string;
  /** By their slugs. */
  readonly recommendations: readonly string[];
  /** By their keys; undefined for those that there are. */
  readonly needs: readonly string[] | undefined;
}

/** The same as it is read: with the needs that it has. */
type Content = Omit<SentFinding, 'text' | 'needs'> & Pick<Finding, 'needs'> & { readonly text: string | null };

const same = ({ sourceLocale, leg, theme, foundOn, text, recommendations, needs }: Content): string => JSON.stringify([sourceLocale, leg, theme, foundOn, text, recommendations, needs]);

const listFaults = (field: 'RECOMMENDATIONS' | 'NEEDS', list: readonly string[], most: number): MissionFault[] => [...(list.length > most ? [fault(field, 'TOO_LONG', most)] : []), ...(new Set(list).size < list.length ? [fault(field, 'REPEATED')] : [])];

/** What is wrong with it, as far as the mission alone says it. */
function findingFaults({ key }: Which, { leg, foundOn, text, recommendations, needs }: Content, { legs, startsOn, endsOn }: HeldMission): MissionFault[] {
  return [
    ...(BY_CHANCE.test(key) ? [] : [fault('KEY', 'UNREADABLE')]), ...neededFaults('FINDING', text), ...(leg !== null && legs.every(({ uuid }) => uuid !== leg) ? [fault('LEG', 'UNKNOWN')] : []),
    ...(foundOn < startsOn || foundOn > endsOn ? [fault('FOUND_ON', 'OUTSIDE')] : []),
    ...listFaults('RECOMMENDATIONS', recommendations, MOST.recommendations), ...listFaults('NEEDS', needs, MOST.needs),
  ];
}

/** What of it names what is not there. */
async function unknownFaults(em: EntityManager, { mission, key }: Which, { theme, recommendations, needs }: Content): Promise<MissionFault[]> {
  const known = await areKnown(em, theme, recommendations);
  const wrong = await wrongNeeds(em, mission, { key, needs });
  return [...(known.theme ? [] : [fault('THEME', 'UNKNOWN')]), ...(known.recommendations ? [] : [fault('RECOMMENDATIONS', 'UNKNOWN')]), ...wrong.map((one) => fault('NEEDS', one))];
}

/** The version of the text: another one where it says something else, or in another language. */
function nextSource(before: Finding | undefined, { text, sourceLocale }: { readonly text: string | null; readonly sourceLocale: Locale }): number {
  if (!before) return 1;
  return before.sourceVersion + (before.text === text && before.sourceLocale === sourceLocale ? 0 : 1);
}

/** In which language it was written, and in which it is from now on. */
const languagesOf = (before: Finding | undefined, content: Content) => ({ was: (before ?? content).sourceLocale, is: content.sourceLocale });

/**
 * Writes a finding under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written, unless it is so
 * already. Throws VICTIM_DATA for a text that tells who a person is.
 */
export async function saveFinding(em: EntityManager, which: Which, { version, sent }: { readonly version: number; readonly sent: SentFinding }): Promise<MissionResult> {
  const text = tidy(sent.text);
  refuseVictimsData('input.text', text ?? '');
  const read = (now: Finding | undefined): Content => ({ ...sent, text, recommendations: [...sent.recommendations].sort(), needs: [...(sent.needs ?? now?.needs ?? [])].sort() });
  let all: Finding[] = [];
  let before: Finding | undefined;
  const isSo = async (): Promise<boolean> => {
    all = await heldFindings(em, which.mission);
    before = all.find(({ key }) => key === which.key);
    return before !== undefined && same(before) === same(read(before));
  };
  return whereAllowed(em, which, { need: 'writeReport', isSo }, async (held) => {
    if ((before?.version ?? 0) !== version) return result(before ? 'CONFLICT' : 'GONE');
    const content = read(before);
    const isFull = !before && all.length >= MOST.findings;
    const faults = [...findingFaults(which, content, held), ...(isFull ? [fault('FINDING', 'TOO_LONG', MOST.findings)] : []), ...(await unknownFaults(em, which, content))];
    if (faults.length > 0) return invalid(...faults);
    await keepTranslations(em, TEXTS, languagesOf(before, content), [{ key: which.key, texts: { text: content.text } }]);
    const isWritten = await writeFinding(em, which.mission, { ...content, text: content.text!, key: which.key, sourceVersion: nextSource(before, content) });
    // A key that a finding of another mission has is none for this one.
    if (!isWritten) return result('GONE');
    if (before) await forgetWrongLanguage(em, { ...TEXTS, key: which.key }, { was: before.sourceLocale, is: content.sourceLocale, isSame: before.text === content.text });
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}

/** Takes a finding away that was read at `version`. What is published of it stays until that is published anew, or withdrawn. One that is not there any more stays so. */
export function removeFinding(em: EntityManager, which: Which, version: number): Promise<MissionResult> {
  let before: Finding | undefined;
  const isSo = async (): Promise<boolean> => {
    before = (await heldFindings(em, which.mission)).find(({ key }) => key === which.key);
    return before === undefined;
  };
  return whereAllowed(em, which, { need: 'writeReport', isSo }, async () => {
    if (before!.version !== version) return result('CONFLICT');
    await em.execute('delete from finding where uuid = ?', [which.key]);
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}
