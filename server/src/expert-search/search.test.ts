/** Searching experts: what is said of each is what the rows say, and nobody but the adviser's circle learns any of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Data, testEngine } from '../../test/reader/engine.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import type { Actor, Circle } from '../core/reader/index.ts';
import { chance } from '../demonstration/random.ts';
import { type Candidate, type Found, keyOf, type Listed, SEARCH, whole } from './search.fixture.ts';
import { type Asked, below, COUNTRIES, dayAfter, drawExperts, FIRST, LANGUAGES, LEVELS, MISSIONS, PROFESSIONS, searched, storedRows, THEMES } from './world.fixture.ts';

const engine = testEngine('full');
const luck = chance(20261213);
let drawn: readonly string[];
let adviser: Actor;

async function search(asked: Asked, { actor = adviser, ...listed }: Listed & { readonly actor?: Actor } = {}): Promise<Found> {
  const { data } = await engine().ask(SEARCH, { actor, variables: { sort: 'NEAREST', first: 100, ...asked, ...listed } });
  return data.expertSearch as Found;
}

/** All of what a search finds, page by page. */
async function all(asked: Asked, listed: Listed = {}): Promise<readonly Candidate[]> {
  const page = await search(asked, listed);
  return page.pageInfo.hasNextPage ? [...page.nodes, ...(await all(asked, { ...listed, after: page.pageInfo.endCursor }))] : page.nodes;
}

function drawAsked(): Asked {
  const from = dayAfter(FIRST, below(luck, 25));
  const hasDays = luck.percent(75);
  return {
    ...(luck.percent(40) && { professions: luck.some(PROFESSIONS, luck.int(1, 2)) }),
    ...(luck.percent(50) && { languages: luck.some(LANGUAGES, luck.int(1, 2)) }), ...(luck.percent(40) && { atLeast: luck.pick(LEVELS) }),
    ...(luck.percent(30) && { theme: luck.pick(THEMES) }), ...(luck.percent(30) && { country: luck.pick(COUNTRIES) }),
    ...(hasDays && { from, ...(luck.percent(80) && { until: dayAfter(from, below(luck, 8)) }), isCleared: luck.percent(50), ...(luck.percent(50) && { mission: `Mission_${luck.pick(MISSIONS)}` }) }), ...(luck.percent(40) && { restedMonths: luck.int(1, 14) }),
  };
}

beforeAll(async () => {
  const [person] = await engine().database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE.adviser]);
  adviser = { circle: 'adviser', person: person!.id, session: null };
  drawn = await drawExperts(engine().database, luck, 60);
});

describe('of every country', () => {
  const COUNT = `query ($professions: [String!], $languages: [String!], $atLeast: CefrLevel, $theme: String, $country: CountryCode, $from: LocalDate, $until: LocalDate, $isCleared: Boolean, $mission: ID, $restedMonths: Int, $states: [CandidateState!], $because: [CandidateReasonCode!]) {
    expertSearchCountries(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, states: $states, because: $because, first: 50) { nodes { count country { code } } }
  }`;
  type Counted = readonly { readonly count: number; readonly country: { readonly code: string } }[];
  const counted = async (asked: Data, actor: Actor = adviser): Promise<Counted> => ((await engine().ask(COUNT, { actor, variables: asked })).data.expertSearchCountries as { nodes: Counted }).nodes;

  test('it is said how many of those who are listed know it, the one that most know first', async () => {
    const stored = await storedRows(engine().database);
    for (let n = 0; n < 20; n += 1) {
      const asked = drawAsked();
      const states = luck.percent(50) ? [luck.pick(['FITS', 'UNSURE', 'LEFT_OUT'])] : undefined;
      const listed = new Set((await all(asked, { filter: { states } })).map(keyOf));
      const found = await counted({ ...asked, states });
      const due = new Map<string, number>();
      for (const { expert, code } of stored.countries) if (listed.has(expert!)) due.set(code!, (due.get(code!) ?? 0) + 1);
      expect(found.length).toBe(16);
      expect(Object.fromEntries(found.filter(({ count }) => count > 0).map(({ country, count }) => [country.code, count]))).toEqual(Object.fromEntries(due));
      expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).sort((a, b) => b - a));
    }
  });

  test('as many are listed as are counted once that country is asked for and those who do not know it are left out; where they are not, others are: the control', async () => {
    const numbers = { counted: [] as number[], listed: [] as number[], withOthers: [] as number[] };
    for (let n = 0; n < 12; n += 1) {
      const { country: _country, ...asked } = drawAsked();
      const states = luck.percent(50) ? [luck.pick(['FITS', 'UNSURE', 'LEFT_OUT'])] : undefined;
      const { count, country: { code } } = luck.pick(await counted({ ...asked, states }));
      numbers.counted.push(count);
      numbers.listed.push((await all({ ...asked, country: code }, { filter: { states, without: ['COUNTRY'] } })).length);
      numbers.withOthers.push((await all({ ...asked, country: code }, { filter: { states } })).length);
    }
    expect(numbers.listed).toEqual(numbers.counted);
    expect(numbers.withOthers).not.toEqual(numbers.counted);
  });

  test('nothing is said to anybody but the adviser’s circle: by the rule of the reader, and by the rules of rows', async () => {
    for (const circle of ['network', 'post'] as const) expect(await counted({}, { ...adviser, circle })).toEqual([]);
    const [post] = await engine().database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE.scac]);
    const past = await counted({}, { circle: 'adviser', person: post!.id, session: null });
    expect(past.filter(({ count }) => count > 0)).toEqual([]);
    // The control: the adviser is told of some.
    expect((await counted({})).filter(({ count }) => count > 0)).not.toEqual([]);
  });
});

