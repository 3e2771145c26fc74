/** Whatever changes something of training sessions is tried with a fault at each of its statements, before it runs and once it has; what is added and is not named here, or tried, fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { registrationActs } from '../src/registrations/faults.fixture.ts';
import { PREPARING_ACTS } from './faults/preparing-acts.ts';
import { SESSION_ACTS } from './faults/session-acts.ts';
import { OWN_ACTS } from './permissions/own-acts.ts';

/** The features that training sessions are made of. */
const FEATURES = ['attendance', 'documents', 'evaluations', 'invitations', 'programme', 'questions', 'registrations', 'trainings'];
/** These change nothing. */
const READING = ['readEvaluation', 'readNameChoice', 'readSessionInvitation'];

const MUTATION = /@Mutation\([^@]*?\)\s*\n\s+(?:async )?(\w+)\(/g;
const source = (feature: string): string => {
  const folder = fileURLToPath(new URL(`../src/${feature}/`, import.meta.url));
  return readdirSync(folder).filter((file) => file.endsWith('.resolver.ts')).map((file) => readFileSync(folder + file, 'utf8')).join('\n');
};
const mutations = FEATURES.flatMap((feature) => [...source(feature).matchAll(MUTATION)].map(([, name]) => name!));

/** By services past the API (`session-faults.long`, `registrations/faults.long`), or by the API itself (`permissions/own-faults.long`). */
const tried = [...[PREPARING_ACTS, SESSION_ACTS, registrationActs(undefined as never)].flatMap((acts) => Object.values(acts).map(({ of }) => of)), ...OWN_ACTS.map(({ of }) => of)];

test('each mutation of these features is tried, or changes nothing', () => {
  expect(mutations.filter((name) => !tried.includes(name) && !READING.includes(name))).toEqual([]);
});

test('all of them are found, and nothing is said to change nothing that is tried: the control', async () => {
  const known = Object.keys((await createSchema()).getMutationType()!.getFields());
  const written = FEATURES.flatMap((feature) => source(feature).match(/@Mutation\(/g) ?? []);
  expect([mutations.length, mutations.filter((name) => !known.includes(name)), READING.filter((name) => tried.includes(name) || !mutations.includes(name))]).toEqual([written.length, [], []]);
});
