/** The paper of a plan says what the page says: why each meeting is out, what would bring it in, why the cities follow each other in this order, what it costs line by line, and what was assumed. */
import { LOCALES } from '@passerelle/shared/locales.ts';
import type { Plan, Problem } from '@passerelle/shared/planning.ts';
import { beforeAll, expect, test } from 'vitest';
import { plain, readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { planFiles } from './plan-files.fixture.ts';

const files = planFiles();
const sql = <Row>(statement: string, ...values: readonly string[]): Promise<Row[]> => owner<Row>(files.server(), statement, [...values]);

interface Stored {
  readonly problem: Problem;
  readonly best: Plan;
}
let out: string;

/** As a search would have explained it: the last meeting is out for want of money, and comes in with more of it; the border rule refuses the other order of two cities, and the third would cost more. */
beforeAll(async () => {
  const [{ problem, best }] = await sql<Stored>('select problem, best from plan_search') as [Stored];
  const meetings = best.meetings.toSorted((a, b) => a.startsAt - b.startsAt);
  const last = meetings.at(-1)!;
  out = last.meetingId;
  const [limit, border] = [problem.limits[0]!, problem.borderRules![0]!];
  const person = problem.persons[0]!.id;
  const [from, to] = [...new Set(meetings.map(({ meetingId }) => problem.meetings.find(({ id }) => id === meetingId)!.placeId))];
  const leftOut = {
    meetingId: out, why: 'ENVELOPE', about: [{ kind: 'LIMIT', id: limit.id }], loses: null, isMinimal: true, hasNoWitness: false, exchange: { plan: best, value: [], fallsOut: [meetings[0]!.meetingId] },
    witness: { changes: [{ change: 'RAISE_LIMIT', limitId: limit.id, by: 12_000 }, { change: 'FREE_PERSON', personId: person, from: last.startsAt, until: last.startsAt + 60 }], price: 2, isCheapest: true, isLeast: true, plan: best, value: [] },
  };
  const leg = { partyId: 'all', from, to, is: 'REFUSED', about: [{ kind: 'RULE', id: border.id }], isMinimal: true, instead: null, loses: null, fallsOut: [] };
  await sql(`update plan_search set best = ?::jsonb, explained = ?::jsonb`, JSON.stringify({ ...best, meetings: meetings.slice(0, -1) }), JSON.stringify({ leftOut: [leftOut], legs: [leg] }));
});

const SAYS = {
  fr: ['n’est pas dans le plan : le plan coûterait plus que l’enveloppe.', 'entrerait dans le plan avec ce qui suit', 'L’enveloppe augmente de 120,00 €.', 'peut être dans le plan si ces rendez-vous en sortent :', 'car l’ordre inverse est refusé. Ce qui s’y oppose : règle de passage d’une frontière', 'Source :', 'Ce qui a été supposé', 'Minutes entre deux rendez-vous dans une ville :', 'Personnes qui pourraient participer', 'Billet', 'Nuits', 'Reste de l’enveloppe :', 'Jours non ouvrés (Serbie) :', '11 novembre 2027 – '],
  en: ['is left out: the plan would cost more than the envelope.', 'would come in with the following. It is proved that nothing smaller is enough.', 'The envelope is raised by €120.00.', 'can be in the plan if these meetings drop out:', 'because the other order is refused. What stands in the way: border rule', 'What was assumed', 'People who could go', 'Fare', 'Still left of the envelope:'],
  el: ['μένει εκτός σχεδίου: το σχέδιο θα κόστιζε περισσότερο από τον προϋπολογισμό.', 'Ο προϋπολογισμός αυξάνεται κατά 120,00 €.', 'αν μείνουν εκτός αυτές οι συναντήσεις:', 'κανόνας διέλευσης των συνόρων', 'Τι θεωρήθηκε δεδομένο', 'Υπόλοιπο του προϋπολογισμού:'],
} as const;

test.each(['fr', 'en', 'el'] as const)('in %s it says why, with what would bring the meeting in and what that would displace', async (locale) => {
  const file = await files.paper('adviser', { locale });
  const { text, info, pages } = await readPdf(file);
  expect(info.Language).toBe(LOCALES[locale].intl);
  for (const said of SAYS[locale]) expect(text).toContain(plain(said));
  expect(text).not.toMatch(/[\uE000\uE001{}]|undefined|\bnull\b|\[object/);
  expect(pages).toBeGreaterThan(1);
});

test('a text that is not in the language of the paper has its own behind it', async () => {
  const [{ subject }] = await sql<{ subject: string }>('select subject from meeting_translation where meeting_uuid = ?::uuid and locale = \'fr\'', out) as [{ subject: string }];
  await sql(`delete from meeting_translation where meeting_uuid = ?::uuid and locale <> 'fr'`, out);
  const [greek, french] = [await files.paperText('adviser', { locale: 'el' }), await files.paperText('adviser')];
  expect([greek.includes(plain(`${subject} (fr)`)), french.includes(plain(subject)), french.includes(plain(`${subject} (fr)`))]).toEqual([true, true, false]);
});

test('a reason that is not proved is said to be that of the plans that were found', async () => {
  const says = plain('Cela vaut pour les plans trouvés\u202f; ce n’est pas prouvé pour tous.');
  const proved = await files.paperText('adviser');
  await sql(`update plan_search set explained = jsonb_set(explained, '{leftOut,0,isAsFound}', 'true')`);
  expect([proved.includes(says), (await files.paperText('adviser')).includes(says)]).toEqual([false, true]);
});

test('what no search has looked into is said to be so, and of another plan nothing that explains the best', async () => {
  await sql(`update plan_search set explained = explained - 'leftOut'`);
  const text = await files.paperText('assistant');
  expect([text.includes('L’enveloppe augmente'), text.includes(plain('règle de passage d’une frontière'))]).toEqual([false, true]);
  expect(text).toContain(plain('On n’a pas cherché pourquoi il est écarté.'));
});
