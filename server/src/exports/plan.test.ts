/** A plan as files: who gets them, that the file for programs proves itself, and that each file says that nothing is agreed. */
import { createHash, randomUUID } from 'node:crypto';
import { LOCALES } from '@passerelle/shared/locales.ts';
import { canonicalText, parseProblem, type Plan, type Problem, validate, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { ADVISERS, ROLES } from '../../test/permissions/roles.ts';
import { plain, readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { planFiles } from './plan-files.fixture.ts';
import { goalsIn } from './plan-goals.ts';
import type { PlanRead } from './plan-read.ts';
import { EXPORT_WORDS } from './texts.ts';
import { MISSION_KEY } from '../plans/plans.fixture.ts';

const files = planFiles();
const { server, take, paperText } = files;
const FILES = ['plan.csv', 'plan.xlsx', 'plan.json', 'plan.ics', 'plan.pdf'] as const;

interface Document {
  readonly problemHash: string;
  readonly problem: Problem;
  readonly answer: { readonly plans: readonly { readonly as: string; readonly value: Value; readonly plan: Plan }[]; readonly isOptimal: boolean };
}

const hashOf = (problem: Problem): string => createHash('sha256').update(canonicalText(problem)).digest('hex');
let taken: string | undefined;
/** The file for programs, taken once. */
const textOf = async (): Promise<string> => (taken ??= (await take('adviser', 'plan.json')).text);
const documentOf = async (): Promise<Document> => JSON.parse(await textOf()) as Document;

test('is for the adviser and their team alone; to all others there is none, as where there is none', async () => {
  const absent = `PlanSearch_${randomUUID()}`;
  for (const role of ROLES) {
    for (const file of FILES) {
      const [answer, none] = [await take(role, file), await take(role, file, { id: absent })];
      if (ADVISERS.includes(role)) expect([role, file, answer.status, answer.headers.get('content-disposition'), answer.headers.get('cache-control'), none.status]).toEqual([role, file, 200, `attachment; filename="passerelle-${file}"`, 'private, no-store', 400]);
      else expect([role, file, answer.status === 200, answer.text]).toEqual([role, file, false, none.text]);
    }
  }
  const told = await owner<{ part: string; mission: string | null }>(server(), `select distinct part, object as mission from audit_entry where subject = 'EXPORT' and part like 'plan.%' order by part`);
  expect(told).toEqual([...FILES].sort().map((part) => ({ part, mission: MISSION_KEY })));
});

test('is for them alone even where a rule of rows would show it: who it is for is asked before it is read; the control', async () => {
  const tables = ['plan_search', 'mission'];
  for (const table of tables) await owner(server(), `create policy "${table}_open" on "${table}" using (true)`);
  try {
    for (const role of ROLES) for (const file of FILES) expect([role, file, (await take(role, file)).status === 200]).toEqual([role, file, ADVISERS.includes(role)]);
  } finally {
    for (const table of tables) await owner(server(), `drop policy "${table}_open" on "${table}"`);
  }
});

test('a plan that somebody real has had searched for is none for anybody invented', async () => {
  const none = await take('assistant', 'plan.json', { id: `PlanSearch_${randomUUID()}` });
  await owner(server(), 'update plan_search set is_demonstration = false');
  for (const file of FILES) expect([file, (await take('assistant', file)).text]).toEqual([file, none.text]);
  await owner(server(), 'update plan_search set is_demonstration = true');
  expect((await take('assistant', 'plan.csv')).status).toBe(200);
});

test('a plan that the search does not have, and one of no kind, are refused', async () => {
  for (const file of ['plan.csv', 'plan.pdf'] as const) expect([(await take('adviser', file, { as: 'WIDE' })).status, (await take('adviser', file, { as: 'BEST' })).status]).toEqual([400, 200]);
  await owner(server(), `update plan_search set explained = '{}'`);
  expect((await take('adviser', 'plan.ics', { as: 'CHEAPEST' })).status).toBe(400);
});

test('the file for programs has a problem of its hash, of which each plan keeps all rules and is worth what it says; and nobody’s name', async () => {
  const text = await textOf();
  const { problem, problemHash, answer: { plans } } = await documentOf();
  const parsed = parseProblem(problem);
  expect(parsed.isValid).toBe(true);
  expect(hashOf(problem)).toBe(problemHash);
  expect(plans.map(({ as }) => as)).toEqual(['BEST']);
  for (const { plan, value } of plans) expect([validate(problem, plan), valueOf(problem, plan)]).toEqual([[], value]);
  const names = (await owner<{ name: string }>(server(), `select name from person union select name from expert union select title from mission_translation union select subject from meeting_translation`)).map(({ name }) => name).filter((name) => name?.includes(' '));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => text.includes(JSON.stringify(name).slice(1, -1)))).toEqual([]);
});

