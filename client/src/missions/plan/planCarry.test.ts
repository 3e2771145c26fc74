import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { carriable } from './planCarry.ts';

const ends: (() => void)[] = [];
let under: Element | null = null;

/** A list of people, of which one has a grip, and two meetings; Ivo is at the second one. */
function board(): Record<'section' | 'grip' | 'name' | 'first' | 'second' | 'ivo', HTMLElement> {
  document.body.innerHTML = '<section><ul data-onto="PEOPLE"><li><span data-grip="nora">≡</span><b>Nora</b></li></ul><table data-onto="PLAN"><tbody><tr data-onto="first"><td></td></tr><tr data-onto="second"><td data-instead="ivo"></td></tr></tbody></table></section>';
  const one = (by: string): HTMLElement => document.querySelector<HTMLElement>(by)!;
  const parts = { section: one('section'), grip: one('[data-grip]'), name: one('b'), first: one('[data-onto=first]'), second: one('[data-onto=second]'), ivo: one('[data-instead]') };
  parts.grip.setPointerCapture = vi.fn<(id: number) => void>();
  return parts;
}

function watched(accepts: readonly string[] = ['first', 'second']) {
  const parts = board();
  const said = vi.fn((_: object, { onto }: { readonly onto: string }) => (accepts.includes(onto) ? `Nora attends ${onto}.` : undefined));
  const dropped = vi.fn();
  const end = carriable(parts.section, { named: () => 'Nora', said, dropped });
  ends.push(end);
  return { ...parts, said, dropped, end };
}

const pointer = (target: Element, type: string, { x = 100, y = 100, ...more }: { x?: number; y?: number; pointerId?: number; pointerType?: string; button?: number } = {}): void =>
  void target.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true, clientX: x, clientY: y, button: more.button ?? 0 }), { pointerId: 1, ...more }));
const tag = (): string | undefined => document.querySelector('.plan-carried')?.textContent ?? undefined;
const marked = (name: string): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>(`[${name}]`)].map(({ dataset }) => dataset.onto);

beforeEach(() => {
  under = null;
  document.elementFromPoint = () => under;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.replaceChildren();
});

describe('somebody is carried by their grip', () => {
  it('onto what takes them: it is marked, what would come of it is read, and it comes where they are let go', () => {
    const { grip, ivo, dropped } = watched();
    pointer(grip, 'pointerdown');
    pointer(grip, 'pointermove', { x: 150 });
    expect([tag(), marked('data-here')]).toEqual(['Nora', []]);
    under = ivo;
    pointer(grip, 'pointermove', { x: 200 });
    expect([tag(), marked('data-here')]).toEqual(['Nora attends second.', ['second']]);
    pointer(grip, 'pointerup', { x: 200 });
    expect(dropped.mock.calls).toEqual([[expect.objectContaining({ person: 'nora', meeting: undefined }), { onto: 'second', instead: 'ivo' }]]);
    expect([tag(), marked('data-here')]).toEqual([undefined, []]);
  });

  it('onto what stands around what does not take them', () => {
    const { grip, first, dropped } = watched(['PLAN']);
    pointer(grip, 'pointerdown');
    under = first;
    pointer(grip, 'pointermove', { x: 150 });
    pointer(grip, 'pointerup', { x: 150 });
    expect(dropped.mock.lastCall![1]).toEqual({ onto: 'PLAN', instead: undefined });
  });

  it('by a finger too, and by no other finger at the same time', () => {
    const { grip, first, dropped } = watched();
    pointer(grip, 'pointerdown', { pointerType: 'touch' });
    under = first;
    pointer(grip, 'pointermove', { x: 150, pointerType: 'touch', pointerId: 2 });
    pointer(grip, 'pointerup', { x: 150, pointerType: 'touch', pointerId: 2 });
    expect([tag(), dropped.mock.calls.length]).toEqual([undefined, 0]);
    pointer(grip, 'pointermove', { x: 150, pointerType: 'touch' });
    pointer(grip, 'pointerup', { x: 150, pointerType: 'touch' });
    expect(dropped.mock.calls.length).toBe(1);
  });

  it('and nothing comes of it past Escape, where the browser takes the pointer, where nothing takes them, and of a press', () => {
    const { grip, name, first, dropped } = watched();
    const carried = (end: () => void): void => {
      pointer(grip, 'pointerdown');
      under = first;
      pointer(grip, 'pointermove', { x: 150 });
      end();
      pointer(grip, 'pointerup', { x: 150 });
      expect([tag(), marked('data-here')]).toEqual([undefined, []]);
    };
    carried(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
    carried(() => pointer(grip, 'pointercancel'));
    carried(() => pointer(grip, 'lostpointercapture'));
    carried(() => {
      under = document.body;
      pointer(grip, 'pointermove', { x: 160 });
    });
    under = first;
    pointer(grip, 'pointerdown');
    pointer(grip, 'pointermove', { x: 103 });
    pointer(grip, 'pointerup', { x: 103 });
    pointer(grip, 'pointerdown', { button: 2 });
    pointer(grip, 'pointermove', { x: 150 });
    pointer(name, 'pointerdown');
    pointer(name, 'pointermove', { x: 150 });
    pointer(name, 'pointerup', { x: 150 });
    expect(dropped.mock.calls.length).toBe(0);
  });

  it('while the page scrolls near to an edge of the window, until they are let go', () => {
    const [pictures, scrolled] = [[] as FrameRequestCallback[], vi.fn()];
    vi.stubGlobal('requestAnimationFrame', (picture: FrameRequestCallback) => pictures.push(picture));
    vi.stubGlobal('scrollBy', scrolled);
    const { grip } = watched();
    pointer(grip, 'pointerdown');
    pointer(grip, 'pointermove', { x: 150, y: 5 });
    pictures.shift()!(0);
    expect(scrolled.mock.calls.map(([{ top }]) => top < 0)).toEqual([true, true]);
    pointer(grip, 'pointermove', { x: 150, y: innerHeight - 5 });
    pictures.shift()!(0);
    expect(scrolled.mock.lastCall![0].top).toBeGreaterThan(0);
    pointer(grip, 'pointerup', { x: 150, y: innerHeight - 5 });
    pictures.shift()!(0);
    expect([scrolled.mock.calls.length, pictures.length]).toEqual([3, 0]);
    vi.unstubAllGlobals();
  });

  it('and not once that is ended', () => {
    const { grip, first, end, dropped } = watched();
    pointer(grip, 'pointerdown');
    pointer(grip, 'pointermove', { x: 150 });
    end();
    under = first;
    pointer(grip, 'pointerup', { x: 150 });
    expect([tag(), dropped.mock.calls.length]).toEqual([undefined, 0]);
  });
});
