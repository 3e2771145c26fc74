import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import { emptyFrom, type TypedFrom } from '../core/provenance/index.ts';
import type { Provision, ProvisionFault, ProvisionInput } from './useProvisions.ts';

/** A provision as it is typed; empty where nobody knows. */
export interface TypedProvision extends TypedFrom {
  kind: Provision['kind'];
  instrument: string;
  articles: string[];
  recommendations: string[];
  locale: Locale;
  text: string;
  reference: string;
  startsOn: string;
  endsOn: string;
}
export type ProvisionFieldName = keyof TypedProvision;

export const provisionComparing = comparing<TypedProvision, ProvisionFieldName>(['kind', 'instrument', 'articles', 'recommendations', 'locale', 'text', 'reference', 'startsOn', 'endsOn', 'source', 'sourceUrl', 'checkedOn']);

/** A new one of an instrument. */
export const emptyProvision = (instrument: string, locale: Locale): TypedProvision => ({ kind: 'PROVISION', instrument, articles: [], recommendations: [], locale, text: '', reference: '', startsOn: '', endsOn: '', ...emptyFrom() });

/** What is stored, as it is typed. */
export const typedProvision = ({ kind, instrument, articles, recommendations, locale, text, reference, startsOn, endsOn, provenance }: Provision): TypedProvision => ({
  kind, instrument: instrument.code, articles: articles.map(({ number }) => number), recommendations: recommendations.map(({ id }) => id), locale: locale as Locale, text, reference, startsOn: startsOn ?? '', endsOn: endsOn ?? '',
  source: provenance.source, sourceUrl: String(provenance.sourceUrl ?? ''), checkedOn: provenance.checkedOn ?? '',
});

/** What is typed, as it is sent for a country. */
export const provisionInput = (country: string) => ({ startsOn, endsOn, checkedOn, ...typed }: TypedProvision): ProvisionInput => ({ country, ...typed, startsOn: startsOn || null, endsOn: endsOn || null, checkedOn: checkedOn || null });

const fault = (field: ProvisionFault['field'], kind: ProvisionFault['fault']): ProvisionFault => ({ field, fault: kind, maximum: null });

/** What is wrong with what is typed, as far as that can be said before it is sent. */
export const provisionFaults = ({ text, reference, startsOn, endsOn, source }: TypedProvision): ProvisionFault[] => [
  ...(reference.trim() === '' ? [fault('REFERENCE', 'MISSING')] : []), ...(text.trim() === '' ? [fault('TEXT', 'MISSING')] : []),
  ...(startsOn !== '' && endsOn !== '' && endsOn < startsOn ? [fault('ENDS_ON', 'NOT_AFTER')] : []), ...(source.trim() === '' ? [fault('SOURCE', 'MISSING')] : []),
];

/** An article of an instrument, or, where it has no number, the instrument as a whole; with what a country has in its law for it. */
export interface LawRow<Article> {
  readonly article: Article | undefined;
  readonly provisions: readonly Provision[];
}

/** A row for each article, in their order, also where nothing was entered; before them what is about the whole instrument, where there is any. */
export function lawRows<Article extends { readonly number: string }>(articles: readonly Article[], provisions: readonly Provision[]): LawRow<Article>[] {
  const whole = provisions.filter((one) => one.articles.length === 0);
  return [...(whole.length > 0 ? [{ article: undefined, provisions: whole }] : []), ...articles.map((article) => ({ article, provisions: provisions.filter((one) => one.articles.some(({ number }) => number === article.number)) }))];
}
