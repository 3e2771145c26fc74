/** How needs are read: by the services of the post of their country, and by the adviser. */
import { GraphQLCountryCode, GraphQLLocalDate, GraphQLNonEmptyString } from 'graphql-scalars';
import { code, connection, edge, inReadersOrder, keyArgument, localized, many, maybe, one, optional, query, reader, type Row, searchIn, sql } from '../core/reader/index.ts';
import { CountryReader, CountryTranslation } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { AudienceReader, SubthemeReader, ThemeReader } from '../vocabulary/index.ts';
import { NeedAudience, NeedLink, NeedStep, NeedTheme } from './need-parts.entity.ts';
import { NeedPillar, NeedStatus, NeedUrgency } from './need-words.ts';
import { Need, NeedTranslation } from './need.entity.ts';
import { needAbilities, seenNeeds } from './need.policy.ts';

const text = (need: Row<Need>, name: 'title' | 'text') => ({
  from: NeedTranslation, text: name, of: (x: Row<NeedTranslation>) => sql<boolean>`${x.need} = ${need.uuid}`, source: need.sourceLocale, version: need.sourceVersion,
});

const TextsReader = reader(NeedTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select n.source_locale from need n where n.uuid = ${x.need})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select n.source_version from need n where n.uuid = ${x.need})`,
  }),
});
const LinkReader = reader(NeedLink, {});
const StepReader = reader(NeedStep, {});

export const NeedReader = reader(Need, {
  rows: seenNeeds,
  fields: (need) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${need.country}`),
    theme: one(ThemeReader, (theme) => sql`${theme.code} = ${need.theme}`),
    subtheme: maybe(SubthemeReader, (subtheme) => sql`${subtheme.code} = ${need.subthemeCode}`),
    furtherThemes: many(ThemeReader, { via: NeedTheme, on: (theme, link) => sql`${link.need} = ${need.uuid} and ${theme.code} = ${link.theme}`, order: (theme) => [theme.position] }),
    audiences: many(AudienceReader, { via: NeedAudience, on: (audience, link) => sql`${link.need} = ${need.uuid} and ${audience.code} = ${link.audience}`, order: (audience) => [audience.position] }),
    title: localized(text(need, 'title')),
    text: localized(text(need, 'text')),
    texts: many(TextsReader, { on: (x) => sql`${x.need} = ${need.uuid}`, order: (x) => [x.locale] }),
    can: code({ country: need.country, status: need.status, enteredAs: need.enteredAs, standings: actingStandings }, ({ standings, ...facts }) => needAbilities(facts, standings)),
  }),
});

edge(NeedReader, 'links', { description: 'Where more is to be read about it, in their order.', list: LinkReader, on: (link, need) => sql`${link.need} = ${need.uuid}`, order: (link) => [link.position] });
edge(NeedReader, 'history', { description: 'How it went, from its being entered on.', list: StepReader, on: (step, need) => sql`${step.need} = ${need.uuid}`, order: (step) => [step.position] });

const hasWords = searchIn({ of: Need, texts: NeedTranslation, owner: (x) => x.need });
const nameOf = (need: Row<Need>) => ({ from: CountryTranslation, text: 'name' as const, of: (x: Row<CountryTranslation>) => sql<boolean>`${x.country} = ${need.country}`, source: 'en' as const });

export const needs = connection(NeedReader, {
  description: 'needs',
  sorts: {
    NEWEST: { description: 'Those entered last first.', by: (need) => need.enteredAt, type: 'timestamptz', descending: true },
    URGENCY: { description: 'The most urgent first.', by: (need) => sql<number>`array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], ${need.urgency})`, type: 'int', descending: true },
    COUNTRY: { description: 'By country, in the order of the reader’s language.', by: (need) => inReadersOrder(nameOf(need)), type: 'text', collated: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Of this country.'),
    theme: optional(() => String, 'text', 'About this theme, by its code, before all or besides.'),
    subtheme: optional(() => String, 'text', 'About this part of its main theme, by its code.'),
    pillar: optional(() => NeedPillar, 'text', 'Of this part of the fight against trafficking.'),
    urgency: optional(() => NeedUrgency, 'text', 'Of this urgency.'),
    statuses: optional(() => [NeedStatus], 'text[]', 'That stand in one of these places.'),
    from: optional(() => GraphQLLocalDate, 'date', 'Entered on this day or later, in Paris.'),
    until: optional(() => GraphQLLocalDate, 'date', 'Entered on this day or before, in Paris.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'That have all of these words, in any language.'),
  },
  where: {
    country: (need, country) => sql`${need.country} = ${country}`,
    theme: (need, theme) => sql`(${need.theme} = ${theme} or exists (select from need_theme t where t.need_uuid = ${need.uuid} and t.theme_code = ${theme}))`,
    subtheme: (need, subtheme) => sql`${need.subthemeCode} = ${subtheme}`,
    pillar: (need, pillar) => sql`${need.pillar} = ${pillar}`,
    urgency: (need, urgency) => sql`${need.urgency} = ${urgency}`,
    statuses: (need, statuses) => sql`${need.status} = any(${statuses})`,
    from: (need, day) => sql`${need.enteredAt} >= ${day}::timestamp at time zone 'Europe/Paris'`,
    until: (need, day) => sql`${need.enteredAt} < (${day} + 1)::timestamp at time zone 'Europe/Paris'`,
    search: (need, words, _given, actor) => hasWords(need, words, actor),
  },
});

query('needs', { description: 'The needs that you see: of a post, those of its country; of the adviser, all; none for others.', page: needs });

query('need', {
  description: 'A need by id; null when there is none, or none for you.',
  args: { id: keyArgument('Need', 'uuid') },
  maybe: NeedReader,
  on: (need, _owner, args) => sql`${need.uuid} = ${args.id}`,
});

edge(CountryReader, 'needs', { description: 'The needs of the country that you see; none unless they are yours to read.', page: needs, on: (need, country) => sql`${need.country} = ${country.code}` });
