// @vitest-environment node
/** What the journal calls a value is what its page calls it, in each language. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { expect, it } from 'vitest';

import { readCatalogues } from '../../scripts/language/catalogues.ts';

const catalogues = readCatalogues();

/** Where the pages say what the journal says in each of its groups. */
const SAID: Readonly<Record<string, string>> = {
  mission: 'missions.state', need: 'needs.statusName', urgency: 'needs.urgencyName', pillar: 'needs.pillarName', commonNeed: 'commonNeeds.statusName', request: 'cooperationRequests.statusName',
  decision: 'cooperationRequests.decisionName', project: 'projects.statusName', progress: 'standings.name', opinion: 'consultations.state', document: 'documents.visible', format: 'sessionFormat',
};
const OWN = /^audit\.value\.(?<group>\w+)\.(?<code>\w+)$/;

it.each(LOCALE_TAGS)('in %s a state, an urgency or an answer has the words of its page', (locale) => {
  const texts = new Map(catalogues[locale].map(({ key, message }) => [key, message]));
  const [said, wanted] = [new Map<string, string>(), new Map<string, string | undefined>()];
  for (const [key, message] of texts) {
    const { group, code } = OWN.exec(key)?.groups ?? {};
    if (!group || !SAID[group]) continue;
    said.set(key, message);
    wanted.set(key, texts.get(`${SAID[group]}.${code}`));
  }
  expect(said.size).toBeGreaterThan(45);
  expect(said).toEqual(wanted);
});

it.each(LOCALE_TAGS)('in %s a training session stands as its page says, more shortly', (locale) => {
  const texts = new Map(catalogues[locale].map(({ key, message }) => [key, message]));
  for (const state of ['DRAFT', 'OPEN', 'CLOSED', 'CANCELLED', 'ARCHIVED']) {
    const short = texts.get(`audit.value.session.${state}`)!;
    expect(texts.get(`prepare.state.${state}`)!.slice(0, short.length)).toBe(short);
  }
});
