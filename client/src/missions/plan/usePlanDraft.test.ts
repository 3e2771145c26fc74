import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope, ref, shallowRef } from 'vue';

import { forgetDrafts } from '../../core/kept/index.ts';
import { type Choices, NOTHING_CHOSEN } from './planChoices.ts';
import { usePlanDraft } from './usePlanDraft.ts';

vi.mock('../../accounts/index.ts', () => ({ isSignedIn: { value: true } }));

interface Tab {
  readonly scope: EffectScope;
  readonly draft: ReturnType<typeof usePlanDraft>;
  readonly now: { value: Choices };
}
const open: EffectScope[] = [];
/** A page that has chosen nothing yet. */
function tab(): Tab {
  const [scope, now] = [effectScope(), shallowRef<Choices>(NOTHING_CHOSEN)];
  open.push(scope);
  const draft = scope.run(() => usePlanDraft({ person: () => 'adviser@passerelle.example', now: () => now.value, isDirty: () => now.value !== NOTHING_CHOSEN, restore: (kept) => void (now.value = kept) }))!;
  return { scope, draft, now };
}
const chosen = (envelope: string): Choices => ({ ...NOTHING_CHOSEN, envelope });
const kept = (): string[] => Object.keys(localStorage).sort();
async function keeps({ draft, now }: Tab, envelope: string): Promise<void> {
  now.value = chosen(envelope);
  await new Promise((later) => setTimeout(later, 350));
  await vi.waitFor(() => expect(draft.isKept.value).toBe(true));
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const scope of open.splice(0)) scope.stop();
  forgetDrafts();
});

it('of two tabs the last change counts, and neither breaks the other', async () => {
  const [one, other] = [tab(), tab()];
  await Promise.all([one.draft.look('a'), other.draft.look('a')]);
  await keeps(one, '1000');
  await keeps(other, '2000');
  const later = tab();
  await later.draft.look('a');
  expect([later.now.value.envelope, later.draft.isKept.value]).toEqual(['2000', true]);
  other.now.value = NOTHING_CHOSEN;
  await vi.waitFor(() => expect(kept()).toEqual([]));
  dispatchEvent(new StorageEvent('storage', { key: 'draft:plan:a', newValue: null }));
  expect(one.draft.isKept.value).toBe(false);
});

it('what comes back is not kept once more: what another tab has dropped meanwhile stays dropped', async () => {
  const before = tab();
  await before.draft.look('a');
  await keeps(before, '1000');
  const later = tab();
  await later.draft.look('a');
  expect(later.now.value.envelope).toBe('1000');
  before.now.value = NOTHING_CHOSEN;
  await new Promise((over) => setTimeout(over, 700));
  expect(kept()).toEqual([]);
});

it('goes along to another search, but not over what is kept there', async () => {
  const before = tab();
  await before.draft.look('c');
  await keeps(before, '3000');
  before.scope.stop();
  const page = tab();
  await page.draft.look('a');
  await keeps(page, '1000');
  await page.draft.look('b');
  expect(kept()).toEqual(['draft:plan:b', 'draft:plan:c']);
  await page.draft.look('c');
  await keeps(page, '1500');
  expect(kept()).toEqual(['draft:plan:b', 'draft:plan:c']);
  const later = tab();
  await later.draft.look('c');
  expect(later.now.value.envelope).toBe('3000');
});

it('what was chosen last is kept though the page is left at once', async () => {
  const page = tab();
  await page.draft.look('a');
  page.now.value = chosen('1000');
  await Promise.resolve();
  page.scope.stop();
  await vi.waitFor(() => expect(kept()).toEqual(['draft:plan:a']));
});

it('is not kept, and its page says so, where the browser keeps nothing, or once one has signed out in another tab', async () => {
  const page = tab();
  await page.draft.look('a');
  await keeps(page, '1000');
  forgetDrafts();
  page.now.value = chosen('2000');
  await vi.waitFor(() => expect(page.draft.isKept.value).toBe(false));
  expect(kept()).toEqual([]);
});

it('what was chosen while what is kept was still read stays, and is kept', async () => {
  const before = tab();
  await before.draft.look('a');
  await keeps(before, '1000');
  before.scope.stop();
  const page = tab();
  const reading = page.draft.look('a');
  page.now.value = chosen('2000');
  await reading;
  expect([page.now.value.envelope, ref(page.draft.isKept).value]).toEqual(['2000', true]);
});
