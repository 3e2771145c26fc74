import { NO_ANSWER } from '@passerelle/shared/questions.ts';
import { describe, expect, test } from 'vitest';

import type { Asked } from '../questions/parts/index.ts';
import { countryOf, partiesOf, peopleFaults, registerInput, toldFaults, type TypedPerson, withoutGone } from './registerForm.ts';
import type { Registrar } from './useRegistrations.ts';

const MOLDOVA = { id: 'Country_MD', code: 'MD' } as NonNullable<Registrar['country']>;
const NGO = { role: 'NGO_COORDINATOR', country: null, organisation: { id: 'Organisation_ours', country: MOLDOVA } } as Registrar;
const AUTHORITY = { role: 'AUTHORITY', country: MOLDOVA, organisation: null } as Registrar;
const WORLDWIDE = { role: 'INTERNATIONAL', country: null, organisation: { id: 'Organisation_worldwide', country: null } } as Registrar;

const person = (changes: Partial<TypedPerson> = {}): TypedPerson => ({ key: 1, name: 'Ana', email: 'ana@ngo.example', locale: 'ro', profession: '', mode: '', answers: {}, showsName: false, ...changes });

describe('for whom people are registered', () => {
  test('is a choice of organisations and authorities, each once', () => {
    expect(partiesOf([NGO, { ...NGO, role: 'NGO_MEMBER' }, AUTHORITY]).map(({ value }) => value)).toEqual(['Organisation_ours', 'MD']);
  });

  test('has a country where the organisation has one, or the authority is of one', () => {
    expect(partiesOf([NGO, AUTHORITY, WORLDWIDE]).map((party) => countryOf(party)?.code)).toEqual(['MD', 'MD', undefined]);
  });
});

describe('what was typed', () => {
  test('is wrong without a name, without a whole address, or with the same address twice', () => {
    const faults = peopleFaults([person(), person({ name: ' ' }), person({ email: '' }), person({ email: 'ANA' }), person({ email: 'Other@ngo.example' })], { asksMode: false, asksProfession: false, questions: [] });
    expect(faults).toEqual([{}, { name: true, email: 'twice' }, { email: 'empty' }, { email: 'wrong' }, {}]);
  });

  test('says how they take part where the session asks for it', () => {
    expect(peopleFaults([person(), person({ email: 'b@ngo.example', mode: 'ONLINE' })], { asksMode: true, asksProfession: false, questions: [] })).toEqual([{ mode: true }, {}]);
  });

  test('says the profession where places are counted by it', () => {
    const asking = { asksMode: false, asksProfession: true, questions: [] };
    expect(peopleFaults([person(), person({ email: 'b@ngo.example', profession: 'POLICE' })], asking)).toEqual([{ profession: true }, {}]);
    const told = { faults: [], personFaults: [{ person: 1, field: 'PROFESSION' as const, fault: 'MISSING' as const }] };
    expect([toldFaults(told, [1, 2], asking), toldFaults(told, [1, 2], { ...asking, asksProfession: false })]).toEqual([[{}, { profession: true }], undefined]);
  });

  test('says that a name is shown of who registers themselves alone, however name and address are written', () => {
    const [ngo] = partiesOf([NGO]);
    const own = { name: 'Țăran Ana', email: 'ana@ngo.example' };
    const sent = (name: string, email: string, { showsName = true, by = own as typeof own | null } = {}) => registerInput('TrainingSession_x', ngo!, '', [person({ name, email, showsName })], { submission: 'key', questions: [], own: by }).people[0]!.showsName;
    expect([sent(' ana Taran', 'Ana@NGO.example '), sent('Ana Țăran', 'ana@ngo.example')]).toEqual([true, true]);
    expect([sent('Ana Țăran', 'ana@ngo.example', { showsName: false }), sent('Ana Țăran', 'ion@ngo.example'), sent('Ion Țăran', 'ana@ngo.example'), sent('Ana Țăran', 'ana@ngo.example', { by: null })]).toEqual([false, false, false, false]);
  });

  test('is sent with the country where the organisation has none, and not where it has', () => {
    const [ngo, authority, worldwide] = partiesOf([NGO, AUTHORITY, WORLDWIDE]);
    const sent = (party = ngo!, country = '') => registerInput('TrainingSession_x', party, country, [person({ name: ' Ana ' })], { submission: 'key', questions: [], own: undefined });
    expect(sent()).toMatchObject({ organisation: 'Organisation_ours', country: null, hasConsent: true, submission: 'key', people: [{ name: 'Ana', profession: null, mode: null }] });
    expect(sent(authority!)).toMatchObject({ organisation: null, country: 'MD' });
    expect(sent(worldwide!, 'RS')).toMatchObject({ organisation: 'Organisation_worldwide', country: 'RS' });
  });
});

