/** Invented evaluations of sessions that are over: one with enough answers to be shown, one with too few, and a session of which nobody has been asked yet. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { choicesOf, EVALUATION_QUESTIONS, FEWEST_ANSWERS, isComment } from '@passerelle/shared/evaluation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type PastPerson, type PastSession, takePart } from './attendance.ts';
import type { Chance } from './random.ts';

const DAY = 86_400_000;
const PEOPLE = 16;
/** Of those with a place so many were not there. */
const ABSENT = 1;
/** How many have answered in the first session, how many questions each of them leaves out at most. */
const ANSWERED = 14;
const LEFT_OUT = 2;

const COMMENTS: Readonly<Record<'USEFUL' | 'BETTER', readonly (readonly [Locale, string])[]>> = {
  USEFUL: [
    ['fr', 'Les exercices en petits groupes, avec des policiers et des magistrats à la même table.'], ['sr-Latn', 'Razmena iskustava sa kolegama iz susednih zemalja.'], ['en', 'Learning whom to call in the other countries.'],
    ['mk', 'Примерите од праксата и листата на показатели.'],
  ],
  BETTER: [['ro', 'Mai mult timp pentru întrebări.'], ['sq', 'Materialet do të ishin të dobishme në gjuhën tonë.']],
};

/** Writes them for participants who are in no other session that is over, in three sessions before `today` that do not overlap. */
export async function fillEvaluations(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const sessions = await em.execute<PastSession[]>(
    `select s.uuid, s.starts_at as starts, s.ends_at as ends, s.format, s.prepared_by_id as officer from training_session s
     where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') and s.format <> 'HYBRID' and s.ends_at < least(?::timestamptz, now()) - interval '20 days' and not exists (select from registration r where r.session_uuid = s.uuid)
     order by s.country_code is distinct from 'RS', s.ends_at desc, s.uuid limit 20`, [today]);
  const people = await em.execute<PastPerson[]>(
    `select p.uuid, p.email, p.organisation_slug as organisation, p.country_code as country from participant p
     where p.is_demonstration and not exists (select from registration r join training_session s on s.uuid = r.session_uuid where r.participant_uuid = p.uuid and s.ends_at < now()) order by p.email limit ?`, [PEOPLE]);
  const [first, second, third] = apart(sessions);
  if (!first || !second || !third || people.length < FEWEST_ANSWERS + ABSENT) return;
  for (const session of [first, second, third]) await takePart(em, luck, session, people, ABSENT);
  await close(em, first, people.length - ABSENT, ANSWERED);
  await close(em, second, people.length - ABSENT, null);
  await answer(em, luck, first);
}

/** Those of some sessions that overlap with none before them. */
function apart(sessions: readonly PastSession[]): PastSession[] {
  const chosen: PastSession[] = [];
  for (const session of sessions) {
    if (chosen.every(({ starts, ends }) => new Date(starts) > new Date(session.ends) || new Date(ends) < new Date(session.starts))) chosen.push(session);
  }
  return chosen;
}

/** One that was asked the day after the session, and is closed; `answered`: how many have, null for too few. */
async function close(em: EntityManager, { uuid, ends, officer }: PastSession, asked: number, answered: number | null): Promise<void> {
  const opened = new Date(new Date(ends).getTime() + DAY);
  const closed = new Date(opened.getTime() + 14 * DAY);
  await em.execute(`update session_evaluation set questions = string_to_array(?, ' '), opened_at = ?, opened_by_id = ?, closes_at = ?, closed_at = ?, asked = ?, answered = ? where session_uuid = ?`,
    [EVALUATION_QUESTIONS.join(' '), opened, officer, closed, closed, asked, answered, uuid]);
}

async function answer(em: EntityManager, luck: Chance, { uuid }: PastSession): Promise<void> {
  for (const question of EVALUATION_QUESTIONS) {
    const comments = isComment(question) ? COMMENTS[question].map(([locale, text]) => ({ text, locale })) : [];
    const answered = isComment(question) ? comments.length : ANSWERED - luck.int(0, LEFT_OUT);
    const counts: Record<string, number> = {};
    for (let n = 0; !isComment(question) && n < answered; n += 1) {
      const choices = choicesOf(question);
      // Two draws, of which the better one counts: people who were there are rather content.
      const choice = choices[Math.min(luck.int(0, choices.length - 1), luck.int(0, choices.length - 1))]!;
      counts[choice] = (counts[choice] ?? 0) + 1;
    }
    await em.execute('insert into evaluation_result (session_uuid, question, answered, counts, comments) values (?, ?, ?, ?::jsonb, ?::jsonb)', [uuid, question, answered, JSON.stringify(counts), JSON.stringify(comments)]);
  }
}
