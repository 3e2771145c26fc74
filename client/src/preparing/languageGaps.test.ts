import { describe, expect, test } from 'vitest';

import { gapsIn, type SaidOfSession } from './languageGaps.ts';

const text = (locale: string, more: object = {}) => ({ locale, isSource: false, isOutdated: false, title: null, summary: null, programme: null, objectives: null, cancelledReason: null, label: null, help: null, ...more });

/** A session in French with two parts, a document and a question with choices. */
const SESSION: SaidOfSession = {
  texts: [text('fr', { isSource: true, title: 'Titre', summary: 'Résumé' }), text('mk', { title: 'Наслов', isOutdated: true }), text('sr-Cyrl', { title: 'Наслов', summary: 'Сажетак' })],
  parts: [{ texts: [text('fr', { isSource: true }), text('mk')] }, { texts: [text('mk', { isSource: true }), text('sr-Cyrl')] }],
  documents: [{ texts: [text('fr', { isSource: true }), text('sr-Cyrl')] }],
  questions: [{ isClosed: false, texts: [text('fr', { isSource: true, label: 'Question ?', help: 'Aide' }), text('mk', { label: 'Прашање?', help: 'Помош' })], choices: [{ texts: [{ locale: 'fr' }, { locale: 'mk' }] }, { texts: [{ locale: 'fr' }] }] }],
};

describe('what is missing in a language', () => {
  test('is what its source says and it does not, with the parts, documents and questions that lack something', () => {
    expect(gapsIn(SESSION, 'mk')).toEqual({ texts: ['summary'], parts: 0, documents: 1, questions: 1, isEmpty: false, isOutdated: true });
    expect(gapsIn(SESSION, 'fr')).toEqual({ texts: [], parts: 1, documents: 0, questions: 0, isEmpty: false, isOutdated: false });
  });

  test('is everything where nothing is said', () => {
    expect(gapsIn(SESSION, 'sl')).toEqual({ texts: ['title', 'summary'], parts: 2, documents: 1, questions: 1, isEmpty: true, isOutdated: false });
  });

  test('of Serbian in Latin letters is what is said in neither alphabet, and never the other way round', () => {
    expect(gapsIn(SESSION, 'sr-Latn')).toMatchObject({ texts: [], parts: 1, documents: 0, isEmpty: false });
    const latin = { ...SESSION, texts: [SESSION.texts[0]!, text('sr-Latn', { title: 'Naslov', summary: 'Sažetak' })] };
    expect([gapsIn(latin, 'sr-Latn').texts, gapsIn(latin, 'sr-Cyrl').texts]).toEqual([[], ['title', 'summary']]);
  });

  test('of why it was called off is what some language says, but in its own, in which nobody translates it', () => {
    const off = { ...SESSION, texts: [...SESSION.texts, text('en', { title: 'Title', cancelledReason: 'The room is taken.' })] };
    expect([gapsIn(off, 'en').texts, gapsIn(off, 'fr').texts, gapsIn(off, 'mk').texts]).toEqual([['summary'], [], ['summary', 'cancelledReason']]);
  });

  test('is nothing of a question that is closed', () => {
    const closed = { ...SESSION, questions: SESSION.questions.map((one) => ({ ...one, isClosed: true })) };
    expect([gapsIn(closed, 'mk').questions, gapsIn(closed, 'sl').questions]).toEqual([0, 0]);
    const alone = { texts: [], parts: [], documents: [], questions: [{ isClosed: true, texts: [text('mk', { label: 'Прашање?', isOutdated: true })], choices: [] }] };
    expect(gapsIn(alone, 'mk')).toMatchObject({ isEmpty: true, isOutdated: false });
  });
});