describe('answers', () => {
  const question = (key: string, changes = {}): Asked => ({ id: `FormQuestion_${key}`, key, kind: 'YES_NO', isRequired: true, isClosed: false, condition: null, choices: [], ...changes }) as unknown as Asked;
  const questions = [question('a'), question('b', { kind: 'TEXT', condition: { question: 'a', answer: 'YES' } })];
  const yes = { a: { ...NO_ANSWER, codes: ['YES'] } };

  test('are wrong where one that is asked is missing, and sent where they are asked', () => {
    const faults = peopleFaults([person(), person({ email: 'b@ngo.example', answers: yes }), person({ email: 'c@ngo.example', answers: { a: { ...NO_ANSWER, codes: ['NO'] } } })], { asksMode: false, asksProfession: false, questions });
    expect(faults).toEqual([{ answers: { a: 'MISSING' } }, { answers: { b: 'MISSING' } }, {}]);
    const [ngo] = partiesOf([NGO]);
    const sent = (answers: TypedPerson['answers']) => registerInput('TrainingSession_x', ngo!, '', [person({ answers })], { submission: 'key', questions, own: undefined }).people[0]!.answers;
    expect(sent({ ...yes, b: { ...NO_ANSWER, text: 'x' } })).toEqual([{ question: 'FormQuestion_a', text: null, codes: ['YES'], level: null, day: null, file: null }, { question: 'FormQuestion_b', text: 'x', codes: null, level: null, day: null, file: null }]);
    expect(sent({ a: { ...NO_ANSWER, codes: ['NO'] }, b: { ...NO_ANSWER, text: 'x' } })).toHaveLength(1);
  });

  test('with a file are sent once it is there; one that was chosen and is not is told of, and one that is gone is chosen again', () => {
    const files = [question('f', { kind: 'FILE', isRequired: false })];
    const with1 = (state: 'COMING' | 'KEPT' | 'NOT_TAKEN', file = '') => [person({ answers: { f: { ...NO_ANSWER, file, chosen: { name: 'a.pdf', state } } } })];
    expect((['COMING', 'NOT_TAKEN', 'KEPT'] as const).map((state) => peopleFaults(with1(state), { asksMode: false, asksProfession: false, questions: files })[0]!.answers?.f)).toEqual(['FILE_DUE', 'FILE_DUE', undefined]);
    const [ngo] = partiesOf([NGO]);
    const [kept] = with1('KEPT', 'AnswerFile_1');
    expect(registerInput('TrainingSession_x', ngo!, '', [kept!], { submission: 'key', questions: files, own: undefined }).people[0]!.answers).toEqual([{ question: 'FormQuestion_f', text: null, codes: null, level: null, day: null, file: 'AnswerFile_1' }]);
    expect([withoutGone(kept!.answers, { f: 'FILE_GONE' }), withoutGone(kept!.answers, { f: 'MISSING' })]).toEqual([{ f: NO_ANSWER }, kept!.answers]);
  });

  test('that the server refuses are told of each person; where the form has changed, it is read again', () => {
    const fault = (what: 'MISSING' | 'CHANGED', key = 'a') => ({ person: 1, question: key, fault: what, maximum: null });
    const told = (faults: ReturnType<typeof fault>[]) => toldFaults({ faults, personFaults: [] }, [1, 2], { asksProfession: false, questions });
    expect(told([fault('MISSING')])).toEqual([{}, { answers: { a: 'MISSING' } }]);
    expect([told([fault('CHANGED')]), told([fault('MISSING', 'new')])]).toEqual([undefined, undefined]);
  });
});
