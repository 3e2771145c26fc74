/** Every field of free text has the hint against victims’ data beside it, or stands below with the reason why not. */
import { expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';

type Root = NonNullable<NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']>;
type Child = Root['children'][number];
type Tag = Extract<Child, { readonly tag: string }>;

const COMPONENTS = import.meta.glob<string>('/src/**/*.vue', { query: '?raw', import: 'default', eager: true });

/** What is typed there is no sentence, or is asked and kept nowhere. */
const OTHER_TYPES = ['checkbox', 'date', 'email', 'file', 'number', 'radio', 'range', 'search', 'time', 'url'];
/** The components that put a hint below what they draw. */
const GUARDED = ['GuardedLine', 'GuardedText'];
/** By the component and what is typed: fields of free text without a hint, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'attendance/CheckIn.vue typed': 'the signs of a pass, compared with a signature and not kept',
  'attendance/VerifyPage.vue typed': 'the number of a certificate, asked and not kept',
  'costs/CostForm.vue typed.currency': 'three letters of a currency: the page and the server take nothing else',
  'costs/RateForm.vue typed.currency': 'the same',
  'core/ui/TextField.vue typed': 'the component that the others draw, with the hint or without',
  'keys/AddPasskey.vue name': 'what somebody calls a key of their own, which nobody else sees; the guard would make signing in a quarter heavier, and the server refuses what it finds',
  'keys/AuthenticatorSetUp.vue code': 'figures that an application makes, compared and not kept',
  'keys/CodeForm.vue code': 'figures or signs of a code, compared and not kept',
  'keys/PasskeyRow.vue name': 'as where it is added',
  'missions/LegContactForm.vue typed.phone': 'a telephone number of figures and signs alone: the page and the server take nothing else',
  'travel/BorderForm.vue typed.unless': 'codes of countries: the server takes nothing else',
  'travel/BorderForm.vue typed[field]': 'the code of a country: the same',
  'travel/LinkForm.vue typed.countries': 'codes of countries: the same',
  'travel/LinkForm.vue typed.hours': 'times of the clock: the same',
};

const attributeOf = ({ props }: Tag, name: string): string | undefined => props.flatMap((prop) => ('value' in prop && prop.name === name ? [prop.value?.content ?? ''] : []))[0];
/** What is bound to an attribute, as it is written. */
const boundTo = ({ props }: Tag, ...names: readonly string[]): string | undefined => props.flatMap((prop) => {
  if (!('exp' in prop) || !prop.exp) return [];
  const name = prop.name === 'model' ? 'model' : prop.arg && 'content' in prop.arg ? prop.arg.content : '';
  return names.includes(name) && 'content' in prop.exp ? [prop.exp.content] : [];
})[0];

function elementsOf(nodes: readonly Child[]): Tag[] {
  return nodes.flatMap((node) => ('tag' in node ? [node, ...elementsOf(node.children)] : []));
}

/** Whether sentences can be typed there. */
function takesText(element: Tag): boolean {
  if (!['TextField', 'input', 'textarea', ...GUARDED].includes(element.tag)) return false;
  const isFixed = element.props.some(({ name }) => name === 'readonly');
  return !isFixed && !['numeric', 'decimal'].includes(attributeOf(element, 'inputmode') ?? '') && !OTHER_TYPES.includes(attributeOf(element, 'type') ?? 'text');
}

/** The fields of free text of a component without a hint, by what is typed there. */
function unguarded(source: string): string[] {
  const elements = elementsOf(parse(source).descriptor.template?.ast?.children ?? []);
  const hinted = elements.filter(({ tag }) => tag === 'GuardHint').map((hint) => boundTo(hint, 'text') ?? '');
  return elements.filter((element) => takesText(element) && !GUARDED.includes(element.tag))
    .map((element) => boundTo(element, 'model', 'modelValue', 'model-value') ?? '')
    .filter((typed) => !hinted.some((text) => text === typed || text.split(/[^\w.]+/).includes(typed)));
}

it('every field of free text tells what in it may tell who a person is, before it is sent', () => {
  const found = Object.entries(COMPONENTS).filter(([path]) => !path.startsWith('/src/gallery/')).flatMap(([path, source]) => unguarded(source).map((typed) => `${path.slice('/src/'.length)} ${typed}`));
  expect(found.sort()).toEqual(Object.keys(WITHOUT).sort());
});

it('the control: a field without its hint is found, however it is drawn', () => {
  for (const field of ['<TextField v-model="room" label="" />', '<textarea v-model="room" />', '<input v-model="room">', '<input v-model="room" type="text">', '<TextField :model-value="room" @update:model-value="type" />', '<div><p v-if="is"><TextField v-model="room" /></p></div>', '<TextField v-model="room"><GuardHint :text="title" /></TextField>']) {
    expect(unguarded(`<template>${field}</template>`)).toEqual(['room']);
  }
  for (const field of ['<GuardedLine v-model="room" />', '<textarea v-model="room" /><GuardHint :text="room" />', '<TextField v-model="room"><GuardHint :text="room === name ? \'\' : room" /></TextField>', '<input v-model="room" type="radio">', '<TextField v-model="room" type="search" />']) {
    expect(unguarded(`<template>${field}</template>`)).toEqual([]);
  }
  expect(Object.keys(COMPONENTS).length).toBeGreaterThan(100);
});
