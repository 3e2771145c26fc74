/** Making papers: a version of what is so, under its number. What is so already is not made anew. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import { type MissionOutcome, wherePrepared } from '../missions/index.ts';
import { isOther } from './changes.ts';
import { type Facts, type Given, takeFacts } from './facts.ts';
import { OF_LEG, type PaperKind } from './paper-kind.ts';
import { mayMakePersonal } from './paper.policy.ts';
import { tellPapers } from './tell.ts';

/** Which paper: under which key it is made, what it is, and the key of what it is about. */
export interface WhichPaper {
  readonly person: string;
  readonly key: string;
  readonly kind: PaperKind;
  readonly subject: string;
}

/** What came of it: the key of the paper that says what is so, and how many were written to. */
export interface PaperResult {
  readonly outcome: MissionOutcome;
  readonly key: string | null;
  readonly told: number;
}

const without = (outcome: MissionOutcome): PaperResult => ({ outcome, key: null, told: 0 });

interface Latest { readonly key: string; readonly number: number; readonly kept: Facts }

/** Makes it, where the mission is held. */
async function make(em: EntityManager, { key, kind, subject }: WhichPaper, origin: string): Promise<PaperResult> {
  const [row] = await em.execute<{ given: Given | null; latest: Latest | null; known: string | null; told: number | null }[]>(
    `select on_paper(?, ?) as given, (select json_build_object('key', p.uuid, 'number', p.number, 'kept', paper_kept(p.uuid)) from mission_paper p where p.kind = ? and p.subject_uuid = ? order by p.number desc limit 1) as latest,
       k.known, k.told
     from (values (1)) one left join (select p.kind || ' ' || p.subject_uuid as known, p.told from mission_paper p where p.uuid = ?) k on true`, [kind, subject, kind, subject, key]);
  const { given, latest, known, told } = row!;
  // Sent again is the same, and as many were written to; a key that another paper has is none for this one.
  if (known !== null) return known === `${kind} ${subject}` ? { outcome: 'DONE', key, told: told! } : without('GONE');
  const facts = takeFacts(kind, given, subject);
  if (facts === null) return without('TOO_LATE');
  if (latest && !isOther(latest.kept, facts)) return { outcome: 'DONE', key: latest.key, told: 0 };
  await em.execute('select make_paper(?, ?, ?, ?::jsonb)', [key, kind, subject, JSON.stringify(facts)]);
  return { outcome: 'DONE', key, told: latest ? await tellPapers(em, [key], origin) : 0 };
}

async function makeOfLeg(em: EntityManager, which: WhichPaper, origin: string): Promise<PaperResult> {
  const { person, kind, subject } = which;
  const [meeting] = kind === 'INVITATION' ? await em.execute<{ leg: string }[]>('select leg_uuid as leg from meeting where uuid = ?', [subject]) : [];
  const leg = kind === 'INVITATION' ? meeting?.leg : subject;
  if (leg === undefined) return without('GONE');
  let made: PaperResult | undefined;
  const { outcome } = await wherePrepared<never>(em, { person, leg }, () => false, async () => {
    made = await make(em, which, origin);
    return { outcome: made.outcome, faults: [] };
  });
  return made ?? without(outcome);
}

/** Of somebody in the team: the mission is held, as whoever changes it holds it. */
async function makeOfMember(em: EntityManager, which: WhichPaper, origin: string): Promise<PaperResult> {
  const standings = await standingsOf(em, which.person);
  const [member] = await em.execute<{ mission: string }[]>('select mission_uuid as mission from mission_member where uuid = ?', [which.subject]);
  if (!member) return without('GONE');
  const [held] = await em.execute<{ stage: string }[]>('select stage from mission where uuid = ? for update', [member.mission]);
  if (!held) return without('GONE');
  return mayMakePersonal(held.stage, standings) ? make(em, which, origin) : without('TOO_LATE');
}

/**
 * Makes a paper, or its next version where what it says has changed; those who must know are written to then. The paper that says what is so already stays. TOO_LATE where the mission stands where none is made, and where there
 * is nothing yet that it could say: a meeting without a day, somebody who stays nowhere. Of two who make one at once the second finds what the first has made.
 */
export async function makePaper(em: EntityManager, which: WhichPaper, origin: string): Promise<PaperResult> {
  // Before the mission, as whoever protects an organisation does: of the two the second finds what the first did.
  await em.execute('select hold_places()');
  return OF_LEG.includes(which.kind) ? makeOfLeg(em, which, origin) : makeOfMember(em, which, origin);
}
