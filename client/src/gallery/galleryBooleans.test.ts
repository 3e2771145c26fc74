/**
 * Each part is on its page as it is when something is so, and when it is not: while it loads, while it is being sent, wrong, not to be
 * chosen. What is on or off in a part is read from the part itself, and what it was given from the page as it is drawn.
 */
import { mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Component, type ComponentPublicInstance, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { parse } from 'vue/compiler-sfc';

import { i18n, setLocale } from '../core/i18n/index.ts';
import GalleryAsked from './GalleryAsked.vue';
import GalleryChoices from './GalleryChoices.vue';
import GalleryEditing from './GalleryEditing.vue';
import GalleryFields from './GalleryFields.vue';
import GalleryGuard from './GalleryGuard.vue';
import GalleryLists from './GalleryLists.vue';
import GalleryPage from './GalleryPage.vue';
import GallerySigns from './GallerySigns.vue';
import GalleryTexts from './GalleryTexts.vue';
import { galleryRoutes } from './routes.ts';

// It asks the server which keys there are; the browser stories see it open.
vi.mock('../keys/index.ts', () => ({ StepUpDialog: () => h('dialog', { open: true }) }));

type Props = Readonly<Record<string, { readonly type: unknown } | null>>;
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.vue'.length);
const parts = Object.entries(import.meta.glob<{ readonly default: Component & { readonly props?: Props } }>('../core/**/*.vue', { eager: true }));

const isBoolean = (type: unknown): boolean => type === Boolean || (Array.isArray(type) && type.includes(Boolean));
/** What can be on or off in a part, each as it is on and as it is off: `TickBox isLarge true`. */
const wanted = parts.flatMap(([file, { default: part }]) => Object.entries(part.props ?? {})
  // Whether a box is ticked is its value; a page is drawn with both.
  .filter(([prop, declared]) => isBoolean(declared?.type) && prop !== 'modelValue')
  .flatMap(([prop]) => [true, false].map((value) => `${nameOf(file)} ${prop} ${value}`)));

/** What was seen on or off while something was drawn. */
async function seenIn(...drawn: readonly (() => VueWrapper | Promise<VueWrapper>)[]): Promise<Set<string>> {
  seen = new Set();
  for (const draw of drawn) (await draw()).unmount();
  return seen;
}
let seen = new Set<string>();
function note(this: ComponentPublicInstance): void {
  const name = (this.$options as { readonly __name?: string }).__name;
  for (const [prop, value] of Object.entries(this.$props)) if (typeof value === 'boolean') seen.add(`${name} ${prop} ${value}`);
}

const router = createRouter({ history: createMemoryHistory(), routes: galleryRoutes.map((route) => ({ ...route, path: `/${route.path}` })) });
const draw = (part: Component, props = {}) => (): VueWrapper => mount(part, { props, attachTo: document.body, global: { plugins: [i18n, router], stubs: { RouterLink: RouterLinkStub }, mixins: [{ created: note, updated: note }] } });
const inState = (state: string) => async (): Promise<VueWrapper> => {
  await router.push({ path: '/components', query: { state } });
  return draw(GalleryPage)();
};
const pages: Readonly<Record<string, () => VueWrapper | Promise<VueWrapper>>> = {
  GallerySigns: draw(GallerySigns), GalleryTexts: draw(GalleryTexts), GalleryFields: draw(GalleryFields), GalleryChoices: draw(GalleryChoices), GalleryEditing: draw(GalleryEditing),
  GalleryGuard: draw(GalleryGuard), GalleryLists: draw(GalleryLists), GalleryAsked: draw(GalleryAsked, { isDialog: false }), loading: inState('loading'), found: inState('found'),
};
const without = (...left: readonly string[]): (() => VueWrapper | Promise<VueWrapper>)[] => Object.entries(pages).filter(([name]) => !left.includes(name)).map(([, page]) => page);

/** The states of a native field that pages give to parts. */
const NATIVE = ['aria-invalid', 'disabled', 'multiple', 'readonly', 'required'];
type Child = NonNullable<NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']>['children'][number];
type Tag = Extract<Child, { readonly tag: string }>;
const elementsOf = (nodes: readonly Child[]): Tag[] => nodes.flatMap((node) => ('tag' in node ? [node, ...elementsOf(node.children)] : []));
const attributesOf = ({ props }: Tag): string[] => props.map((prop) => ('arg' in prop ? (prop.arg && 'content' in prop.arg ? prop.arg.content : '') : prop.name));

/** Which of them are given to which part: `TickBox disabled`. */
function givenIn(sources: Iterable<string>): Set<string> {
  const names = new Set(parts.map(([file]) => nameOf(file)));
  const elements = [...sources].flatMap((source) => elementsOf(parse(source).descriptor.template?.ast?.children ?? [])).filter(({ tag }) => names.has(tag));
  return new Set(elements.flatMap((element) => attributesOf(element).filter((name) => NATIVE.includes(name)).map((name) => `${element.tag} ${name}`)));
}
const sources = Object.entries(import.meta.glob<string>('../**/*.vue', { query: '?raw', import: 'default', eager: true }));
const isOfGallery = ([file]: readonly [string, string]): boolean => nameOf(file).startsWith('Gallery');
const texts = (of: readonly (readonly [string, string])[]): string[] => of.map(([, source]) => source);

describe('the page of all parts', () => {
  beforeAll(async () => {
    await setLocale('en', ['conditions', 'dates', 'files', 'gallery', 'guard', 'prepare', 'trainings']);
    await router.push('/components');
  });

  it('shows each of them with all that can be on or off in it, on and off', async () => {
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted).toContain('PreparedItem isActing true');
    const shown = await seenIn(...without());
    expect(wanted.filter((one) => !shown.has(one))).toEqual([]);
  });

  it('is found to lack what is drawn in one of both ways alone, or not at all', async () => {
    const shown = await seenIn(...without('GalleryTexts', 'loading'));
    expect(wanted.filter((one) => !shown.has(one)).sort()).toEqual(['DetailPage isLoading true', 'EmailAddress isLink false', 'EmailAddress isLink true', 'LocalizedText isWithin true', 'PageHeading isReady false', 'ProvenanceNote isNamed false', 'ProvenanceNote isNamed true', 'SentenceList isPlain false', 'SentenceList isPlain true']);
  });

  it('shows each state of a native field that pages give to a part', () => {
    const [given, shown] = [givenIn(texts(sources)), givenIn(texts(sources.filter(isOfGallery)))];
    expect(given).toContain('TickBox disabled');
    expect([...given].filter((one) => !shown.has(one))).toEqual([]);
    // What is not on it is found.
    const fewer = givenIn(texts(sources.filter((one) => isOfGallery(one) && nameOf(one[0]) !== 'GalleryGuard')));
    expect([...given].filter((one) => !fewer.has(one)).sort()).toEqual(['GuardedLine aria-invalid', 'GuardedLine required', 'GuardedText required']);
  });
});
