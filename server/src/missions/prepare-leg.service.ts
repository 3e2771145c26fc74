/** Preparing a leg by itself, as its post does: what is said of it, in its own language and in others. Where and when it is stays the adviser's. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { say } from '../core/translation/index.ts';
import { type HeldLeg, wherePrepared, type WhichLeg } from './held-leg.ts';
import { LEG_TEXTS, readLegTexts, sayLeg, type SentLegTexts } from './leg-texts.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { guardPreparation, PREPARED_FIELDS, type PreparedContent, readPreparation, type SentPreparation } from './read-leg.ts';

const isSame = (fields: readonly (keyof PreparedContent)[], one: PreparedContent, other: PreparedContent): boolean => fields.every((field) => one[field] === other[field]);

/**
 * Changes what is said of a leg, in the language in which it was first written. `version` is the one that was read: once somebody else has changed it nothing is
 * written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function prepareMissionLeg(em: EntityManager, which: WhichLeg, { version, input }: { readonly version: number; readonly input: SentPreparation }): Promise<MissionResult> {
  const content = readPreparation(input);
  if (!('purpose' in content)) return invalid(...content);
  guardPreparation(content);
  return wherePrepared(em, which, (held) => isSame(PREPARED_FIELDS, held, content), async (held) => {
    if (held.version !== version) return result('CONFLICT');
    await write(em, held, content);
    return result('DONE');
  });
}

async function write(em: EntityManager, held: HeldLeg, content: PreparedContent): Promise<void> {
  const hasTexts = !isSame(['purpose', 'note'], held, content);
  const sourceVersion = held.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute(
    'update mission_leg set lodging_name = ?, lodging_address = ?, transport = ?, source_version = ?, version = version + 1 where uuid = ?', [content.lodgingName, content.lodgingAddress, content.transport, sourceVersion, held.uuid]);
  if (hasTexts) await say(em, LEG_TEXTS, held.uuid, { locale: held.sourceLocale, sourceVersion, texts: { purpose: content.purpose, note: content.note } });
}

/** Says a leg in another language than its own. What is empty is missing in it. `version` as for a change. Throws VICTIM_DATA. */
export async function translatePreparedLeg(em: EntityManager, which: WhichLeg, { version, texts: sent }: { readonly version: number; readonly texts: SentLegTexts }): Promise<MissionResult> {
  const texts = readLegTexts(sent);
  if (!('texts' in texts)) return invalid(...texts);
  return wherePrepared(em, which, () => false, (held) => sayLeg(em, held, version, texts));
}
