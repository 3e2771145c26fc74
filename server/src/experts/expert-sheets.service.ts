/** Saying whose account the sheet of an expert belongs to, and choosing who sees what of one’s own. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../core/reader/index.ts';
import { mayBindSheets } from './expert.policy.ts';
import type { Choices } from './read-expert.ts';

/** What came of it: TAKEN when the sheet or the account is bound already; GONE is also said of what is not for who asks. */
export const SheetOutcome = { DONE: 'DONE', GONE: 'GONE', TAKEN: 'TAKEN' } as const;
export type SheetOutcome = keyof typeof SheetOutcome;

/** Says that the sheet `expert` belongs to the account of whoever has the role `member`, which is that of an expert. For the adviser. */
export async function bindExpert(em: EntityManager, actor: Actor, expert: string, member: string): Promise<SheetOutcome> {
  if (!mayBindSheets(actor)) return 'GONE';
  const [row] = await em.execute<{ outcome: SheetOutcome }[]>('select bind_expert(?, m.person_id) as outcome from member m where m.uuid = ?', [expert, member]);
  return row?.outcome ?? 'GONE';
}

/** Says that a sheet belongs to nobody's account. What its expert had opened is closed. For the adviser. */
export async function unbindExpert(em: EntityManager, actor: Actor, expert: string): Promise<SheetOutcome> {
  if (!mayBindSheets(actor)) return 'GONE';
  const [row] = await em.execute<{ outcome: SheetOutcome }[]>('select unbind_expert(?) as outcome', [expert]);
  return row!.outcome;
}

/** Chooses who may see what of the sheet of who acts, with effect from the next request of anybody. False for whoever has none. */
export async function chooseSheet(em: EntityManager, { name, institution, email, missions }: Choices): Promise<boolean> {
  const [row] = await em.execute<{ chosen: boolean }[]>('select choose_sheet(?, ?, ?, ?) as chosen', [name, institution, email, missions]);
  return row!.chosen;
}
