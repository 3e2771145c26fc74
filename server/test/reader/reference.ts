/** Plain resolvers over rows in memory, run by graphql-js: the answers that the reader's statements must give. */
import { buildSchema, type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, printSchema } from 'graphql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { declarations } from '../../src/core/personal/declare.ts';
import { dataRegister } from '../../src/core/personal/register.ts';
import { OPERATOR } from './engine.ts';
import { shown } from './localise.ts';
import { NEEDS } from './needs.ts';
import { RECORD } from './record.ts';
import { at, by, type Context, id, oneOf, organisationOf, paged, ranked, type Resolve, rowsOf, self, text, through } from './resolve.ts';
import type { Row } from './rows.ts';
import { invitationState, memberState } from './sight.ts';
import { SESSIONS } from './sessions.ts';
import type { World } from './world.ts';

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];

const vocabulary = (type: string, column = 'name'): Readonly<Record<string, Resolve>> => {
  const table = type.toLowerCase();
  return { id: id(type, 'code'), [column]: text(`${table}_translation`, `${table}_code`, 'code', 'name') };
};

const keyOf: Readonly<Record<string, readonly [table: string, key: string]>> = {
  Audience: ['audience', 'code'], City: ['city', 'code'], Country: ['country', 'code'], Expert: ['listed_expert', 'uuid'], Institution: ['institution', 'code'],
  Instrument: ['instrument', 'code'], Language: ['language', 'code'], Need: ['need', 'uuid'], Organisation: ['organisation', 'slug'], Profession: ['profession', 'code'],
  Practice: ['practice', 'uuid'], Publication: ['publication', 'uuid'], Recommendation: ['recommendation', 'slug'], Subtheme: ['subtheme', 'code'], Term: ['term', 'code'], Theme: ['theme', 'code'], TrainingSession: ['training_session', 'uuid'],
};

/** The row of an id, of `type` when it is given. Refuses what is not an id of it. */
function byId(given: string, { world }: Context, type?: string): Row | null {
  const name = type ?? given.split('_', 1)[0]!;
  const known = keyOf[name];
  if (!known || !given.includes('_')) {
    if (type) throw new GraphQLError('id', { extensions: { code: 'BAD_USER_INPUT' } });
    return null;
  }
  const key = given.slice(name.length + 1);
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
  if (!given.startsWith(`${name}_`) || key === '' || (known[1] === 'uuid' && !isUuid)) throw new GraphQLError('id', { extensions: { code: 'BAD_USER_INPUT' } });
  const row = world.rows.one(known[0], known[1], key);
  return row && { ...row, __typename: name };
}

/** The order of public provisions. */
const LAW = ['country_code', 'instrument_code', 'kind', 'uuid'].map(ranked);
const noteTexts = (world: World, note: Row): Row[] => world.rows.where('country_name_note_translation', 'country_code', note.country_code!).filter(({ context }) => context === note.context);
const contextOf = (world: World, body: unknown): unknown => world.rows.all('name_context_body').find((one) => String(one.body).toLowerCase() === String(body).toLowerCase())?.context ?? null;
const countryName = text('country_translation', 'country_code', 'code', 'name');
const list = (table: string): Resolve => by((_row, _args, { world }) => world.rows.all(table), at('position'));

