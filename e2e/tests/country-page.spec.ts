/** The page of a country says all that is known of it, each thing with where it comes from. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { toldIn } from '../support/short.ts';
import { sound } from '../support/sound.ts';

interface Provenance {
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly checkedOn: string | null;
  readonly isVerified: boolean;
}

interface Named {
  readonly name: { readonly text: string };
}

interface Titled {
  readonly id: string;
  readonly title: { readonly text: string };
}

interface Country extends Named {
  readonly officialName: { readonly text: string } | null;
  readonly capital: { readonly text: string };
  readonly currency: string;
  readonly officialLanguages: readonly Named[];
  readonly facts: readonly { readonly field: string; readonly provenance: Provenance }[];
  readonly memberships: readonly { readonly body: string; readonly status: string; readonly since: string | null; readonly provenance: Provenance }[];
  readonly hotlines: readonly { readonly number: string; readonly provenance: Provenance }[];
  readonly instruments: readonly {
    readonly status: string;
    readonly signedOn: string | null;
    readonly consentedOn: string | null;
    readonly inForceOn: string | null;
    readonly consentKind: string | null;
    readonly provenance: Provenance;
    readonly instrument: { readonly reference: string; readonly title: { readonly text: string }; readonly shortTitle: { readonly text: string } | null };
  }[];
  readonly organisations: { readonly nodes: readonly (Named & { readonly kind: string; readonly website: string | null; readonly provenance: Provenance })[] };
  readonly recommendations: { readonly nodes: readonly { readonly year: number | null; readonly verb: string; readonly summary: { readonly text: string }; readonly themes: readonly Named[]; readonly provenance: Provenance }[] };
  readonly coming: { readonly nodes: readonly Titled[] };
  readonly held: { readonly nodes: readonly Titled[] };
  readonly experts: { readonly totalCount: number; readonly nodes: readonly { readonly profession: Named }[] };
}

const FROM = 'provenance { source sourceUrl checkedOn isVerified }';
const COMING = 'states: [OPEN, CLOSED, RUNNING]';
const HELD = 'states: [DONE, ARCHIVED], isCalledOff: false';
const ASKED = `name { text } officialName { text } capital { text } currency officialLanguages { name { text } } facts { field ${FROM} } memberships { body status since ${FROM} } hotlines { number ${FROM} }
  instruments { status signedOn consentedOn inForceOn consentKind ${FROM} instrument { reference title { text } shortTitle { text } } } organisations(first: 100) { nodes { name { text } kind website ${FROM} } }
  recommendations(first: 100) { nodes { year verb summary { text } themes { name { text } } ${FROM} } } experts(first: 3) { totalCount nodes { profession { name { text } } } }
  coming: trainingSessions(first: 3, filter: { ${COMING} }) { nodes { id title { text } } } held: trainingSessions(first: 3, sort: LATEST, filter: { ${HELD} }) { nodes { id title { text } } }`;

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
const labels = JSON.parse(readFileSync(new URL('../../client/src/locales/en/labels.json', import.meta.url), 'utf8')) as Words;

/** A day, month or year as English writes it. */
function dated(on: string): string {
  if (/^\d{4}$/.test(on)) return on;
  return new Intl.DateTimeFormat('en-GB', { ...(on.length > 7 && { day: 'numeric' }), month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(on));
}

const spaces = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const read = async (place: Locator): Promise<string> => spaces(await place.innerText());

/** What is said there has its source, when that was read, and whether somebody has. */
async function sourced(place: Locator, { source, sourceUrl, checkedOn, isVerified }: Provenance): Promise<void> {
  const note = place.locator('.provenance');
  const text = await read(note);
  expect(text).toContain(`Source: ${spaces(source)}`);
  if (sourceUrl) await expect(note.locator('a')).toHaveAttribute('href', sourceUrl);
  if (checkedOn) expect(text).toContain(`Checked: ${dated(checkedOn)}`);
  else expect(text).not.toContain('Checked:');
  expect(text.includes('Not verified yet')).toBe(!isVerified);
}

for (const code of toldIn(['AL', 'RO', 'UA'])) {
  test(`${code}: every part of it is as the API has it`, async ({ page, request }) => {
    const { country } = await ask<{ country: Country }>(request, 'en', `{ country(code: "${code}") { ${ASKED} } }`);
    await page.goto(`/en/countries/${code}`);
    await settled(page);
    await expect(page.locator('h1')).toContainText(country.name.text);
    const section = (id: string): Locator => page.locator(`[aria-labelledby="${id}"]`);

    const facts = section('facts').locator('dl').first().locator(':scope > div');
    const said: Readonly<Record<string, string>> = {
      officialName: country.officialName?.text ?? '', capital: country.capital.text, currency: country.currency, timeZone: '',
      officialLanguages: new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(country.officialLanguages.map(({ name }) => name.text)),
    };
    const labelsOf: Readonly<Record<string, string>> = { officialName: 'Official name', capital: 'Capital', officialLanguages: 'Official languages', currency: 'Currency', timeZone: 'Time zone' };
    const known = country.facts.filter(({ field }) => field in labelsOf);
    expect(known.length).toBeGreaterThan(3);
    for (const { field, provenance } of known) {
      const fact = facts.filter({ has: page.locator('dt', { hasText: new RegExp(`^${labelsOf[field]!}$`) }) });
      expect(await read(fact)).toContain(spaces(said[field]!));
      await sourced(fact, provenance);
    }

    const memberships = section('facts').locator('dl').nth(1).locator(':scope > div');
    await expect(memberships).toHaveCount(country.memberships.length);
    for (const [n, { body, status, since, provenance }] of country.memberships.entries()) {
      const text = await read(memberships.nth(n));
      expect(text).toContain(`${labels.membershipBody![body]!} ${labels.membershipStatus![status]!}`);
      if (since) expect(text).toContain(`since ${dated(since)}`);
      await sourced(memberships.nth(n), provenance);
    }

    const numbers = section('hotline').locator('.call-numbers > li');
    const verified = country.hotlines.filter(({ provenance }) => provenance.isVerified);
    await expect(numbers).toHaveCount(verified.length);
    for (const [n, { number, provenance }] of verified.entries()) {
      expect((await read(numbers.nth(n).locator('.hotline'))).replaceAll(/\D/g, '')).toBe(number.replaceAll(/\D/g, ''));
      await sourced(numbers.nth(n), provenance);
    }

    const treaties = section('instruments').locator('.treaties > li');
    await expect(treaties).toHaveCount(country.instruments.length);
    for (const [n, { status, signedOn, consentedOn, inForceOn, consentKind, instrument, provenance }] of country.instruments.entries()) {
      const text = await read(treaties.nth(n));
      expect(text).toContain(spaces((instrument.shortTitle ?? instrument.title).text));
      expect(text).toContain(spaces(instrument.reference));
      if (status === 'PARTY') expect(text).toContain('Entry into force');
      if (status === 'PARTY' && consentKind) expect(text).toContain(labels.consentKind![consentKind]!);
      if (status === 'BOUND' || status === 'NOT_PARTY') expect(text).toContain(labels.instrumentStatus![status]!);
      if (signedOn && status !== 'BOUND') expect(text).toContain(`Signature ${dated(signedOn)}`);
      for (const day of status === 'PARTY' ? [consentedOn, inForceOn] : []) expect(text).toContain(day ? dated(day) : 'date not known');
      await sourced(treaties.nth(n), provenance);
    }

    const organisations = section('organisations').locator('.rows > li');
    await expect(organisations).toHaveCount(country.organisations.nodes.length);
    for (const [n, { name, kind, website, provenance }] of country.organisations.nodes.entries()) {
      const text = await read(organisations.nth(n));
      expect(text).toContain(spaces(name.text));
      expect(text).toContain(labels.organisationKind![kind]!);
      if (website) await expect(organisations.nth(n).locator('a.site')).toHaveAttribute('href', website);
      await sourced(organisations.nth(n), provenance);
    }

    const recommendations = section('recommendations').locator('tbody tr');
    await expect(recommendations).toHaveCount(country.recommendations.nodes.length);
    for (const [n, { year, verb, summary, themes, provenance }] of country.recommendations.nodes.entries()) {
      const text = await read(recommendations.nth(n));
      for (const part of [String(year ?? 'date not known'), labels.recommendationVerb![verb]!, summary.text]) expect(text).toContain(spaces(part));
      for (const { name } of themes) expect(text.toLowerCase()).toContain(spaces(name.text).toLowerCase());
      await sourced(recommendations.nth(n), provenance);
    }

    /** A title that is not said in English has its language after it. */
    const each = async (rows: Locator, titles: readonly string[]): Promise<void> => {
      const shownTexts = (await rows.allInnerTexts()).map(spaces);
      expect(shownTexts.map((text, n) => text.slice(0, spaces(titles[n] ?? '').length))).toEqual(titles.map(spaces));
    };
    const lists = section('trainings').locator('.sessions');
    const shown = [country.coming.nodes, country.held.nodes].filter((nodes) => nodes.length > 0);
    await expect(lists).toHaveCount(shown.length);
    for (const [n, nodes] of shown.entries()) {
      await each(lists.nth(n).locator('.session-title'), nodes.map(({ title }) => title.text));
      expect(await lists.nth(n).locator('[data-session]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.session))).toEqual(nodes.map(({ id }) => id));
    }

    await each(section('experts').locator('.law-rows > li h3'), country.experts.nodes.map(({ profession }) => profession.name.text));
    await sound(page);
  });
}
