/** From a template and its parameters to what is sent: subject, plain text and HTML, in the language of who receives it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled, formFor, given, TEXTS, written } from './texts.ts';
import { TEMPLATES } from './templates/templates.generated.ts';

/** What each template is given. */
export interface MailParams {
  /** `link`: where the one who signs in confirms it, http or https, with its secret; `minutes`: for how long it is valid. */
  signInLink: { readonly link: string; readonly minutes: number };
  /** `change`: what has become of the keys that somebody signs in with. */
  keysChanged: { readonly change: keyof (typeof TEXTS)['en']['keysChanged']['change'] };
}

export type MailTemplate = keyof MailParams;

/** The templates whose texts hold a secret: they are erased once sent, and never kept for longer than the secret lives. */
export const SECRET: Readonly<Record<MailTemplate, boolean>> = { signInLink: true, keysChanged: false };

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The name of the product, as it stands in every mail. */
const SERVICE = 'Passerelle';

type Values = Readonly<Record<string, string>>;

interface Content {
  readonly subject: string;
  /** What is filled into the HTML. */
  readonly values: Values;
  /** The paragraphs of the plain text. */
  readonly paragraphs: readonly string[];
}

const CONTENTS: { readonly [T in MailTemplate]: (params: MailParams[T], locale: Locale) => Content } = {
  signInLink({ link, minutes }, locale) {
    const { subject, valid, ...sentences } = TEXTS[locale].signInLink;
    const places = { service: SERVICE, minutes: written(locale, minutes) };
    const texts = Object.fromEntries(Object.entries({ ...sentences, valid: formFor(locale, valid, minutes) }).map(([name, sentence]) => [name, filled(sentence, places)]));
    const values = { ...texts, link: address(link) };
    return { subject: filled(subject, places), values, paragraphs: ['asked', 'press', 'link', 'valid', 'notYou', 'never'].map((name) => given(values, name)) };
  },
  keysChanged({ change }, locale) {
    const { subject, change: changes, ...sentences } = TEXTS[locale].keysChanged;
    const places = { service: SERVICE };
    const values = Object.fromEntries(Object.entries({ ...sentences, what: changes[change] }).map(([name, sentence]) => [name, filled(sentence, places)]));
    return { subject: filled(subject, places), values, paragraphs: ['what', 'you', 'notYou'].map((name) => given(values, name)) };
  },
};

/** Renders a mail. Throws for a link that is none. */
export function render<T extends MailTemplate>(template: T, params: MailParams[T], locale: Locale): Rendered {
  const { subject, values, paragraphs } = CONTENTS[template](params, locale);
  const automatic = TEXTS[locale].automatic;
  const line = inOneLine(subject);
  return {
    subject: line,
    text: `${[...paragraphs, '-- ', automatic].join('\n\n').replace('-- \n\n', '-- \n')}\n`,
    html: TEMPLATES[template].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(given({ ...values, subject: line, service: SERVICE, automatic, lang: locale }, name))),
  };
}

/** A text that stands in a header: what could begin another header is a space. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function address(link: string): string {
  if (!/^https?:\/\/\S+$/.test(link) || !URL.canParse(link)) throw new Error('The link of a mail begins with https:// and has no spaces');
  return link;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
