// @vitest-environment node
/** Wherever a country is named, the note that goes with the names of some is asked for, and its star stands behind the name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
const TRUSTED = Object.values(JSON.parse(readFileSync(join(ROOT, 'shared/trusted-documents.json'), 'utf8')) as Readonly<Record<string, string>>);
const SCHEMA = buildSchema(readFileSync(join(ROOT, 'server/schema.graphql'), 'utf8'));
const COMPONENTS = import.meta.glob<string>('/src/**/*.vue', { query: '?raw', import: 'default', eager: true });

/** The places of a document that ask for the name of a country and not for its note. */
function withoutNote(text: string): string[] {
  const info = new TypeInfo(SCHEMA);
  const found: string[] = [];
  visit(parse(text), visitWithTypeInfo(info, {
    SelectionSet({ selections }, _key, parent) {
      if (info.getParentType()?.name !== 'Country') return;
      const names = selections.flatMap((one) => (one.kind === 'Field' ? [one.name.value] : []));
      if (names.includes('name') && !names.includes('nameNote')) found.push(parent && 'name' in parent ? String((parent.name as { value: string }).value) : '?');
    },
  }));
  return found;
}

/** The lines of a component that write the name of a country without its star. */
const unstarred = (component: string): string[] => component.split('\n').filter((line) => /\b\w*[cC]ountry\??\.name\b|<LocalizedOption v-for="\w+ in [\w.]*countries"/.test(line) && !/starred\(|nameNote|name-note/.test(line)).map((line) => line.trim());

/** By component: where a name stands without its star, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'costs/RateItem.vue': 'the name of a row, heard with its buttons: the row says it with its star',
  'countries/CountryPage.vue': 'the title of the window: the heading has the star',
  'country-file/CountryFilePage.vue': 'the title of the window: the heading has the star',
  'map/RegionDrawing.vue': 'the language of a name, which is written with its star',
  'recommendations/RecommendationPage.vue': 'the title of the window: the heading has the star',
};

describe('the name of a country', () => {
  it('is never asked for without its note; a document that does is found: the control', () => {
    expect(TRUSTED.flatMap(withoutNote)).toEqual([]);
    expect(withoutNote('query A { countries { id code name { text } } country(code: "XK") { id name { text } nameNote { text } } }')).toEqual(['countries']);
  });

  it('has its star wherever it is written; a component that forgets it is found: the control', () => {
    const found = Object.entries(COMPONENTS).filter(([, component]) => unstarred(component).length > 0).map(([path]) => path.slice('/src/'.length));
    expect(found.sort()).toEqual(Object.keys(WITHOUT).sort());
    expect([unstarred('<LocalizedText :value="leg.country.name" />'), unstarred('<LocalizedText :value="starred(leg.country.name, leg.country.nameNote)" />')]).toEqual([['<LocalizedText :value="leg.country.name" />'], []]);
  });
});
