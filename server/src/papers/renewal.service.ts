/** Papers that are renewed by themselves: once a mission is agreed, what is out of the house follows the plan, as soon as nothing of it has changed for a while. */
import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actingFor, eachOf } from '../core/jobs/index.ts';
import { isOther } from './changes.ts';
import { canonical, type Facts, type Given, takeFacts } from './facts.ts';
import type { PaperKind } from './paper-kind.ts';
import { tellPapers } from './tell.ts';

/** The newest version of a paper: what it says, by what digest it was last seen to differ from what is so, and whether that has been the same for a while. */
interface Newest {
  readonly key: string;
  readonly kind: PaperKind;
  readonly subject: string;
  /** The key of the leg or of whom in the team its facts are taken from; null where that is not there any more. */
  readonly source: string | null;
  readonly kept: Facts;
  readonly difference: string | null;
  readonly isAtRest: boolean;
}

interface Seen extends Newest {
  /** What is so now, where it says something else; null where it says that, and where what it is about is not to be any more. */
  readonly facts: Facts | null;
  /** The digest of `facts`. */
  readonly now: string | null;
}

const digest = (facts: Facts): string => createHash('sha256').update(canonical({ ...facts, version: 0 })).digest('base64url');

function seen(paper: Newest, given: Readonly<Record<string, Given | null>>): Seen {
  const facts = paper.source === null ? null : takeFacts(paper.kind, given[paper.source] ?? null, paper.subject);
  const isDue = facts !== null && isOther(paper.kept, facts);
  return { ...paper, facts: isDue ? facts : null, now: isDue ? digest(facts) : null };
}

/** The papers of a mission that say what is so no more, once none of them has been seen to differ anew for a while: a plan that still moves makes no versions. */
function toRenew(papers: readonly Seen[]): readonly Seen[] {
  const differing = papers.filter(({ now }) => now !== null);
  return differing.every(({ now, difference, isAtRest }) => now === difference && isAtRest) ? differing : [];
}

/** Renews the papers of one mission, in the transaction of its own that `em` is in: versions and mails are there together, or not at all. */
async function renewMission(em: EntityManager, mission: string, origin: string): Promise<void> {
  // In the order of whoever makes one. Where somebody holds the mission it does not rest.
  await em.execute('select hold_places()');
  const [row] = await em.execute<{ isHeld: boolean }[]>('select hold_renewed_mission(?) as "isHeld"', [mission]);
  if (!row!.isHeld) return;
  const [found] = await em.execute<{ so: { papers: readonly Newest[]; given: Readonly<Record<string, Given | null>> } }[]>('select papers_to_renew(?) as so', [mission]);
  const papers = found!.so.papers.map((paper) => seen(paper, found!.so.given));
  const noted = papers.filter(({ now, difference }) => now !== difference);
  if (noted.length > 0) await em.execute('select note_paper_differences(?::jsonb)', [JSON.stringify(Object.fromEntries(noted.map(({ key, now }) => [key, now])))]);
  const made: string[] = [];
  for (const { kind, subject, facts } of toRenew(papers)) {
    const key = randomUUID();
    await em.execute('select renew_paper(?, ?, ?, ?::jsonb)', [key, kind, subject, JSON.stringify(facts)]);
    made.push(key);
  }
  await tellPapers(em, made, origin);
}

/**
 * Makes the next version of each paper that no longer says what is so, of missions that are agreed and not over, once that has not changed for fifteen minutes, and writes to those who must know. What is about something that is not
 * to be any more stays as it is. Each mission by itself: what one refuses keeps no other. Throws the first refusal at the end.
 */
export async function renewPapers(em: EntityManager, origin: string, signal: AbortSignal): Promise<void> {
  const missions = await actingFor(em, 'papers', (own) => own.execute<{ key: string }[]>('select renewed_missions() as key'));
  await eachOf(missions.map(({ key }) => key), signal, (mission) => actingFor(em, 'papers', (own) => renewMission(own, mission, origin)));
}
