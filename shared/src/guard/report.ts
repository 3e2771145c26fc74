/** Prints what the guard finds in its corpus, by kind and language. The figures of the documents come from here. */
import { clean, emails, numbers, people, phones, type Case } from './corpus/index.ts';
import { count, countBy, percent, type Count } from './corpus/measure.ts';
import { published } from './corpus/published.ts';
import { findPersonalData } from './find.ts';

const row = (one: Count): Record<string, number> => ({ texts: one.texts, 'found %': percent(one.found, one), 'refused %': percent(one.refused, one) });
const table = (counts: Readonly<Record<string, Count>>): void => console.table(Object.fromEntries(Object.entries(counts).map(([key, one]) => [key, row(one)])));

const descriptions = people();
const heldOut = (cases: readonly Case[], isHeldOut: boolean): Case[] => cases.filter((one) => one.isHeldOut === isHeldOut);

console.log('Personal numbers, telephone numbers and addresses, by kind');
table({ ...countBy(numbers(), 'made', findPersonalData), ...countBy(phones(), 'made', findPersonalData), ...countBy(emails(), 'made', findPersonalData) });

console.log('Descriptions of a person, by language: those that were held out');
table(countBy(heldOut(descriptions, true), 'locale', findPersonalData));
table({ 'held out': count(heldOut(descriptions, true), findPersonalData), seen: count(heldOut(descriptions, false), findPersonalData) });

console.log('Sentences of the field that tell of nobody, by language: a finding is a false alarm');
table(countBy(clean(), 'locale', findPersonalData));
table({ 'held out': count(heldOut(clean(), true), findPersonalData), seen: count(heldOut(clean(), false), findPersonalData) });

const texts = published();
const alarms = texts.filter(({ text }) => findPersonalData(text).length > 0);
console.log(`Texts that the product publishes: ${texts.length}, false alarms: ${alarms.length}`);
for (const { place } of alarms) console.log(`  ${place}`);
