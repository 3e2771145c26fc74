/** Prints what the guard finds in its corpus, by kind and language. The figures of the documents come from here. */
import { clean, emails, numbers, PARTS, people, phones } from './corpus/index.ts';
import { count, countBy, percent, type Count } from './corpus/measure.ts';
import { published } from './corpus/published.ts';
import { findPersonalData } from './find.ts';

const row = (one: Count): Record<string, number> => ({ texts: one.texts, 'found %': percent(one.found, one), 'refused %': percent(one.refused, one) });
const table = (counts: Readonly<Record<string, Count>>): void => console.table(Object.fromEntries(Object.entries(counts).map(([key, one]) => [key, row(one)])));

console.log('Personal numbers, telephone numbers and addresses, by kind');
table({ ...countBy(numbers(), 'made', findPersonalData), ...countBy(phones(), 'made', findPersonalData), ...countBy(emails(), 'made', findPersonalData) });

console.log('Descriptions of a person, by the part of the corpus, and by language: all, and those that no rule was changed by');
table(countBy(people(), 'made', findPersonalData));
table(countBy(people(), 'locale', findPersonalData));
table(countBy(people().filter(({ made }) => made === PARTS.UNSEEN), 'locale', findPersonalData));

console.log('Sentences of the field that tell of nobody: a finding is a false alarm');
table(countBy(clean(), 'made', findPersonalData));
table(countBy(clean(), 'locale', findPersonalData));
table({ all: count(clean(), findPersonalData) });

const texts = published();
const alarms = texts.filter(({ text }) => findPersonalData(text).length > 0);
console.log(`Texts that the product publishes: ${texts.length}, false alarms: ${alarms.length}`);
for (const { place } of alarms) console.log(`  ${place}`);
