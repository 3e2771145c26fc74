import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';

import { useLive } from './useLive.ts';

/** What the browser does for a stream, by hand. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeSource[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  tell(told: unknown): void {
    this.dispatchEvent(new MessageEvent('next', { data: JSON.stringify(told) }));
  }
}

const open = (): FakeSource[] => FakeSource.all.filter(({ readyState }) => readyState !== FakeSource.CLOSED);
const id = ref<string>();
const taken: unknown[] = [];
const missed = vi.fn();
const see = (state: 'visible' | 'hidden'): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
const page = () => mount(defineComponent(() => {
  useLive({ kind: 'Document', definitions: [], documentId: 'abc' } as never, () => (id.value === undefined ? undefined : { id: id.value }), (data) => void taken.push(data), missed);
  return () => h('p');
}));

let shown: ReturnType<typeof page>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.all.length = 0;
  taken.length = 0;
  missed.mockClear();
  id.value = 'TrainingSession_1';
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  shown = page();
});

afterEach(() => {
  shown.unmount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a subscription of a page', () => {
  test('is opened by the hash of its document, gives what is told, and ends with the page', () => {
    expect(open().map(({ url }) => url)).toEqual(['/graphql/stream?locale=en&documentId=abc&variables=%7B%22id%22%3A%22TrainingSession_1%22%7D']);
    open()[0]!.tell({ data: { sessionPlaces: { places: 3 } } });
    open()[0]!.tell({ errors: [{ message: 'no' }] });
    expect(taken).toEqual([{ sessionPlaces: { places: 3 } }]);
    shown.unmount();
    expect(open()).toEqual([]);
  });

  test('follows what the page is about, and is none for nothing', async () => {
    id.value = 'TrainingSession_2';
    await nextTick();
    expect(open().map(({ url }) => url.slice(-23))).toEqual(['TrainingSession_2%22%7D']);
    id.value = undefined;
    await nextTick();
    expect(open()).toEqual([]);
  });

  test('is closed out of sight, and opened again in sight', () => {
    see('hidden');
    expect(open()).toEqual([]);
    see('visible');
    expect(open()).toHaveLength(1);
  });

  test('says that something may have been missed once it is there again, and not when it begins', async () => {
    const begin = (): boolean => open()[0]!.dispatchEvent(new Event('open'));
    begin();
    id.value = 'TrainingSession_2';
    await nextTick();
    begin();
    expect(missed).not.toHaveBeenCalled();
    open()[0]!.dispatchEvent(new Event('error'));
    begin();
    see('hidden');
    see('visible');
    begin();
    expect(missed).toHaveBeenCalledTimes(2);
  });

  test('that is lost is left to the browser; one that is refused or complete is tried again later, ever later, and at once when the network is back', () => {
    open()[0]!.dispatchEvent(new Event('error'));
    expect(FakeSource.all).toHaveLength(1);
    for (const fails of [5, 50]) {
      for (let n = 0; n < fails; n += 1) {
        const [source] = open();
        source?.close();
        source?.dispatchEvent(new Event('error'));
        vi.advanceTimersByTime(180_000);
      }
    }
    expect(FakeSource.all.length).toBeGreaterThan(5);
    open()[0]!.dispatchEvent(new Event('complete'));
    expect(open()).toEqual([]);
    const before = FakeSource.all.length;
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.all).toHaveLength(before);
    dispatchEvent(new Event('online'));
    expect(open()).toHaveLength(1);
  });
});
