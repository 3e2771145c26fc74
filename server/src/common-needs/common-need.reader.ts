/** How groups of needs are read, and what was said not to belong together: by the adviser's circle, and by nobody else on any path. */
import { GraphQLInt } from 'graphql';
import { GraphQLLocalDate, GraphQLNonEmptyString } from 'graphql-scalars';
import { code, connection, edge, inReadersOrder, keyArgument, localized, many, maybe, optional, query, reader, type Row, searchIn, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { NeedPillar, NeedReader } from '../needs/index.ts';
import { CommonNeedMember, CommonNeedStep, NeedsApart } from './common-need-parts.entity.ts';
import { CommonNeedStatus } from './common-need-words.ts';
import { CommonNeed, CommonNeedTranslation } from './common-need.entity.ts';
import { groupAbilities, seenGroups } from './common-need.policy.ts';

const text = (group: Row<CommonNeed>, name: 'title' | 'why') => ({
  from: CommonNeedTranslation, text: name, of: (x: Row<CommonNeedTranslation>) => sql<boolean>`${x.commonNeed} = ${group.uuid}`, source: group.sourceLocale, version: group.sourceVersion,
});

const TextsReader = reader(CommonNeedTranslation, {
  rows: (_text, actor) => seenGroups(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select g.source_locale from common_need g where g.uuid = ${x.commonNeed})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select g.source_version from common_need g where g.uuid = ${x.commonNeed})`,
  }),
});

/** The needs of a group, as the condition of a statement that has more to ask of them. */
const hasNeed = (group: Row<CommonNeed>, what: Sql): Sql<boolean> => sql<boolean>`exists (select from common_need_member m join need n on n.uuid = m.need_uuid where m.common_need_uuid = ${group.uuid} and ${what})`;

export const CommonNeedReader = reader(CommonNeed, {
  rows: (_group, actor) => seenGroups(actor),
  fields: (group) => ({
    title: localized(text(group, 'title')),
    why: localized(text(group, 'why')),
    texts: many(TextsReader, { on: (x) => sql`${x.commonNeed} = ${group.uuid}`, order: (x) => [x.locale] }),
    needs: many(NeedReader, { via: CommonNeedMember, on: (need, link) => sql`${link.commonNeed} = ${group.uuid} and ${need.uuid} = ${link.need}`, order: (need) => [need.enteredAt, need.uuid] }),
    countries: many(CountryReader, { on: (country) => hasNeed(group, sql`n.country_code = ${country.code}`), order: (country) => [country.code] }),
    can: code({ status: group.status, standings: actingStandings }, ({ status, standings }) => groupAbilities(status, standings)),
  }),
});

const StepReader = reader(CommonNeedStep, {
  rows: (_step, actor) => seenGroups(actor),
  fields: (step) => ({ need: maybe(NeedReader, (need) => sql`${need.uuid} = ${step.need}`), other: maybe(CommonNeedReader, (group) => sql`${group.uuid} = ${step.other}`) }),
});
edge(CommonNeedReader, 'history', { description: 'What was done with it, from its being accepted on.', list: StepReader, on: (step, group) => sql`${step.commonNeed} = ${group.uuid}`, order: (step) => [step.position] });

const ApartReader = reader(NeedsApart, {
  rows: (_pair, actor) => seenGroups(actor),
  fields: (pair) => ({ one: maybe(NeedReader, (need) => sql`${need.uuid} = ${pair.one}`), other: maybe(NeedReader, (need) => sql`${need.uuid} = ${pair.other}`) }),
});

const hasWords = searchIn({ of: CommonNeed, texts: CommonNeedTranslation, owner: (x) => x.commonNeed });

const groups = connection(CommonNeedReader, {
  description: 'groups of needs',
  sorts: {
    NEWEST: { description: 'Those accepted last first.', by: (group) => group.acceptedAt, type: 'timestamptz', descending: true },
    TITLE: { description: 'By title, in the order of the reader’s language.', by: (group) => inReadersOrder(text(group, 'title')), type: 'text', collated: true },
  },
  filters: {
    statuses: optional(() => [CommonNeedStatus], 'text[]', 'That stand in one of these places.'),
    theme: optional(() => String, 'text', 'With a need about this theme, by its code, before all or besides.'),
    subtheme: optional(() => String, 'text', 'With a need about this part of its main theme, by its code.'),
    pillar: optional(() => NeedPillar, 'text', 'With a need of this part of the fight against trafficking.'),
    audience: optional(() => String, 'text', 'With a need that concerns the work of these, by their code.'),
    from: optional(() => GraphQLLocalDate, 'date', 'With a need that was entered on this day or later, in Paris.'),
    until: optional(() => GraphQLLocalDate, 'date', 'With a need that was entered on this day or before, in Paris.'),
    minCountries: optional(() => GraphQLInt, 'int', 'With needs of as many countries at least.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'That have all of these words, in any language.'),
  },
  where: {
    statuses: (group, statuses) => sql`${group.status} = any(${statuses})`,
    theme: (group, theme) => hasNeed(group, sql`(n.theme_code = ${theme} or exists (select from need_theme t where t.need_uuid = n.uuid and t.theme_code = ${theme}))`),
    subtheme: (group, subtheme) => hasNeed(group, sql`n.subtheme_code = ${subtheme}`),
    pillar: (group, pillar) => hasNeed(group, sql`n.pillar = ${pillar}`),
    audience: (group, audience) => hasNeed(group, sql`exists (select from need_audience a where a.need_uuid = n.uuid and a.audience_code = ${audience})`),
    from: (group, day) => hasNeed(group, sql`n.entered_at >= ${day}::timestamp at time zone 'Europe/Paris'`),
    until: (group, day) => hasNeed(group, sql`n.entered_at < (${day} + 1)::timestamp at time zone 'Europe/Paris'`),
    minCountries: (group, least) => sql`(select count(distinct n.country_code) from common_need_member m join need n on n.uuid = m.need_uuid where m.common_need_uuid = ${group.uuid}) >= ${least}`,
    search: (group, words, _given, actor) => hasWords(group, words, actor),
  },
});

query('commonNeeds', { description: 'The groups of needs: the adviser’s alone; none for others.', page: groups });

query('commonNeed', {
  description: 'A group of needs by id; null when there is none, or none for you.',
  args: { id: keyArgument('CommonNeed', 'uuid') },
  maybe: CommonNeedReader,
  on: (group, _owner, args) => sql`${group.uuid} = ${args.id}`,
});

const apart = connection(ApartReader, {
  description: 'needs that do not belong together',
  sorts: { NEWEST: { description: 'What was said last first.', by: (pair) => pair.at, type: 'timestamptz', descending: true } },
  filters: {},
  where: {},
});

query('needsApart', { description: 'The needs of which the adviser says that they do not belong together: the adviser’s alone; none for others.', page: apart });

edge(NeedReader, 'commonNeed', {
  description: 'In which group of needs it is: known to the adviser alone; null for others, and where it is in none.',
  maybe: CommonNeedReader,
  on: (group, need) => sql`exists (select from common_need_member m where m.common_need_uuid = ${group.uuid} and m.need_uuid = ${need.uuid})`,
});
