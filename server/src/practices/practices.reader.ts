/** How the record of French expertise is read: what is shown by everybody, the rest by the adviser, and by the expert whose it is. */
import { GraphQLCountryCode } from 'graphql-scalars';
import { acting, code, connection, edge, localized, many, maybe, one, optional, query, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { Practice, PracticeTranslation, Publication } from './practice.entity.ts';
import { mayKeepRecord, recordAbilities } from './practice.policy.ts';

type Entry = Row<Practice> | Row<Publication>;

const isOwn = (entry: Entry): Sql<boolean> => sql<boolean>`exists (select from expert e where e.uuid = ${entry.sheet} and e.person_id = ${acting.person})`;
/** Whether everybody may see it. A practice also has to be thirty days past: what was shown yesterday may say where somebody is today. */
const isOpen = (entry: Entry): Sql<boolean> => sql<boolean>`(${entry.isPublic} and (${entry.sheet} is null or ${entry.consentedOn} is not null))`;
const isShown = (practice: Row<Practice>): Sql<boolean> => sql<boolean>`(${isOpen(practice)} and ${practice.shownOn} <= (now() at time zone 'Europe/Paris')::date - 30)`;
/** Whose account the sheet belongs to: nobody but them and the adviser reads that. */
const ownerOf = (entry: Entry): Sql<string | null> => sql<string | null>`(select e.person_id from expert e where e.uuid = ${entry.sheet})`;
const consentOf = (entry: Entry, isKept: boolean): Sql<string | null> => (isKept ? sql<string | null>`${entry.consentedOn}` : sql<string | null>`case when ${isOwn(entry)} then ${entry.consentedOn} end`);

const PracticeTextsReader = reader(PracticeTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select p.source_locale from practice p where p.uuid = ${x.practice})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select p.source_version from practice p where p.uuid = ${x.practice})`,
  }),
});

const said = <const C extends 'title' | 'audience' | 'result'>(practice: Row<Practice>, text: C) =>
  localized({ from: PracticeTranslation, text, of: (x) => sql`${x.practice} = ${practice.uuid}`, source: practice.sourceLocale, version: practice.sourceVersion });

const PracticeReader = reader(Practice, {
  rows: (practice, actor) => (mayKeepRecord(actor) ? undefined : sql<boolean>`(${isShown(practice)} or ${isOwn(practice)})`),
  fields: (practice, actor) => ({
    expert: maybe(ExpertReader, (expert) => sql`${expert.uuid} = ${practice.sheet}`),
    country: one(CountryReader, (country) => sql`${country.code} = ${practice.country}`),
    theme: one(ThemeReader, (theme) => sql`${theme.code} = ${practice.theme}`),
    consentedOn: consentOf(practice, mayKeepRecord(actor)),
    title: said(practice, 'title'), audience: said(practice, 'audience'), result: said(practice, 'result'),
    texts: many(PracticeTextsReader, { on: (x) => sql`${x.practice} = ${practice.uuid}`, order: (x) => [x.locale] }),
    can: code({ owner: ownerOf(practice) }, ({ owner }, who) => recordAbilities(owner, who)),
  }),
});

const PublicationReader = reader(Publication, {
  rows: (publication, actor) => (mayKeepRecord(actor) ? undefined : sql<boolean>`(${isOpen(publication)} or ${isOwn(publication)})`),
  fields: (publication, actor) => ({
    consentedOn: consentOf(publication, mayKeepRecord(actor)),
    can: code({ owner: ownerOf(publication) }, ({ owner }, who) => recordAbilities(owner, who)),
  }),
});

const practices = connection(PracticeReader, {
  description: 'French practices shown abroad',
  sorts: { LATEST: { description: 'Those shown last first.', by: (practice) => practice.shownOn, type: 'date', descending: true } },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Shown in this country.'),
    theme: optional(() => String, 'text', 'About this theme, by its code.'),
  },
  where: { country: (practice, country) => sql`${practice.country} = ${country}`, theme: (practice, theme) => sql`${practice.theme} = ${theme}` },
});

query('practices', { description: 'French practices shown abroad: all of them for the adviser, what is shown for everybody.', page: practices });

edge(ExpertReader, 'practices', {
  description: 'Practices of theirs that they have shown abroad, the latest first: what is shown, to everybody; all of them to them and to the adviser.',
  list: PracticeReader, on: (practice, expert) => sql`${practice.sheet} = ${expert.uuid}`, order: (practice) => [sql`${practice.shownOn} desc`, practice.uuid],
});

edge(ExpertReader, 'publications', {
  description: 'Their publications, the latest first: what is shown, to everybody; all of them to them and to the adviser.',
  list: PublicationReader, on: (publication, expert) => sql`${publication.sheet} = ${expert.uuid}`, order: (publication) => [sql`${publication.year} desc`, publication.uuid],
});

export { PracticeReader, PublicationReader };
