/** The forms by which a plan is changed, with the timeline and the board that belong to them, for their tests. */
import { mount, type VueWrapper } from '@vue/test-utils';
import { vi } from 'vitest';

import { i18n } from '../../core/i18n/index.ts';
import { PAGE, PLAN, refOf } from './plan.fixture.ts';
import { type Choices, NOTHING_CHOSEN, PLAN_CHOICES, type PlanChoices, planChoices } from './planChoices.ts';
import PlanMove from './PlanMove.vue';
import type { PlanSearch } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

const SVG = 'http://www.w3.org/2000/svg';
export const BORDER = refOf('RULE', { rule: 'BORDER', fromCountry: 'XK', toCountry: 'RS', source: { text: 'Embassy of Serbia in Warsaw', url: 'https://warsaw.mfa.gov.rs', checkedOn: '2026-11-28', isVerified: false } });
const search = { id: 'PlanSearch_1', leftOut: [], assumptions: { candidates: [] }, people: ['nora', 'ivo'].map((key) => ({ key, name: key, kinds: ['POLICE'] })) } as unknown as PlanSearch;

/** The form, with the timeline that belongs to it, on which the meeting `third` can be dragged, one pixel being a minute. */
export function form(chosen: Partial<Choices> = {}, board: HTMLElement | null = null): { page: VueWrapper; choices: PlanChoices; mark: SVGGElement } {
  const graph = document.createElementNS(SVG, 'svg');
  Object.defineProperty(graph, 'viewBox', { value: { baseVal: { width: 500 } } });
  graph.getBoundingClientRect = () => ({ width: 500 }) as DOMRect;
  const mark = document.createElementNS(SVG, 'g');
  mark.dataset.meeting = 'third';
  mark.setPointerCapture = vi.fn<(id: number) => void>();
  graph.append(mark);
  document.body.append(graph);
  const choices = planChoices();
  choices.begin({ ...NOTHING_CHOSEN, ...chosen });
  const page = mount({
    components: { PlanMove },
    setup: () => ({ plan: PLAN, search, mission: PAGE.mission, graph, board, words: usePlanWords(() => PAGE, () => search, () => []) }),
    template: '<PlanMove :plan="plan" as="BEST" :search="search" :mission="mission" :words="words" :graph="graph" :per-unit="60000" :board="board" />',
  }, { global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: choices }, stubs: { ErrorNotice: true } } });
  return { page, choices, mark };
}

export const pointer = (target: Element, type: string, clientX: number): void => void target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, button: 0 }));
export const fields = (page: VueWrapper): readonly string[] => [...page.get('form').element.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')].map(({ value }) => value);
