/** Invented calls for availability: one that some experts have answered and others not yet, and a draft by which nobody is asked. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chance } from './random.ts';

const DAY = 86_400_000;

/** Keys that are drawn by chance, once: the same demonstration has the same. Days from today. */
const CALLS = [
  {
    uuid: 'b7c1e5a2-3f84-4d6b-9a07-58e2d1c4f693', from: 60, until: 64, deadline: 50, isAsking: true,
    title: { fr: 'Mission à Sarajevo : auditions filmées de mineurs', en: 'Mission to Sarajevo: filmed interviews of minors', bs: 'Misija u Sarajevu: snimljena saslušanja maloljetnika' },
    note: { fr: 'Deux jours sur place suffisent (exemple inventé).' },
  },
  { uuid: '2e9f6d08-c51b-47a3-8b6e-f0d3927a14c5', from: 90, until: 103, deadline: 75, isAsking: false, title: { fr: 'Formation de juges à Chișinău (exemple inventé)' }, note: {} },
] as const;

/** What the experts who are asked have answered, and when, in days from today; null for who has not. The first is the one whose sheet belongs to an invented account. */
const ANSWERS: readonly ({ readonly days: string; readonly on: number; readonly remark: string | null; readonly substitute?: string } | null)[] = [
  null,
  { days: 'YES,YES,YES,NO,NO', on: -3, remark: 'Arrivée possible la veille au soir.' },
  { days: 'NO,PERHAPS,YES,YES,PERHAPS', on: -1, remark: null, substitute: 'Camille Exemple' },
  null,
];

/** Writes them in the name of the invented adviser. `em` is the owner's. */
export async function fillAvailability(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const day = (days: number): string => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
  for (const { uuid, from, until, deadline, title, note, isAsking } of CALLS) {
    await em.execute(
      `insert into availability_call (uuid, source_locale, from_on, until_on, answers_until, prepared_by_id, is_demonstration) values (?, 'fr', ?, ?, ?, (select id from person where email = 'adviser@passerelle.example'), true)`, [uuid, day(from), day(until), day(deadline)]);
    const notes: Readonly<Record<string, string>> = note;
    for (const [locale, text] of Object.entries(title)) await em.execute('insert into availability_call_translation (call_uuid, locale, title, note) values (?, ?, ?, ?)', [uuid, locale, text, notes[locale] ?? null]);
    if (isAsking) await fillRequests(em, luck, today, uuid);
  }
}

/** When it was answered, the days, the remark with its language, the substitute and the version. */
const saidOf = (answered: (typeof ANSWERS)[number], at: (days: number) => Date): readonly unknown[] =>
  (answered ? [at(answered.on), `{${answered.days}}`, answered.remark ?? null, answered.remark ? 'fr' : null, answered.substitute ?? null, 2] : [null, '{}', null, null, null, 1]);

async function fillRequests(em: EntityManager, luck: Chance, today: Date, call: string): Promise<void> {
  const at = (days: number): Date => new Date(today.getTime() + days * DAY);
  const experts = await em.execute<{ uuid: string }[]>(`select uuid from expert where is_demonstration order by name_visibility <> 'NETWORK', uuid limit ?`, [ANSWERS.length]);
  for (const [n, { uuid: expert }] of experts.entries()) {
    const uuid = luck.uuid(today);
    await em.execute(
      `insert into availability_request (uuid, call_uuid, expert_uuid, submission, secret_hash, asked_at, answered_at, answers, remark, remark_locale, substitute, version) values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?)`,
      [uuid, call, expert, luck.uuid(today), `invented ${uuid}`, at(-5), ...saidOf(ANSWERS[n]!, at)]);
  }
}