describe('of every expert', () => {
  test('a search says what the rows say, each reason with its days', async () => {
    const stored = await storedRows(engine().database);
    const said = new Map<string, number>();
    for (let n = 0; n < 60; n += 1) {
      const asked = drawAsked();
      const [expected, found] = [searched(stored, asked), await all(asked)];
      expect(found.length).toBe(stored.experts.length);
      for (const one of found) {
        const due = expected.get(keyOf(one))!;
        expect(whole(one), JSON.stringify({ asked, of: one.expert.id })).toEqual(due);
        const when = asked.from === undefined ? 'without days' : 'with days';
        for (const { code } of one.reasons) said.set(`${code} ${when}`, (said.get(`${code} ${when}`) ?? 0) + 1);
      }
    }
    // Each reason was there to be said.
    const ofDays = ['NOT_CLEARED', 'BUSY', 'ANSWERED_NO', 'MAYBE_BUSY', 'ANSWERED_PERHAPS', 'NOT_ANSWERED', 'NO_ANSWER', 'NOT_ASKED'].map((code) => `${code} with days`);
    const ofAll = ['PROFESSION', 'LANGUAGE', 'LEVEL', 'THEME', 'COUNTRY', 'USED_LATELY', 'NEVER_USED'].flatMap((code) => [`${code} with days`, `${code} without days`]);
    expect([...said].filter(([, count]) => count > 20).map(([code]) => code).sort()).toEqual([...ofDays, ...ofAll].sort());
  }, 60_000);

  test('it is one statement', async () => {
    const { statements } = await engine().ask(SEARCH, { actor: adviser, variables: { sort: 'NEAREST', from: FIRST, isCleared: true, languages: ['sr'] } });
    expect(statements).toBe(1);
  });

  test('days that follow each other are one period', async () => {
    const [none] = (await search({ from: '2130-01-30', until: '2130-02-02', isCleared: true, experts: [`Expert_${drawn[0]!}`] })).nodes;
    expect(none!.reasons.map(({ code, days }) => ({ code, days }))).toEqual([{ code: 'NOT_CLEARED', days: [{ fromOn: '2130-01-30', untilOn: '2130-02-02' }] }, { code: 'NOT_ASKED', days: [{ fromOn: '2130-01-30', untilOn: '2130-02-02' }] }]);
    expect(none!.state).toBe('LEFT_OUT');
  });

  test('who was never asked is not left out, and whoever searches can ask for them', async () => {
    const asked = { from: '2130-01-30' };
    const { totalCount } = await search(asked);
    for (const filter of [{ states: ['UNSURE'] }, { because: ['NOT_ASKED'] }, { states: ['UNSURE', 'FITS'], because: ['NOT_ASKED', 'BUSY'] }]) expect((await search(asked, { filter })).totalCount).toBe(totalCount);
    for (const filter of [{ states: ['FITS'] }, { states: ['LEFT_OUT'] }, { because: ['ANSWERED_NO'] }]) expect((await search(asked, { filter })).totalCount).toBe(0);
  });
});

