/** Needs whose groups somebody has said, to measure by; invented. Read from files, for the tests and the report only. */
import { readFileSync } from 'node:fs';

import type { Locale } from '../../locales.ts';
import type { Labelled } from '../measure.ts';
import type { NeedToCompare } from '../need.ts';

interface Row extends Labelled, Omit<NeedToCompare, 'texts'> {
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
}

export type LabelledNeed = Labelled & NeedToCompare;

function read(name: string): LabelledNeed[] {
  const { needs } = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as { needs: Row[] };
  return needs.map(({ locale, title, text, ...need }) => ({ ...need, texts: [{ locale, text: `${title}. ${text}` }] }));
}

/** Those that weights and words were looked at with. */
export const development = (): LabelledNeed[] => read('development.json');

/** Those that no word was changed by. */
export const heldOut = (): LabelledNeed[] => read('held-out.json');

/** Those of another writer that the shares were set with; no word was looked at with them. */
export const forShares = (): LabelledNeed[] => read('for-shares.json');

/** Those of that writer, about subjects that no other labelled need has, that were measured when all was set. */
export const fresh = (): LabelledNeed[] => read('fresh.json');
