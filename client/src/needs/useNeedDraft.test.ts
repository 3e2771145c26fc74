import { afterEach, expect, it } from 'vitest';

import { keepDraft } from '../core/drafts/index.ts';
import { forgetDrafts } from '../core/kept/index.ts';
import { emptyNeed, needInput } from './needForm.ts';
import { readNeedDraft } from './useNeedDraft.ts';

const PERSON = 'scac.al@passerelle.example';
const typed = { ...emptyNeed('sq', 'AL'), title: 'Strehim', text: 'Mungojnë vende.', theme: 'ASSISTANCE', pillar: 'PROTECTION' };
const keep = (one: object): Promise<boolean> => keepDraft({ form: 'need', person: PERSON }, { key: 'k', typed: one, isSent: true, wasSent: true }, true);

afterEach(forgetDrafts);

it('a draft comes back with the part of its theme', async () => {
  await keep({ ...typed, subtheme: 'SHELTER' });
  expect((await readNeedDraft(PERSON))?.typed).toEqual({ ...typed, subtheme: 'SHELTER' });
});

it('one from before there were sub-themes opens as one of the whole theme, and can be sent', async () => {
  const { subtheme: _none, ...before } = typed;
  await keep(before);
  const draft = await readNeedDraft(PERSON);
  expect(draft).toEqual({ key: 'k', typed, isSent: true, wasSent: true });
  expect(needInput(draft!.typed)).toMatchObject({ theme: 'ASSISTANCE', subtheme: null, title: 'Strehim' });
});

it('what is no need is none: the control', async () => {
  await keep({ ...typed, theme: 1 });
  expect(await readNeedDraft(PERSON)).toBeUndefined();
});
