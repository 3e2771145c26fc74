import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type * as Editing from '../core/editing/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import ImportPage from './ImportPage.vue';
import type * as Importing from './useRecommendationImport.ts';

const { attempt, carryOut } = vi.hoisted(() => ({ attempt: vi.fn(), carryOut: vi.fn() }));
const isActing = ref(false);
vi.mock('./useRecommendationImport.ts', async (original) => ({
  ...(await original<typeof Importing>()), useRecommendationImport: () => ({ attempt, carryOut, isActing, failure: ref() }),
  useMayImport: () => ({ data: ref({ viewer: { can: { importRecommendations: true } } }), isLoading: ref(false), failure: ref(), retry: () => undefined }),
}));
vi.mock('../core/editing/index.ts', async (original) => ({ ...(await original<typeof Editing>()), useUnsaved: () => undefined }));
vi.mock('../accounts/index.ts', () => ({ isSignedIn: ref(true), ClosedNotice: { template: '<p />' } }));
vi.mock('../exports/parts/index.ts', () => ({ ExportList: { template: '<p />' } }));

const CONFLICT = { line: 2, slug: 'rs-1', kind: 'CONFLICT', language: 'en', faults: [], fields: [{ column: 'SUMMARY', kind: 'CONFLICT', imported: 'Old.', register: 'Mine.', file: 'New.' }] };
const plan = (lines: readonly object[], more: object = {}): object => ({ outcome: 'TRIED', state: 'S', faults: [], lines, ...more });
const shown = (): VueWrapper => mount(ImportPage, { global: { plugins: [i18n] }, attachTo: document.body });

async function choose(page: VueWrapper, bytes: BlobPart): Promise<void> {
  const input = page.get('input[type="file"]').element as HTMLInputElement;
  Object.defineProperty(input, 'files', { configurable: true, value: [Object.assign(new File([bytes], 'greta.csv'), { arrayBuffer: async () => (typeof bytes === 'string' ? new TextEncoder().encode(bytes).buffer : bytes) })] });
  await page.get('input[type="file"]').trigger('change');
  await flushPromises();
}

beforeEach(async () => {
  for (const mock of [attempt, carryOut]) mock.mockReset();
  await setLocale('en', ['files', 'prepare', 'recommendationImport', 'record']);
});

test('what somebody has changed is shown with what the file says, and the import takes along what was chosen; what was chosen stays where it fails', async () => {
  attempt.mockResolvedValue(plan([CONFLICT]));
  const page = shown();
  await choose(page, 'slug');
  expect(attempt).toHaveBeenCalledWith('slug');
  for (const text of ['Old.', 'Mine.', 'New.']) expect(page.text()).toContain(text);
  expect(page.find('.button-main').exists()).toBe(false);
  await page.get('input[value="FILE"]').setValue();
  carryOut.mockResolvedValueOnce(undefined);
  await page.get('.button-main').trigger('click');
  await flushPromises();
  expect(carryOut).toHaveBeenCalledWith('slug', 'S', [{ slug: 'rs-1', column: 'SUMMARY', take: 'FILE' }]);
  expect((page.get('input[value="FILE"]').element as HTMLInputElement).checked).toBe(true);

  carryOut.mockResolvedValueOnce(plan([CONFLICT], { outcome: 'CONFLICT', state: 'T' }));
  await page.get('.button-main').trigger('click');
  await flushPromises();
  expect(page.get('[role="alert"]').text()).toContain('The register has changed');
  expect((page.get('input[value="FILE"]').element as HTMLInputElement).checked).toBe(true);

  // Of what has changed nobody has chosen anything yet.
  const changed = { ...CONFLICT, fields: [{ ...CONFLICT.fields[0], register: 'Theirs.' }] };
  carryOut.mockResolvedValueOnce(plan([changed], { outcome: 'CONFLICT', state: 'T' }));
  await page.get('.button-main').trigger('click');
  await flushPromises();
  expect(page.text()).toContain('Theirs.');
  expect([(page.get('input[value="FILE"]').element as HTMLInputElement).checked, page.find('.button-main').exists()]).toEqual([false, false]);
  await page.get('input[value="FILE"]').setValue();
  carryOut.mockResolvedValueOnce(plan([{ ...CONFLICT, kind: 'SAME', fields: [] }], { outcome: 'DONE', state: 'U' }));
  await page.get('.button-main').trigger('click');
  await flushPromises();
  expect(carryOut).toHaveBeenLastCalledWith('slug', 'T', [{ slug: 'rs-1', column: 'SUMMARY', take: 'FILE' }]);
  expect(page.get('.notice-done').text()).toContain('Recommendations changed: 1.');
  page.unmount();
});

test('what is wrong is said with its line, its cell and its column, and nothing can be imported', async () => {
  attempt.mockResolvedValue(plan([{ line: 3, slug: '', kind: 'WRONG', language: null, fields: [], faults: [{ line: 3, column: 'COUNTRY', position: 2, fault: 'UNKNOWN_CODE', maximum: null }] }]));
  const page = shown();
  await choose(page, 'slug');
  expect([page.get('h4').text(), page.text()]).toEqual(['Line 3', expect.stringContaining('Line 3, cell 2, country – This code is not known.')]);
  expect(page.find('.button-main').exists()).toBe(false);
  page.unmount();
});

test('a file that is not UTF-8 is not sent', async () => {
  const page = shown();
  await choose(page, new Uint8Array([0xE9]).buffer);
  expect([page.get('[role="alert"]').text(), attempt.mock.calls]).toEqual([expect.stringContaining('not in UTF-8'), []]);
  expect(document.activeElement).toBe(page.get('#import-result').element);
  expect(page.get('input[type="file"]').attributes('aria-describedby')!.split(' ')).toContain(page.get('[role="alert"]').attributes('id'));
  page.unmount();
});

test('while one is on its way, no other file is taken', async () => {
  attempt.mockResolvedValue(plan([CONFLICT]));
  const page = shown();
  isActing.value = true;
  await choose(page, 'slug');
  expect([attempt.mock.calls, page.text()]).toEqual([[], expect.not.stringContaining('greta.csv')]);
  isActing.value = false;
  await choose(page, 'slug');
  expect(attempt).toHaveBeenCalledOnce();
  page.unmount();
});
