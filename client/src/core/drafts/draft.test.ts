import { afterEach, describe, expect, it } from 'vitest';

import { forgetDraft, keepDraft, readDraft } from './draft.ts';

interface Typed {
  readonly title: string;
}
const isTyped = (typed: unknown): typed is Typed => typeof (typed as Typed | null)?.title === 'string';
const OWN = { form: 'need', person: 'scac.al@passerelle.example' };
const DRAFT = { key: 'k', typed: { title: 'Mungojnë vendet – Ştefan' }, isSent: false };
const contents = (): string => JSON.stringify({ ...localStorage }) + document.cookie;

afterEach(() => forgetDraft('need'));

describe('a draft that a browser keeps', () => {
  it('is read again by whoever typed it, with its key, and cannot be read as it stands', async () => {
    expect(await keepDraft(OWN, DRAFT)).toBe(true);
    expect(await readDraft(OWN, isTyped)).toEqual(DRAFT);
    expect(localStorage.getItem('draft:need')).not.toBeNull();
    expect(contents()).not.toMatch(/Mungojn|scac/);
  });

  it('is the last that was typed', async () => {
    await keepDraft(OWN, DRAFT);
    await keepDraft(OWN, { ...DRAFT, typed: { title: 'Later' }, isSent: true });
    expect(await readDraft(OWN, isTyped)).toEqual({ key: 'k', typed: { title: 'Later' }, isSent: true });
  });

  it('is none for another person, though the cookie is there, and is removed when they look', async () => {
    await keepDraft(OWN, DRAFT);
    expect(await readDraft({ ...OWN, person: 'scac.mk@passerelle.example' }, isTyped)).toBeUndefined();
    expect(localStorage.getItem('draft:need')).toBeNull();
  });

  it('is none for anybody once somebody has signed in or out, which ends the cookie', async () => {
    await keepDraft(OWN, DRAFT);
    document.cookie = 'draft-key=; Path=/; Max-Age=0; SameSite=Strict';
    expect(await readDraft(OWN, isTyped)).toBeUndefined();
    await keepDraft(OWN, DRAFT);
    document.cookie = `draft-key=${'A'.repeat(43)}; Path=/`;
    expect(await readDraft(OWN, isTyped)).toBeUndefined();
  });

  it('is none where the form takes something else by now, and nothing fails where nothing can be read', async () => {
    await keepDraft(OWN, { ...DRAFT, typed: { name: 'old' } });
    expect(await readDraft(OWN, isTyped)).toBeUndefined();
    localStorage.setItem('draft:need', 'no draft');
    expect(await readDraft(OWN, isTyped)).toBeUndefined();
    expect(await readDraft(OWN, isTyped)).toBeUndefined();
  });
});
