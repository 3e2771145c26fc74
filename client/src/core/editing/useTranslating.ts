import { computed, type ComputedRef, type Ref, ref, shallowRef, type ShallowRef, watch } from 'vue';

/** What is said in one language, by the name of each text; empty where it is missing. */
export type Texts = Readonly<Record<string, string>>;

export interface Translating {
  /** Into which language; empty until one is chosen. */
  readonly target: Ref<string>;
  readonly typed: Ref<Texts>;
  readonly isDirty: ComputedRef<boolean>;
  /** What somebody else has written meanwhile where something else was typed here, by its name. */
  readonly theirs: ShallowRef<Texts>;
  readonly type: (name: string, text: string) => void;
  /** Takes over what is stored by now as what was read. What somebody else alone has changed is taken; of what both have, theirs is shown beside mine. `isMine`: it is what was sent. */
  readonly adopt: (stored: Texts, isMine: boolean) => void;
  readonly takeTheirs: (name: string) => void;
}

/** What is stored of a text. */
const tidy = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

/** What is typed of something in another language. `textsIn` gives what is said of it in one, and nothing of any other. */
export function useTranslating(textsIn: (locale: string) => Texts): Translating {
  const target = ref('');
  const typed = ref<Texts>({});
  const base = shallowRef<Texts>({});
  const theirs = shallowRef<Texts>({});
  const at = (texts: Texts, name: string): string => texts[name] ?? '';
  const isDirty = computed(() => Object.keys(typed.value).some((name) => at(typed.value, name) !== at(base.value, name)));

  watch(target, (locale) => {
    [typed.value, base.value, theirs.value] = [textsIn(locale), textsIn(locale), {}];
  });

  function type(name: string, text: string): void {
    typed.value = { ...typed.value, [name]: text };
  }

  function adopt(stored: Texts, isMine: boolean): void {
    const changed = Object.keys(stored).filter((name) => at(stored, name) !== tidy(at(typed.value, name)) && at(stored, name) !== at(base.value, name));
    const both = isMine ? [] : changed.filter((name) => at(typed.value, name) !== at(base.value, name));
    const same = Object.keys(stored).filter((name) => at(stored, name) === tidy(at(typed.value, name)));
    const taken = [...same, ...(isMine ? [] : changed.filter((name) => !both.includes(name)))];
    typed.value = { ...typed.value, ...Object.fromEntries(taken.map((name) => [name, at(stored, name)])) };
    // What stood beside it before stays there until it is decided.
    const open = isMine ? [] : [...new Set([...Object.keys(theirs.value), ...both])].filter((name) => at(stored, name) !== tidy(at(typed.value, name)));
    theirs.value = Object.fromEntries(open.map((name) => [name, at(stored, name)]));
    base.value = stored;
  }

  // What somebody else has written comes with whatever is stored here meanwhile: it is shown before it is written over.
  watch(() => (target.value === '' ? undefined : textsIn(target.value)), (stored) => {
    if (stored && Object.keys(stored).some((name) => at(stored, name) !== at(base.value, name))) adopt(stored, false);
  });

  function takeTheirs(name: string): void {
    const { [name]: text = '', ...others } = theirs.value;
    type(name, text);
    theirs.value = others;
  }

  return { target, typed, isDirty, theirs, type, adopt, takeTheirs };
}
