/** Invented papers of the mission in Sarajevo, Belgrade and Pristina: some that say what is so, one of which something has changed since. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { makePaper } from '../papers/index.ts';

const BELGRADE = '3b9d07f4-e85a-4126-b3cf-5d21a8c0e947';
const SARAJEVO = 'c27e4a90-1b6d-4f38-8a5c-90e3d174b6f2';

/** Keys that are drawn by chance, once: the same demonstration has the same. */
const PAPERS = [
  { key: '2f8c61d0-94b7-4e3a-8d15-b07e6a3c9f42', kind: 'PROGRAMME_POST', subject: BELGRADE }, { key: '7b30e9a5-1c48-4d6f-9e72-43fa8d05b1c6', kind: 'CONTACTS', subject: BELGRADE }, { key: 'c4d9170b-6e52-4a83-b9f0-2e81c7d53a64', kind: 'INTERPRETER', subject: BELGRADE },
  { key: '91a6f3c8-05de-4b27-a4b1-f86d20e957c3', kind: 'INVITATION', subject: '4e9f27a8-6cb3-4d05-8f72-a16d93b0e5c7' }, { key: 'e50b82d7-3f94-4c16-8a6d-917b4ce0f2a8', kind: 'PROGRAMME_POST', subject: SARAJEVO },
] as const;

/** Makes them in the name of the invented adviser. `em` is the owner's. */
export async function fillPapers(em: EntityManager): Promise<void> {
  const [adviser] = await em.execute<{ id: string }[]>(`select id from person where email = 'adviser@passerelle.example'`);
  if (!adviser) return;
  await em.execute(`select set_config('passerelle.person', ?, true)`, [adviser.id]);
  for (const paper of PAPERS) await makePaper(em, { person: adviser.id, ...paper }, '');
  await em.execute(`select set_config('passerelle.person', '', true)`);
  // That invented papers are there is no act of anybody's.
  await em.execute(`delete from audit_entry where at = now() and part = 'paper_made'`);
  await em.execute(`update mission_paper set facts = jsonb_set(facts, '{leg,lodgingName}', '"Autre hôtel (exemple inventé), Sarajevo"') where uuid = ?`, [PAPERS[4].key]);
}
