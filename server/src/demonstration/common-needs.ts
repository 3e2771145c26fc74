/** Invented groups of needs, which the invented adviser has accepted, and two needs that were said not to belong together. What is left of the invented needs is for the suggestions. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** A group; keys are drawn by chance, once. `ago`: how many days ago it was accepted; `added`: those that came later. */
interface Invented {
  readonly uuid: string;
  readonly ago: number;
  readonly needs: readonly string[];
  readonly added: readonly string[];
  readonly title: string;
  readonly why: string;
  readonly translated: readonly (readonly [locale: string, title: string, why: string])[];
}

const GROUPS: readonly Invented[] = [
  {
    uuid: '5b1f0c52-8f0e-4c1b-9a6e-2d7c3a4f8e10', ago: 30, needs: ['8034f7cc-a399-428c-bbbd-226f5220a821', 'f32b2716-6134-41ab-ab16-1bb2572438b2'], added: [],
    title: 'Un parcours d’orientation commun (exemple inventé)', why: 'Les deux pays demandent un même formulaire et des étapes claires pour orienter les victimes.',
    translated: [['en', 'One shared way of referral (invented example)', 'Both countries ask for one form and clear steps to refer victims.'], ['el', 'Κοινή διαδικασία παραπομπής (επινοημένο παράδειγμα)', 'Και οι δύο χώρες ζητούν ένα έντυπο και σαφή βήματα για την παραπομπή των θυμάτων.']],
  },
  {
    uuid: 'c7e4a9d3-16b2-4f58-8e0d-94b1f6a25c37', ago: 12, needs: ['759f859b-0922-41dd-890b-fe3f29ad9852', '4a85b712-ba8b-4bef-975c-33304b501d12', 'e4592287-6304-4ef9-aca6-de356632f819'], added: ['6213341d-d032-476c-88b3-d4c2d12ef786'],
    title: 'Outiller les inspecteurs du travail (exemple inventé)', why: 'Dans ces pays, l’inspection du travail manque d’indicateurs et de formation pour repérer l’exploitation.',
    translated: [['en', 'Equipping labour inspectors (invented example)', 'In these countries labour inspectors lack indicators and training to detect exploitation.']],
  },
];

/** Two needs of which the adviser has said that they do not belong together, the first by its key before the other. */
const APART = { one: '9c7adad9-27b2-4dc3-90b3-8455497c0980', other: 'b16752e1-c4f8-4060-b71d-a8774b7aa787', reason: 'L’un porte sur l’indemnisation, l’autre sur le retour (exemple inventé).' } as const;

const ADVISER = `(select id from person where is_demonstration and email = 'adviser@passerelle.example')`;

/** Writes them, once there are needs. `em` is the owner's. */
export async function fillCommonNeeds(em: EntityManager): Promise<void> {
  for (const group of GROUPS) await writeGroup(em, group);
  await em.execute(`insert into needs_apart (one_uuid, other_uuid, at, by_id, by_role, reason, locale) values (?, ?, now() - interval '4 days', ${ADVISER}, 'ADVISER', ?, 'fr')`, [APART.one, APART.other, APART.reason]);
}

async function writeGroup(em: EntityManager, { uuid, ago, needs, added, title, why, translated }: Invented): Promise<void> {
  await em.execute(`insert into common_need (uuid, source_locale, accepted_at, accepted_by_id, accepted_as, version, is_demonstration) values (?, 'fr', now() - ? * interval '1 day', ${ADVISER}, 'ADVISER', ?, true)`, [uuid, ago, 1 + added.length]);
  for (const [locale, one, other] of [['fr', title, why], ...translated]) await em.execute('insert into common_need_translation (common_need_uuid, locale, title, why) values (?, ?, ?, ?)', [uuid, locale, one, other]);
  for (const need of [...needs, ...added]) await em.execute(`insert into common_need_member (need_uuid, common_need_uuid, added_at) values (?, ?, now() - ? * interval '1 day')`, [need, uuid, ago]);
  for (const [n, need] of [null, ...added].entries()) {
    await em.execute(
      `insert into common_need_step (common_need_uuid, position, at, by_id, by_role, act, need_uuid) values (?, ?, now() - ? * interval '1 day', ${ADVISER}, 'ADVISER', ?, ?)`, [uuid, n + 1, ago * (1 - n / 2), need === null ? 'ACCEPTED' : 'ADDED', need]);
  }
}
