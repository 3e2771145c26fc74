/** How the invented posts are consulted about their legs: one that waits for a service, one with a remark, one that objects, and one whose silence counts as agreement. */
import type { EntityManager } from '@mikro-orm/postgresql';

interface Said {
  readonly answer: 'AGREED' | 'OBJECTED';
  readonly remark?: string;
  /** Why the adviser has noted it. */
  readonly reason?: string;
}

interface Asked {
  readonly uuid: string;
  readonly leg: string;
  /** How many days ago. */
  readonly ago: number;
  readonly days: number;
  readonly scac?: Said;
  readonly ssi?: Said;
}

/** Keys that are drawn by chance, once: the same demonstration has the same. */
const ASKED: readonly Asked[] = [
  { uuid: '5a0d93c1-7e24-4b86-9f15-c8d02e6b7a31', leg: 'c27e4a90-1b6d-4f38-8a5c-90e3d174b6f2', ago: 2, days: 10, scac: { answer: 'AGREED' }, ssi: { answer: 'AGREED', reason: 'Accord donné par téléphone, confirmé par courriel (exemple inventé).' } },
  { uuid: 'e4b71f06-28c9-4d53-a0e8-31f6d9c57b82', leg: '3b9d07f4-e85a-4126-b3cf-5d21a8c0e947', ago: 2, days: 10, scac: { answer: 'AGREED', remark: 'Prévoir un interprète pour la réunion avec la police (exemple inventé).' } },
  { uuid: '90c6e8d5-b137-4fa2-8d60-7e15f3a2c94b', leg: '84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074', ago: 2, days: 10, scac: { answer: 'OBJECTED', remark: 'Les interlocuteurs sont en déplacement cette semaine-là (exemple inventé).' } },
  { uuid: '17f2b5a8-c90e-4361-b7d4-f58e60a3d21c', leg: '1e80c6b5-4f92-4d73-9b2a-6ca7f318d05e', ago: 30, days: 5 },
];

/** Writes them in the name of the invented adviser, with answers of the accounts of the posts. `em` is the owner's. */
export async function fillConsultations(em: EntityManager): Promise<void> {
  for (const asked of ASKED) await consult(em, asked);
}

/** Writes one, with what was answered. */
export async function consult(em: EntityManager, { uuid, leg, ago, days, scac, ssi }: Asked): Promise<void> {
  await em.execute(
    `insert into consultation (uuid, leg_uuid, country_code, round, asked_at, due_on, due_at, silence_agrees, rule_days, asked_by_id)
     select ?, l.uuid, l.country_code, 1, d.asked_at, d.due_on, (d.due_on + 1)::timestamp at time zone c.time_zone, true, ?, (select id from person where email = 'adviser@passerelle.example')
     from mission_leg l join city c on c.code = l.city_code
       cross join lateral (select now() - make_interval(days => ?) as asked_at, working_days_after(l.country_code, (now() at time zone c.time_zone)::date - ?::int, ?) as due_on) d where l.uuid = ?`,
    [uuid, days, ago, ago, days, leg]);
  for (const [service, said] of [['SCAC', scac], ['SSI', ssi]] as const) await answer(em, uuid, service, said);
}

async function answer(em: EntityManager, consultation: string, service: 'SCAC' | 'SSI', said: Said | undefined): Promise<void> {
  await em.execute(
    `insert into opinion (consultation_uuid, service, answer, remark, reason, locale, answered_at, answered_by_id, noted_silent_at, version)
     select c.uuid, x.service, x.answer, x.remark, x.reason, case when coalesce(x.remark, x.reason) is not null then 'fr' end, case when x.answer is not null then c.asked_at + interval '1 day' end,
       case when x.answer is not null then (select p.id from person p where p.email = case when x.reason is not null then 'adviser@passerelle.example' else lower(x.service || '.' || c.country_code) || '@passerelle.example' end) end,
       case when x.answer is null and c.due_at <= now() then c.due_at end, case when x.answer is null then 1 else 2 end
     from consultation c, (values (?, ?, ?, ?)) x(service, answer, remark, reason) where c.uuid = ?`,
    [service, said?.answer ?? null, said?.remark ?? null, said?.reason ?? null, consultation]);
}