const RESOLVERS: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Query: {
    audiences: list('audience'), institutions: list('institution'), instruments: list('instrument'), languages: list('language'), professions: list('profession'), subthemes: list('subtheme'), themes: list('theme'),
    countries: (_row, _args, { world, locale }) => world.ordered('Country', 'NAME', locale).map((code) => world.rows.one('country', 'code', code)),
    cities: (_row, _args, { world, locale }) => world.ordered('City', 'NAME', locale).map((code) => world.rows.one('city', 'code', code)),
    country: (_row, args, { world }) => world.rows.one('country', 'code', args.code as string),
    instrument: (_row, args, { world }) => world.rows.one('instrument', 'code', args.code as string),
    // A visitor is nobody.
    viewer: () => null, secondStep: () => null,
    accessRequests: paged('AccessRequest'), auditEntries: paged('AuditEntry'), dataRequests: paged('DataRequest'), myData: () => null, trainingFigures: () => null, invitations: paged('Invitation'), registrations: paged('Registration'), likelyDoubles: paged('LikelyDouble'), trainingRecord: paged('TrainingRecordEntry'), members: paged('NetworkMember'),
    queuedJobs: paged('QueuedJob'), recurrentJobs: () => [],
    demonstrationAccounts: by((_row, _args, { world }) => world.rows.all('demonstration_account'), at('role'), at('email')),
    node: (_row, args, context) => byId(args.id as string, context),
    expert: (_row, args, context) => byId(args.id as string, context, 'Expert'),
    organisation: (_row, args, context) => byId(args.id as string, context, 'Organisation'),
    recommendation: (_row, args, context) => byId(args.id as string, context, 'Recommendation'),
    trainingSession: (_row, args, context) => byId(args.id as string, context, 'TrainingSession'),
    experts: paged('Expert'), organisations: paged('Organisation'), recommendations: paged('Recommendation'), terms: paged('Term'), trainingSessions: paged('TrainingSession'),
    ...RECORD.Query, ...NEEDS.Query, need: (_row, args, context) => byId(args.id as string, context, 'Need'),
    // Not in this installation.
    localMailbox: () => null, proofChallenge: () => null,
    // Of numbers that are drawn by chance, which none has.
    verifiedCertificate: () => null,
    service: (_row, _args, { locale }) => ({ has_demonstration_data: true, has_agent_sign_in: false, locale, locales: Object.values(LOCALES), operator: OPERATOR }),
    dataRegister: () => dataRegister(declarations),
  },
  Audience: vocabulary('Audience'), Theme: { ...vocabulary('Theme'), subthemes: by(rowsOf('subtheme', 'theme_code', 'code'), at('position')) }, Subtheme: { ...vocabulary('Subtheme'), theme: oneOf('theme', 'theme_code') }, Profession: vocabulary('Profession'), Language: vocabulary('Language'),
  Institution: vocabulary('Institution', 'gloss'),
  Country: {
    id: id('Country', 'code'), name: countryName,
    officialName: text('country_translation', 'country_code', 'code', 'official_name'),
    nameNote: text('country_translation', 'country_code', 'code', 'name_note'),
    coordination: by(rowsOf('country_coordination', 'country_code', 'code'), ranked('kind'), (row) => Number(row.is_demonstration), ranked('code')),
    publicProvisions: by(rowsOf('public_provision', 'country_code', 'code'), ...LAW),
    nameNotes: by(rowsOf('country_name_note', 'country_code', 'code'), ranked('context')),
    capital: text('country_translation', 'country_code', 'code', 'capital'),
    capitalCoordinates: self,
    officialLanguages: by(through('country_language', 'country_code', 'code', 'language', 'language_code'), at('link_position')),
    memberships: by(rowsOf('membership', 'country_code', 'code'), ranked('body')),
    hotlines: by(rowsOf('hotline', 'country_code', 'code'), at('position')),
    facts: by(rowsOf('country_fact', 'country_code', 'code'), ranked('field')),
    instruments: by(rowsOf('country_instrument', 'country_code', 'code'), ranked('instrument_code')),
    holidays: (row, { year }, context) =>
      (by(rowsOf('holiday', 'country_code', 'code'), at('date'))(row, {}, context) as Row[]).filter(({ date }) => year == null || Number(String(date).slice(0, 4)) === year),
    experts: paged('Expert', (world, expert, country) => world.rows.where('expert_country', 'expert_uuid', expert.uuid!).some((link) => link.country_code === country.code)),
    organisations: paged('Organisation', (_world, organisation, country) => organisation.country_code === country.code),
    recommendations: paged('Recommendation', (_world, recommendation, country) => recommendation.country_code === country.code),
    trainingSessions: paged('TrainingSession', (_world, session, country) => session.country_code === country.code), ...NEEDS.Country,
  },
  City: { id: id('City', 'code'), name: text('city_translation', 'city_code', 'code', 'name'), country: oneOf('country', 'country_code'), provenance: self },
  CountryNameNote: {
    text: (row, _args, { world, locale }) => shown(locale, noteTexts(world, row), 'text', 'en'),
    texts: by((row, _args, { world }) => noteTexts(world, row), ranked('locale')),
  },
  CountryNameNoteTranslation: { provenance: self }, CountryFact: { provenance: self }, Membership: { provenance: self }, Hotline: { provenance: self },
  Holiday: {
    provenance: self,
    name: (row, _args, { world, locale }) => shown(locale, world.rows.where('holiday_translation', 'date', row.date!).filter((x) => x.country_code === row.country_code), 'name', row.source_locale as string),
  },
  CountryInstrument: { provenance: self, country: oneOf('country', 'country_code'), instrument: oneOf('instrument', 'instrument_code') },
  InstrumentTranslation: { provenance: self },
  Instrument: {
    id: id('Instrument', 'code'), provenance: self,
    title: text('instrument_translation', 'instrument_code', 'code', 'title'),
    shortTitle: text('instrument_translation', 'instrument_code', 'code', 'short_title'),
    titles: by((row, _args, { world }) => world.rows.where('instrument_translation', 'instrument_code', row.code!).filter(({ title }) => title !== null && title !== ''), ranked('locale')),
    countries: by(rowsOf('country_instrument', 'instrument_code', 'code'), ranked('country_code')),
    articles: by(rowsOf('instrument_article', 'instrument_code', 'code'), at('position')),
    publicProvisions: by(rowsOf('public_provision', 'instrument_code', 'code'), ...LAW),
  },
  CountryCoordination: {
    key: (row) => row.code, provenance: self, country: oneOf('country', 'country_code'), organisation: organisationOf, canChange: () => false,
    isByPost: ({ changed_as: role }) => (role === null ? null : role === 'SCAC' || role === 'SSI'),
  },
  PublicProvision: {
    key: (row) => row.uuid, provenance: self, country: oneOf('country', 'country_code'), instrument: oneOf('instrument', 'instrument_code'),
    articles: by((row, _args, { world }) => world.rows.where('instrument_article', 'instrument_code', row.instrument_code!).filter(({ number }) => (row.article_numbers as unknown as string[]).includes(String(number))), at('position')),
    recommendations: by((row, _args, { world }) => world.rows.all('recommendation').filter(({ slug }) => (row.recommendation_slugs as unknown as string[]).includes(String(slug))), (row) => -Number(row.year ?? 0), ranked('slug')),
  },
  InstrumentArticle: {
    provenance: self,
    title: (row, _args, { world, locale }) => shown(locale, world.rows.where('instrument_article_translation', 'instrument_code', row.instrument_code!).filter((x) => x.number === row.number), 'title', 'en'),
  },
  DemonstrationAccount: {
    country: oneOf('country', 'country_code'), organisation: organisationOf,
  },
  Organisation: {
    id: id('Organisation', 'slug'), provenance: self, country: oneOf('country', 'country_code'),
    name: text('organisation_translation', 'organisation_slug', 'slug', 'name'),
    activity: text('organisation_translation', 'organisation_slug', 'slug', 'activity'),
    // Nobody here decides about any.
    office: () => null,
    // The view gives whoever asks what they may see: here a visitor, who sees one person of an organisation at most.
    people: by(rowsOf('contact_person', 'organisation_slug', 'slug'), at('uuid')),
  },
  Recommendation: {
    id: id('Recommendation', 'slug'), provenance: self, country: oneOf('country', 'country_code'),
    nameContext: (row, _args, { world }) => contextOf(world, row.body),
    publicProvisions: by((row, _args, { world }) => world.rows.all('public_provision').filter(({ recommendation_slugs: slugs }) => (slugs as unknown as string[]).includes(String(row.slug))), ...LAW),
    summary: text('recommendation_translation', 'recommendation_slug', 'slug', 'summary'),
    themes: by(through('recommendation_theme', 'recommendation_slug', 'slug', 'theme', 'theme_code'), at('position')),
    trainingSessions: paged('TrainingSession', (world, session, recommendation) => world.rows.where('session_recommendation', 'session_uuid', session.uuid!).some((link) => link.recommendation_slug === recommendation.slug)),
  },
  Expert: {
    id: id('Expert', 'uuid'), name: (row, _args, { world }) => (world.sight.opens(row.name_visibility) ? row.name : null), sheet: () => null,
    profession: oneOf('profession', 'profession_code'), institution: oneOf('institution', 'institution_code'),
    summary: text('expert_translation', 'expert_uuid', 'uuid', 'summary'),
    languages: by(rowsOf('expert_language', 'expert_uuid', 'uuid'), (skill) => -LEVELS.indexOf(skill.level as string), ranked('language_code')),
    themes: by(through('expert_theme', 'expert_uuid', 'uuid', 'theme', 'theme_code'), at('position')),
    countries: by(through('expert_country', 'expert_uuid', 'uuid', 'country', 'country_code'), ranked('code')),
    ...RECORD.Expert,
    trainingSessions: paged('TrainingSession', (world, session, expert) => world.rows.where('session_trainer', 'session_uuid', session.uuid!).some((link) => link.expert_uuid === expert.uuid)),
  },
  ...RECORD.types, ...NEEDS.types, ...SESSIONS,
  ExpertLanguage: { language: oneOf('language', 'language_code') },
  Term: { id: id('Term', 'code'), name: text('term_name', 'term_code', 'code', 'name'), names: by(rowsOf('term_name', 'term_code', 'code'), ranked('locale')) },
  NetworkMember: {
    id: id('NetworkMember', 'uuid'), country: oneOf('country', 'country_code'), organisation: organisationOf, state: memberState,
    email: ({ person_id: person, email, email_visibility: choice, organisation_slug: slug }, _args, { world: { sight } }) => (person === sight.person || sight.opens(choice) || sight.coordinates(slug) ? email : null),
    isOwn: ({ person_id: person }, _args, { world }) => person === world.sight.person,
    can: (member, _args, { world }) => world.sight.onMember(member),
  },
  ContactPerson: { isCoordinator: ({ role }) => role === 'NGO_COORDINATOR' },
  Invitation: {
    id: id('Invitation', 'uuid'), country: oneOf('country', 'country_code'), organisation: organisationOf, state: invitationState,
    can: (invitation, _args, { world }) => world.sight.onInvitation(invitation, world.everything),
  },
  Registration: {
    id: id('Registration', 'uuid'), country: oneOf('country', 'country_code'), session: ({ session_uuid: key }, _args, { world }) => world.rows.one('training_session', 'uuid', key!),
    can: (registration, _args, { world }) => world.sight.onRegistration(registration, world.everything),
  },
};

const META = ['service', 'dataRegister', 'localMailbox', 'myData', 'proofChallenge', 'recurrentJobs', 'secondStep', 'trainingFigures'];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const resolveField: GraphQLFieldResolver<Row, Context, Record<string, unknown>> = (source, args, context, info) => {
  if (info.parentType.name === 'Query' && !META.includes(info.fieldName)) context.reads = true;
  const resolve = RESOLVERS[info.parentType.name]?.[info.fieldName];
  if (resolve) return resolve(source, args, context);
  const value = source[snake(info.fieldName)] ?? source[info.fieldName];
  return value instanceof Date ? value.toISOString() : value;
};

export interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
}

/** The reference over a world; its schema is the same text without any of its code. */
export function reference(schema: GraphQLSchema, world: World) {
  const plain = buildSchema(printSchema(schema));
  return async ({ document, operationName, variables, locale }: Asked): Promise<ExecutionResult & { reads: boolean }> => {
    const context: Context = { world, locale, reads: false };
    const result = await execute({ schema: plain, document, operationName, variableValues: variables, contextValue: context, rootValue: {}, fieldResolver: resolveField as never });
    return { ...result, reads: context.reads };
  };
}