test('a plan that is changed in the file breaks a rule, and a problem that is changed has another hash; the control', async () => {
  const { problem, problemHash, answer: { plans: [best] } } = await documentOf();
  const moved = { ...best!.plan, meetings: best!.plan.meetings.map((one) => ({ ...one, startsAt: one.startsAt + 1440 * 60 })) };
  expect(validate(problem, moved)).not.toEqual([]);
  expect(hashOf({ ...problem, maxNights: 1 })).not.toBe(problemHash);
});

test('the list has a line for each meeting and each journey, by the clocks of its place; a name that begins like a formula does nothing', async () => {
  const { answer: { plans: [best] } } = await documentOf();
  await owner(server(), `update expert set name = '=HYPERLINK("x")' where uuid in (select (x.value ->> 'id')::uuid from plan_search s, jsonb_array_elements(s.problem -> 'persons') x union select m.expert_uuid from mission_member m)`);
  const lines = (await take('adviser', 'plan.csv')).text.split('\r\n');
  const heads = lines.findIndex((one) => one.startsWith('"Quoi"'));
  expect(lines[heads]).toBe('"Quoi","Jour","Début","Jour (Fin)","Fin","Fuseau horaire","Fuseau horaire (Fin)","Ville","Pays","Ville (Arrivée)","Pays (Arrivée)","Rendez-vous","Moyen de transport","Personnes","Fonction","Langue du texte","À propos du texte"');
  const rows = lines.slice(heads + 1).filter((one) => /^"(?:Rendez-vous|Voyage)",/.test(one));
  const of = (kind: string): readonly string[] => rows.filter((one) => one.startsWith(`"${kind}",`));
  expect(of('Rendez-vous')).toHaveLength(best!.plan.meetings.length);
  expect(of('Voyage')).toHaveLength(new Set([...best!.plan.parties, ...best!.plan.team].flatMap(({ journeys }) => journeys.map(({ travelId, departsAt }) => `${travelId} ${departsAt}`))).size);
  expect(of('Voyage').length).toBeGreaterThan(1);
  for (const said of ['Provisoire', 'Plan de la mission – Le meilleur', 'Recherche du ', 'Établi le ']) expect(lines.slice(0, heads).join(' ')).toContain(said);
  expect(of('Rendez-vous').every((one) => /^"Rendez-vous",("2027-11-\d\d"),"\d\d:\d\d",\1,"\d\d:\d\d",("Europe\/(?:Sarajevo|Belgrade)"),\2,/.test(one))).toBe(true);
  expect(of('Voyage').every((one) => /^"Voyage","2027-11-\d\d","\d\d:\d\d","2027-11-\d\d","\d\d:\d\d","Europe\/\w+","Europe\/\w+","[^"]+","[^"]+","[^"]+","[^"]+","","(?:Avion|Train|Car|Voiture|Autocar)",/.test(one))).toBe(true);
  expect([of('Voyage').some((one) => one.includes('"Paris","France","Sarajevo","Bosnie-Herzégovine",')), of('Voyage').some((one) => one.includes('"Belgrade","Serbie","Paris","France",'))]).toEqual([true, true]);
  expect(rows.find((one) => one.includes('"2027-11-10","10:00"'))).toContain('"Europe/Belgrade","Belgrade","Serbie",');
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x"")`);
  expect(lines.join('\n')).not.toContain('"=');
  expect([rows[0]!.slice(0, 9), rows.at(-1)!.slice(0, 9)]).toEqual(['"Voyage",', '"Voyage",']);
});

test('the file for a calendar has each meeting as tentative and private, and leads back to the plan', async () => {
  const { answer: { plans: [best] } } = await documentOf();
  const text = await files.calendar('adviser', { locale: 'el' });
  const count = (what: string): number => text.split(what).length - 1;
  const journeys = count('UID:Journey_');
  expect(journeys).toBeGreaterThan(1);
  expect(['BEGIN:VEVENT', 'STATUS:TENTATIVE', 'CLASS:PRIVATE', '\r\nURL;'].map(count)).toEqual(Array.from({ length: 4 }, () => best!.plan.meetings.length + journeys));
  expect(text).toContain(`/el/missions/Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10/plan?search=${files.search()}`);
  expect(text).toContain('Προσωρινό');
  // What is taken last counts in a calendar: a plan of the same search too, which has the same keys.
  const [{ asked }] = await owner<{ asked: Date }>(server(), 'select max(asked_at) as asked from plan_search') as [{ asked: Date }];
  const stamps = [...text.matchAll(/^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/gm)].map(([, year, month, day, hour, minute, second]) => Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
  expect(stamps).toHaveLength(best!.plan.meetings.length + journeys);
  for (const at of stamps) expect(at).toBeGreaterThan(new Date(asked).getTime());
  for (const { meetingId } of best!.plan.meetings) expect(text).toContain(`UID:Meeting_${meetingId}_PLAN`);
  // A journey is called by its way and by how it is made, in the language of the file.
  for (const [locale, out, back] of [['el', 'Παρίσι – Σαράγεβο, Αεροπλάνο', 'Βελιγράδι – Παρίσι, Αεροπλάνο'], ['fr', 'Paris – Sarajevo, Avion', 'Belgrade – Paris, Avion']] as const) {
    const titles = [...(await files.calendar('adviser', { locale })).replaceAll('\\,', ',').matchAll(/UID:Journey_[^]*?SUMMARY[^:]*:([^\r]*)/g)].map(([, title]) => title);
    expect(titles).toHaveLength(journeys);
    expect(titles).toEqual(expect.arrayContaining([out, back]));
    for (const title of titles) expect(title).toMatch(locale === 'el' ? /^\p{Script=Greek}+ – \p{Script=Greek}+, \p{Script=Greek}+$/u : /^\S+ – \S+, (?:Avion|Train|Car|Voiture|Autocar)$/);
  }
});

test('the paper is tagged, says that nothing is agreed and how good the plan is, in each language of the site', async () => {
  const { answer: { plans: [best], isOptimal } } = await documentOf();
  for (const [locale, title, nothing] of [['fr', 'Plan de la mission – Le meilleur', 'Rien de ce qu’il contient n’est convenu.'], ['sr-Cyrl', 'План мисије', 'Ништа у њему није договорено.'], ['el', 'Σχέδιο της αποστολής', 'Τίποτα σε αυτό δεν έχει συμφωνηθεί.']] as const) {
    const { text, mark, info } = await readPdf(await files.paper('adviser', { locale }));
    expect([new Map(Object.entries(mark instanceof Map ? Object.fromEntries(mark) : (mark ?? {}))).get('Marked'), info.Language]).toEqual([true, LOCALES[locale].intl]);
    expect(text).toContain(plain(title));
    expect(text).toContain(plain(nothing));
    if (locale === 'fr') expect(text).toMatch(isOptimal ? /Il est prouvé qu’aucun plan n’est meilleur\./ : /au-dessous du meilleur plan possible|n’est meilleur selon le premier critère/);
    if (locale === 'fr') expect(text.split('novembre 2027').length - 1).toBeGreaterThan(best!.plan.meetings.length);
  }
});

test('the paper and the list say what counted, how much the plan has of it and what is proved, and what could be spent in all and of single kinds', async () => {
  const { answer: { plans: [best] } } = await documentOf();
  await owner(server(), `update plan_search set problem = jsonb_set(problem, '{limits}', problem -> 'limits' || '[{"id": "limit.FARE", "kinds": ["FARE"], "cents": 1234500}]')`);
  const amount = (cents: number): string => plain(new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' }).format(cents / 100));
  const text = await paperText('assistant', {});
  for (const said of ['Ce qui a compté', 'L’un après l’autre', 'Points des rendez-vous', 'Coût', 'Nuits d’absence', 'Dans ce plan', 'Preuve', 'Limites par nature de coût', 'Enveloppe', 'Au plus', amount(2_000_000), amount(1_234_500)]) expect(text).toContain(plain(said));
  const csv = (await take('assistant', 'plan.csv')).text.split('\r\n');
  const at = csv.findIndex((one) => one.startsWith('"Ce qui a compté"'));
  expect(csv[at]).toMatch(/^"Ce qui a compté","L’un après l’autre",/);
  expect(csv[at + 1]).toMatch(/^"Critère","Dans ce plan","Preuve",/);
  expect(csv[at + 2]).toMatch(new RegExp(`^"Points des rendez-vous","${best!.value[0]}","(?:Prouvé|Non prouvé)",`, 'u'));
  expect(csv.find((one) => one.startsWith('"Billet",'))?.replaceAll(/[\u00A0\u202F]/gu, ' ')).toMatch(/^"Billet","12 345,00 €","/);
  expect(csv.find((one) => one.startsWith('"Enveloppe",'))?.replaceAll(/[\u00A0\u202F]/gu, ' ')).toMatch(/^"Enveloppe","20 000,00 €","/);
  await owner(server(), `update plan_search set problem = jsonb_set(problem, '{limits}', (problem -> 'limits') - -1)`);
  expect((await paperText('assistant', {})).includes(amount(1_234_500))).toBe(false);
});

test('of goals in points each says how many it comes to, and of whom nothing is known how many they are', () => {
  const levels = [{ goal: 'weighed', value: 0, bound: null, isProved: false, terms: [{ measure: 'PROFIT' as const, weight: 30_000, amount: 40, points: 40, unknown: null }, { measure: 'FRESH' as const, weight: 30_000, amount: 1, points: 1, unknown: 2 }] }];
  const said = goalsIn({ levels } as unknown as PlanRead, 'fr', EXPORT_WORDS.fr.plan);
  expect([said.way, said.sum && plain(said.sum)]).toEqual(['Tous ensemble, en points', 'Points en tout : 41']);
  expect(said.goals.map(({ points, unknown }) => [points, unknown && plain(unknown)])).toEqual([['40', null], ['1', 'Personnes dont la dernière mission n’est pas connue, non comptées : 2']]);
});

test('of a goal that is not proved it says what no plan does better than, where one thing alone is measured', () => {
  const cost = { goal: 'cost', value: -249_250, bound: -238_000, isProved: false, terms: [{ measure: 'COST_CENTS' as const, weight: -1, amount: 249_250, points: null, unknown: null }] };
  const proofs = (levels: readonly unknown[]): string[] => goalsIn({ levels } as unknown as PlanRead, 'fr', EXPORT_WORDS.fr.plan).goals.map(({ proof }) => plain(proof));
  expect(proofs([cost, { ...cost, bound: 0 }, { ...cost, bound: null }, { ...cost, isProved: true }])).toEqual(['Non prouvé ; au mieux 2 380,00 €', 'Non prouvé ; au mieux 0,00 €', 'Non prouvé', 'Prouvé']);
});

test('of another plan the paper says which one it is, and among which plans that is proved', async () => {
  const as = (isProved: boolean): Promise<unknown> => owner(server(), `update plan_search set explained = jsonb_build_object('alternatives', jsonb_build_array(jsonb_build_object('as', 'CHEAPEST', 'isProved', ${isProved}, 'value', worth, 'plan', best)))`);
  const paper = (): Promise<string> => paperText('assistant', { as: 'CHEAPEST' });
  await as(true);
  const proved = await paper();
  for (const said of ['Plan de la mission – Le moins cher', 'Prouvé', 'Parmi les plans où personne']) expect(proved).toContain(said);
  await as(false);
  const unproved = await paper();
  expect([unproved.includes('Non prouvé'), unproved.includes('Parmi les plans')]).toEqual([true, false]);
});

test('where something that the plan rests on has changed since, each file says so; before, none does', async () => {
  const said = 'Un élément sur lequel repose ce plan a changé depuis.';
  const move = (by: number): Promise<unknown> => owner(server(), `update meeting set minutes = minutes + (${by}) where uuid in (select (x.value ->> 'meetingId')::uuid from plan_search s, jsonb_array_elements(s.best -> 'meetings') x)`);
  const told = async (): Promise<unknown[]> => [
    (await take('assistant', 'plan.csv')).text.includes(said), (await take('assistant', 'plan.ics')).text.replaceAll('\r\n ', '').includes(said), (await paperText('assistant', {})).includes(said),
    (JSON.parse((await take('assistant', 'plan.json')).text) as { search: { isOutdated: boolean } }).search.isOutdated,
  ];
  expect(await told()).toEqual([false, false, false, false]);
  await move(15);
  expect(await told()).toEqual([true, true, true, true]);
  await move(-15);
});
