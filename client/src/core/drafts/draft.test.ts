import { afterEach, describe, expect, it } from 'vitest';

import { forgetDrafts } from '../kept/index.ts';
import { forgetDraft, hasDraft, keepDraft, openDraft, readDraft } from './draft.ts';

interface Typed {
  readonly title: string;
}
const isTyped = (typed: unknown): typed is Typed => typeof (typed as Typed | null)?.title === 'string';
const OWN = { form: 'need', person: 'scac.al@passerelle.example' };
const OTHER = { ...OWN, person: 'scac.mk@passerelle.example' };
const DRAFT = { key: 'k', typed: { title: 'Mungojnë vendet – Ştefan' }, isSent: false, wasSent: false };
const SECOND = { ...DRAFT, key: 'l', typed: { title: 'Second' } };
const SLOT = 'draft:need:k';
/** Whether there is a key; an ended cookie stays here with an empty value. */
const hasKey = (): boolean => /draft-key=\w/.test(document.cookie);
const contents = (): string => JSON.stringify({ ...localStorage }) + document.cookie;
const keep = (draft: typeof DRAFT = DRAFT, isFirst = true, of = OWN): Promise<boolean> => keepDraft(of, draft, isFirst);
const read = (of = OWN) => readDraft(of, isTyped);
const endCookie = (): string => (document.cookie = 'draft-key=; Path=/; Max-Age=0; SameSite=Strict');

afterEach(forgetDrafts);

describe('a draft that a browser keeps', () => {
  it('is read again by whoever typed it, with its key, and cannot be read as it stands', async () => {
    expect(await keep()).toBe(true);
    expect(await read()).toEqual(DRAFT);
    expect(localStorage.getItem(SLOT)).not.toBeNull();
    expect(contents()).not.toMatch(/Mungojn|scac/);
  });

  it('is the last that was typed', async () => {
    await keep();
    await keep({ ...DRAFT, typed: { title: 'Later' }, isSent: true, wasSent: true });
    expect(await read()).toEqual({ key: 'k', typed: { title: 'Later' }, isSent: true, wasSent: true });
  });

  it('is one of each form that is open: one that is forgotten takes no other with it, and the key goes with the last', async () => {
    await keep();
    await keep(SECOND);
    forgetDraft('need', 'k');
    expect(await read()).toEqual(SECOND);
    expect(hasKey()).toBe(true);
    forgetDraft('need', 'l');
    expect([await read(), hasKey()]).toEqual([undefined, false]);
  });

  it('is none for another person, though the cookie is there, and is removed when they look', async () => {
    await keep();
    expect(await read(OTHER)).toBeUndefined();
    expect(localStorage.getItem(SLOT)).toBeNull();
  });

  it('is none for anybody once somebody else has signed in, which ends the cookie', async () => {
    await keep();
    endCookie();
    expect(await read()).toBeUndefined();
    await keep();
    document.cookie = `draft-key=${'A'.repeat(43)}.${'A'.repeat(43)}; Path=/`;
    expect(await read()).toBeUndefined();
  });

  it('is not kept any more by a form that stayed open once its key has ended: only what is begun anew makes one', async () => {
    await keep();
    forgetDrafts();
    expect([await keep(DRAFT, false), { ...localStorage }, hasKey()]).toEqual([false, {}, false]);
    expect([await keep(DRAFT, true), localStorage.getItem(SLOT) !== null]).toEqual([true, true]);
  });

  it('is not kept where one signs out while it is being sealed', async () => {
    await keep();
    const keeping = keep({ ...DRAFT, typed: { title: 'Later' } }, false);
    forgetDrafts();
    expect([await keeping, { ...localStorage }, hasKey()]).toEqual([false, {}, false]);
  });

  it('is removed, whoever’s it is, when one signs out', async () => {
    await keep();
    await keep(SECOND);
    localStorage.setItem('look', 'dark');
    forgetDrafts();
    expect([{ ...localStorage }, hasKey()]).toEqual([{ look: 'dark' }, false]);
    localStorage.removeItem('look');
  });

  it('is none where the form takes something else by now, and nothing fails where nothing can be read', async () => {
    await keepDraft(OWN, { ...DRAFT, typed: { name: 'old' } }, true);
    expect(await read()).toBeUndefined();
    localStorage.setItem(SLOT, 'no draft');
    expect(await read()).toBeUndefined();
    expect(await read()).toBeUndefined();
  });

  it('is opened by its key, though another tab has it: the last that was kept; and what of the form cannot be opened is removed', async () => {
    await keep();
    await keep({ ...SECOND, typed: { title: 'By another tab' } });
    expect([(await openDraft(OWN, 'l', isTyped))?.typed, (await openDraft(OWN, 'k', isTyped))?.typed, await openDraft(OWN, 'm', isTyped)]).toEqual([{ title: 'By another tab' }, DRAFT.typed, undefined]);
    localStorage.setItem('draft:need:old', 'no draft');
    await openDraft(OWN, 'k', isTyped);
    expect([hasDraft('need', 'old'), hasDraft('need', 'k')]).toEqual([false, true]);
    expect(await openDraft(OTHER, 'k', isTyped)).toBeUndefined();
    expect([hasDraft('need', 'k'), hasDraft('need', 'l')]).toEqual([false, false]);
  });
});
