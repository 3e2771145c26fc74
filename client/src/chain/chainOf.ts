/** From what the API says of something to the chain that it stands in: what there is at each stage, and what belongs together. */
import type { LinkedKind } from '../core/labels/index.ts';
import type { LocalizedValue } from '../core/ui/index.ts';

/** The stages, from what is missing to what came of it. */
export const STAGES = ['NEED', 'GROUP', 'RECOMMENDATION', 'REQUEST', 'PROJECT', 'MISSION', 'TRAINING', 'RESULT'] as const;
export type Stage = (typeof STAGES)[number];

/** Where an item has its page: the name of the route, and the id in it. */
export interface ChainPlace {
  readonly name: string;
  readonly id: string;
}

export interface ChainItem {
  readonly key: string;
  readonly stage: Stage;
  readonly kind: LinkedKind;
  readonly label: LocalizedValue;
  readonly place: ChainPlace;
  /** From 1, in the order of the stages. */
  readonly number: number;
  /** Whether it is what the page is about. */
  readonly isHere: boolean;
  /** The numbers of what it belongs with, in their order. */
  readonly linked: readonly number[];
}

/** What the API says of one: its name under one of these, and under others what it is linked to. */
export type ChainNode = Readonly<Record<string, unknown>>;

/** What something is, by the beginning of its id. */
const KINDS: Readonly<Record<string, { readonly stage: Stage; readonly kind: LinkedKind; readonly page: string }>> = {
  Need: { stage: 'NEED', kind: 'NEED', page: 'need' }, CommonNeed: { stage: 'GROUP', kind: 'GROUP', page: 'common-need' }, Recommendation: { stage: 'RECOMMENDATION', kind: 'RECOMMENDATION', page: 'recommendation' },
  CooperationRequest: { stage: 'REQUEST', kind: 'REQUEST', page: 'cooperation-request' }, Project: { stage: 'PROJECT', kind: 'PROJECT', page: 'project' }, Mission: { stage: 'MISSION', kind: 'MISSION', page: 'mission' },
  MissionLeg: { stage: 'MISSION', kind: 'LEG', page: 'leg' }, TrainingSession: { stage: 'TRAINING', kind: 'TRAINING', page: 'training' },
};
const NAMES = ['title', 'subject', 'purpose', 'summary', 'text'] as const;

type Found = Omit<ChainItem, 'number' | 'linked'>;

const isNode = (value: unknown): value is ChainNode => typeof value === 'object' && value !== null && !Array.isArray(value);
const labelOf = (node: ChainNode): LocalizedValue | undefined => NAMES.map((name) => node[name]).find((value) => isNode(value) && typeof value['text'] === 'string') as LocalizedValue | undefined;

/** What it is linked to: what stands in its fields, in lists, in pages of lists and in its objectives. */
function linkedNodes(node: ChainNode): ChainNode[] {
  return Object.entries(node).flatMap(([field, value]) => {
    if (Array.isArray(value)) return field === 'objectives' ? value.filter(isNode).flatMap(linkedNodes) : value.filter(isNode);
    if (!isNode(value)) return [];
    return Array.isArray(value['nodes']) ? value['nodes'].filter(isNode) : [value];
  });
}

/** How many there are that it does not have: of each page of a list in it, those that are on none. */
export function leftOut(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + leftOut(one), 0);
  if (!isNode(value)) return 0;
  const own = typeof value['totalCount'] === 'number' && Array.isArray(value['nodes']) ? Math.max(0, value['totalCount'] - value['nodes'].length) : 0;
  return own + leftOut(Object.values(value));
}

/** What came of a mission or of a session: what the one found, and its report, which are on the same page; the evaluation of the other, once its sums are shown. `evaluation`: what that is called. */
function resultOf(node: ChainNode, parent: Found, evaluation: LocalizedValue): Found | undefined {
  if (typeof node['key'] === 'string') {
    const foundBy = node['foundBy'];
    const mission = isNode(foundBy) ? String(foundBy['id']) : parent.key;
    return { key: node['key'], stage: 'RESULT', kind: 'FINDING', label: labelOf(node)!, place: { name: 'mission-report', id: mission }, isHere: false };
  }
  if (parent.stage === 'TRAINING') return node['state'] === 'SHOWN' ? { key: `evaluation ${parent.key}`, stage: 'RESULT', kind: 'EVALUATION', label: evaluation, place: { name: 'session-evaluation', id: parent.key }, isHere: false } : undefined;
  return parent.stage === 'MISSION' && isNode(node['summary']) ? { key: `report ${parent.key}`, stage: 'RESULT', kind: 'REPORT', label: node['summary'] as unknown as LocalizedValue, place: { name: 'mission-report', id: parent.key }, isHere: false } : undefined;
}

function itemOf(node: ChainNode, parent: Found | undefined, evaluation: LocalizedValue): Found | undefined {
  const id = typeof node['id'] === 'string' ? node['id'] : '';
  const [kind, label] = [KINDS[id.split('_', 1)[0]!], labelOf(node)];
  if (kind && label) return { key: id, stage: kind.stage, kind: kind.kind, label, place: { name: kind.page, id }, isHere: parent === undefined };
  return parent && resultOf(node, parent, evaluation);
}

/** The chain of what was asked about, which is among it; nothing where it stands alone. `evaluation`: what the evaluation of a session is called. */
export function chainOf(asked: ChainNode, evaluation: LocalizedValue): ChainItem[] {
  const found = new Map<string, Found>();
  const links = new Map<string, Set<string>>();
  const link = (one: string, other: string): void => {
    if (one === other) return;
    for (const [from, to] of [[one, other], [other, one]] as const) links.set(from, (links.get(from) ?? new Set()).add(to));
  };
  const visit = (node: ChainNode, parent: Found | undefined): void => {
    const item = itemOf(node, parent, evaluation);
    if (!item) return;
    if (!found.has(item.key)) found.set(item.key, item);
    if (parent) link(item.key, parent.key);
    for (const one of linkedNodes(node)) visit(one, item);
  };
  visit(asked, undefined);
  if (found.size < 2) return [];
  const inOrder = [...found.values()].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const numbers = new Map(inOrder.map(({ key }, n) => [key, n + 1]));
  return inOrder.map((item) => ({ ...item, number: numbers.get(item.key)!, linked: [...(links.get(item.key) ?? [])].map((key) => numbers.get(key)!).sort((a, b) => a - b) }));
}
