/** Prints how well needs are grouped, on the labelled ones. The figures of the documents come from here. */
import { development, forShares, fresh, heldOut, type LabelledNeed } from './labelled/index.ts';
import { LEXICON } from './lexicon/index.ts';
import { measure } from './measure.ts';
import { Reader } from './spoken.ts';
import { suggest, suggestAmong } from './suggest.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function row(needs: readonly LabelledNeed[], suggestions = suggest(needs)): Record<string, string | number> {
  const { wanted, found, right, precision, recall } = measure(needs, suggestions);
  return { needs: needs.length, suggestions: suggestions.length, 'pairs wanted': wanted, 'pairs found': found, right, precision: percent(precision), recall: percent(recall) };
}

const seen = development();
const unseen = heldOut();
const all = [...seen, ...unseen];
const unsaid = (needs: readonly LabelledNeed[]): LabelledNeed[] => needs.map((need) => ({ ...need, audiences: [] }));
const withoutWords = new Reader([]);

console.log(`Concepts: ${LEXICON.size}`);
console.table({
  'all needs': row(all),
  'those the words were looked at with': row(seen),
  'those no word was changed by': row(unseen),
  'another writer’s, for the shares': row(forShares()),
  'another writer’s, when all was set': row(fresh()),
  'the same, without audiences': row(unsaid(fresh())),
  'all, without the concepts': row(all, suggestAmong(withoutWords.spoken(all))),
});

const started = performance.now();
const many = Array.from({ length: 1000 }, (_, i) => ({ ...all[i % all.length]!, key: `need ${i}` }));
suggest(many);
console.log(`1,000 needs: ${Math.round(performance.now() - started)} ms`);
