// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const KEEPS = /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|document\.cookie|caches\.)/;

describe('what the page keeps in a browser', () => {
  it('is what the privacy page tells of: a chosen look, what waits to be sent of who was present, the check-in page with its list, and a need that is being typed', () => {
    const keeping = globSync('**/*.{vue,ts}', { cwd: SOURCE, exclude: ['**/*.test.ts'] }).filter((file) => KEEPS.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(keeping.sort()).toEqual([
      'appearance/looks.ts', 'appearance/theme.ts', 'attendance/checkInWorker.ts', 'attendance/keptList.ts', 'attendance/keptPage.ts', 'attendance/usePresence.ts', 'core/drafts/draft.ts', 'core/kept/forgetDrafts.ts', 'core/kept/forgetKept.ts',
    ]);
  });
});

describe('whose data the site can hold', () => {
  const schema = buildSchema(readFileSync(join(SOURCE, '../../server/schema.graphql'), 'utf8'));
  const kinds = (schema.getType('PersonKind') as GraphQLEnumType).getValues().map(({ name }) => `item${name[0]!}${name.slice(1).toLowerCase()}`);

  it.each(LOCALE_TAGS)('is told on the privacy page in %s: every kind of person that the register knows, and no other', (tag) => {
    const { pages } = JSON.parse(readFileSync(join(SOURCE, 'locales', tag, 'pages.json'), 'utf8')) as { pages: { privacy: { people: Record<string, string> } } };
    const told = Object.entries(pages.privacy.people).filter(([key]) => key.startsWith('item'));
    expect(told.map(([key]) => key).sort()).toEqual([...kinds].sort());
    for (const [key, words] of told) expect(words.length, key).toBeGreaterThan(30);
  });
});