describe('a list of what is found', () => {
  const asked: Asked = { languages: ['sr', 'en'], atLeast: 'B2', from: dayAfter(FIRST, 3), until: dayAfter(FIRST, 8), isCleared: true };

  test('begins with those of whom the least is to be said, and then goes by name as the reader’s language does', async () => {
    const found = await all(asked);
    const { compare } = new Intl.Collator('fr');
    const rank = ({ reasons }: Candidate): number[] => [...new Set([reasons.filter(({ leavesOut }) => leavesOut), reasons.filter(({ leavesOut }) => !leavesOut)])].map((some) => new Set(some.map(({ code }) => code)).size);
    const due = found.toSorted((a, b) => rank(a)[0]! - rank(b)[0]! || rank(a)[1]! - rank(b)[1]! || compare(a.sheet.name, b.sheet.name) || (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(found.map(keyOf)).toEqual(due.map(keyOf));
  });

  test.each([
    ['NAME', (a: Candidate, b: Candidate) => new Intl.Collator('en').compare(a.sheet.name, b.sheet.name)],
    ['LONGEST_AGO', (a: Candidate, b: Candidate) => (a.lastUsedOn ?? '').localeCompare(b.lastUsedOn ?? '')],
  ])('goes by %s where that is asked for', async (sort, compare) => {
    const found = await all(asked, { sort });
    expect(found.map(keyOf)).toEqual(found.toSorted((a, b) => compare(a, b) || (keyOf(a) < keyOf(b) ? -1 : 1)).map(keyOf));
  });

  test.each(['NEAREST', 'NAME', 'LONGEST_AGO'])('page by page (%s) is the whole list, there and back', async (sort) => {
    const whole = (await all(asked, { sort })).map(keyOf);
    const paged: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await search(asked, { sort, first: 7, ...(after && { after }) });
      paged.push(...page.nodes.map(keyOf));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      expect(page.totalCount).toBe(whole.length);
    }
    expect(paged).toEqual(whole);
    const back: string[] = [];
    for (let before: string | undefined, more = true; more;) {
      const page = await search(asked, { sort, first: null, last: 7, ...(before && { before }) });
      back.unshift(...page.nodes.map(keyOf));
      [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
    }
    expect(back).toEqual(whole);
  });

  test.each(['NEAREST', 'NAME'])('says no name in its cursors (%s), and begins anew where who it went on from is gone', async (sort) => {
    const { pageInfo, nodes } = await search(asked, { sort, first: 3 });
    const parts = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as string[];
    expect(parts).toEqual([`ExpertCandidate.${sort}.en`, keyOf(nodes[2]!)]);
    const cursor = (...of: string[]): string => Buffer.from(JSON.stringify(of)).toString('base64url');
    const gone = await search(asked, { sort, first: 3, after: cursor(parts[0]!, '00000000-0000-4000-8000-000000000000') });
    expect(gone.nodes.map(keyOf)).toEqual(nodes.map(keyOf));
    expect(await engine().refusal(SEARCH, { actor: adviser, variables: { ...asked, sort, after: cursor(parts[0]!, 'Zoé', parts[1]!) } })).toBe('BAD_USER_INPUT');
  });
});

test('the day before the first one ends where somebody is, not in Paris: what begins there on the first day was not before it', async () => {
  const em = engine().database.orm.em.fork();
  const [expert] = await drawExperts(engine().database, luck, 1, true);
  await em.execute('update expert set last_mission_on = null where uuid = ?', [expert]);
  await em.execute('delete from expert_engagement where expert_uuid = ?', [expert]);
  await em.execute('delete from session_trainer where expert_uuid = ?', [expert]);
  const engage = (from: string, until: string): Promise<unknown> => em.execute(`insert into expert_engagement (source, who, expert_uuid, kind, place, held) values (gen_random_uuid(), ?, ?, 'STAY', 'TR', tstzmultirange(tstzrange(?, ?)))`, [expert, expert, from, until]);
  const lastUsed = async (): Promise<unknown> => (await search({ from: '2098-05-03', experts: [`Expert_${expert!}`] })).nodes[0]!.lastUsedOn;
  await engage('2098-05-03 00:30+03', '2098-05-04 10:00+03');
  expect(await lastUsed()).toBeNull();
  await engage('2098-05-01 10:00+03', '2098-05-02 23:30+03');
  expect(await lastUsed()).toBe('2098-05-02');
  await em.execute('delete from expert where uuid = ?', [expert]);
});

describe('lists of one search in one statement', () => {
  test('are made once where they ask alike, and each as it asks where they do not', async () => {
    const document = `query ($from: LocalDate, $other: LocalDate) {
      all: expertSearch(from: $from) { totalCount } fits: expertSearch(from: $from, filter: { states: [FITS] }) { totalCount } other: expertSearch(from: $other, filter: { states: [FITS] }) { totalCount }
      without: expertSearch(filter: { states: [FITS] }) { totalCount }
    }`;
    const { data, statements } = await engine().ask(document, { actor: adviser, variables: { from: dayAfter(FIRST, 3), other: '2130-01-30' } });
    const stored = await storedRows(engine().database);
    const fits = [...searched(stored, { from: dayAfter(FIRST, 3) }).values()].filter(({ state }) => state === 'FITS').length;
    expect(fits).toBeGreaterThan(0);
    expect({ data, statements }).toEqual({ data: { all: { totalCount: stored.experts.length }, fits: { totalCount: fits }, other: { totalCount: 0 }, without: { totalCount: stored.experts.length } }, statements: 1 });
  });
});

describe('what cannot be searched for', () => {
  test.each([
    { until: '2098-05-03' }, { isCleared: true }, { from: '2098-05-03', until: '2098-05-02' }, { from: '2098-05-03', until: '2098-07-04' }, { restedMonths: 0 }, { restedMonths: 121 }, { professions: [] },
    { languages: Array.from({ length: 21 }, () => 'fr') }, { experts: [] }, { experts: Array.from({ length: 31 }, () => 'Expert_00000000-0000-4000-8000-000000000000') }, { experts: ['Person_1'] },
    { filter: { states: [] } }, { filter: { because: Array.from({ length: 21 }, () => 'BUSY') } },
  ])('(%j) is refused', async (asked) => {
    expect(await engine().refusal(SEARCH, { actor: adviser, variables: { sort: 'NEAREST', ...asked } })).toBe('BAD_USER_INPUT');
  });

  test('but sixty-two days can be', async () => {
    expect((await search({ from: '2098-05-03', until: '2098-07-03', isCleared: true })).totalCount).toBeGreaterThan(60);
  });
});

describe('nobody else', () => {
  test.each(['visitor', 'network', 'post'] as const satisfies readonly Circle[])('in the circle %s finds anybody', async (circle) => {
    const people: Readonly<Record<string, string | null>> = { visitor: null, network: PEOPLE.expert, post: PEOPLE.scac };
    const [person] = await engine().database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [people[circle] ?? '']);
    const found = await search({ from: FIRST }, { actor: { circle, person: person?.id ?? null, session: null } });
    expect(found).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }, nodes: [] });
  });

  test('not even the adviser themselves in the circle of a post: the rule of the reader says it apart from the rules of rows', async () => {
    for (const circle of ['network', 'post'] as const) expect((await search({ from: FIRST }, { actor: { ...adviser, circle } })).totalCount).toBe(0);
  });

  test('would find anybody if only the rule of the reader were gone: the rules of rows say it again', async () => {
    const em = engine().database.orm.em.fork();
    const [post] = await em.execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE.scac]);
    expect((await search({ from: FIRST }, { actor: { circle: 'adviser', person: post!.id, session: null } })).totalCount).toBe(0);
  });

  test('an invented adviser finds nobody real, by no condition', async () => {
    const real = await drawExperts(engine().database, luck, 3, false);
    const found = (await all({ from: FIRST, until: dayAfter(FIRST, 8) })).map(keyOf);
    expect(found.filter((key) => real.includes(key))).toEqual([]);
    expect(found.filter((key) => drawn.includes(key)).length).toBe(drawn.length);
    expect((await search({ experts: real.map((key) => `Expert_${key}`) })).totalCount).toBe(0);
  });
});
