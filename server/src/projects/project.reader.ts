/** How projects are read: by the adviser's circle, and by nobody else on any path. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { CommonNeedReader } from '../common-needs/index.ts';
import { code, connection, edge, inReadersOrder, keyArgument, localized, many, maybe, optional, query, reader, type Row, searchIn, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { actingStandings } from '../members/index.ts';
import { NeedReader } from '../needs/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { ProjectBudgetLine, ProjectCountry, ProjectExpert, ProjectNeed, ProjectOwnSession, ProjectPartner, ProjectRecommendation, ProjectSession, ProjectStep } from './project-parts.entity.ts';
import { ProjectKind, ProjectStatus } from './project-words.ts';
import { Project, ProjectTranslation } from './project.entity.ts';
import { projectAbilities, seenProjects } from './project.policy.ts';

const text = (project: Row<Project>, name: 'title' | 'purpose') => ({
  from: ProjectTranslation, text: name, of: (x: Row<ProjectTranslation>) => sql<boolean>`${x.project} = ${project.uuid}`, source: project.sourceLocale, version: project.sourceVersion,
});

const TextsReader = reader(ProjectTranslation, {
  rows: (_text, actor) => seenProjects(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select p.source_locale from project p where p.uuid = ${x.project})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select p.source_version from project p where p.uuid = ${x.project})`,
  }),
});

const kindOf = (project: Row<Project>) => sql<ProjectKind>`case when (select count(*) from project_country c where c.project_uuid = ${project.uuid}) > 1 then 'REGIONAL' else 'BILATERAL' end`;

export const ProjectReader = reader(Project, {
  rows: (_project, actor) => seenProjects(actor),
  fields: (project) => ({
    kind: kindOf(project),
    commonNeed: maybe(CommonNeedReader, (group) => sql`${group.uuid} = ${project.commonNeed}`),
    title: localized(text(project, 'title')),
    purpose: localized(text(project, 'purpose')),
    texts: many(TextsReader, { on: (x) => sql`${x.project} = ${project.uuid}`, order: (x) => [x.locale] }),
    countries: many(CountryReader, { via: ProjectCountry, on: (country, link) => sql`${link.project} = ${project.uuid} and ${country.code} = ${link.country}`, order: (country) => [country.code] }),
    needs: many(NeedReader, { via: ProjectNeed, on: (need, link) => sql`${link.project} = ${project.uuid} and ${need.uuid} = ${link.need}`, order: (need) => [need.enteredAt, need.uuid] }),
    recommendations: many(RecommendationReader, {
      via: ProjectRecommendation, on: (recommendation, link) => sql`${link.project} = ${project.uuid} and ${recommendation.slug} = ${link.recommendation}`, order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
    partners: many(OrganisationReader, { via: ProjectPartner, on: (organisation, link) => sql`${link.project} = ${project.uuid} and ${organisation.slug} = ${link.organisation}`, order: (organisation) => [organisation.slug] }),
    experts: many(ExpertReader, { via: ProjectExpert, on: (expert, link) => sql`${link.project} = ${project.uuid} and ${expert.uuid} = ${link.expert}`, order: (expert) => [expert.uuid] }),
    sessions: many(TrainingSessionReader, { via: ProjectSession, on: (session, link) => sql`${link.project} = ${project.uuid} and ${session.uuid} = ${link.session}`, order: (session) => [sql`${session.startsAt} desc`, session.uuid] }),
    ownSessions: many(TrainingSessionReader, { via: ProjectOwnSession, on: (session, link) => sql`${link.project} = ${project.uuid} and ${session.uuid} = ${link.session}`, order: (session) => [session.startsAt, session.uuid] }),
    can: code({ status: project.status, standings: actingStandings }, ({ status, standings }) => projectAbilities(status, standings)),
  }),
});

const BudgetLineReader = reader(ProjectBudgetLine, { rows: (_line, actor) => seenProjects(actor) });
const StepReader = reader(ProjectStep, { rows: (_step, actor) => seenProjects(actor) });

edge(ProjectReader, 'budget', { description: 'What it may cost, in lines.', list: BudgetLineReader, on: (line, project) => sql`${line.project} = ${project.uuid}`, order: (line) => [line.position] });
edge(ProjectReader, 'history', { description: 'How it went, from its being proposed on.', list: StepReader, on: (step, project) => sql`${step.project} = ${project.uuid}`, order: (step) => [step.position] });

const hasWords = searchIn({ of: Project, texts: ProjectTranslation, owner: (x) => x.project });

const projects = connection(ProjectReader, {
  description: 'projects',
  sorts: {
    NEWEST: { description: 'Those proposed last first.', by: (project) => project.proposedAt, type: 'timestamptz', descending: true },
    TITLE: { description: 'By title, in the order of the reader’s language.', by: (project) => inReadersOrder(text(project, 'title')), type: 'text', collated: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'With this country.'),
    kind: optional(() => ProjectKind, 'text', 'Of this kind.'),
    statuses: optional(() => [ProjectStatus], 'text[]', 'That stand in one of these places.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose title or purpose has all of these words, in any language.'),
  },
  where: {
    country: (project, country) => sql`exists (select from project_country c where c.project_uuid = ${project.uuid} and c.country_code = ${country})`,
    kind: (project, kind) => sql`${kindOf(project)} = ${kind}`,
    statuses: (project, statuses) => sql`${project.status} = any(${statuses})`,
    search: (project, words, _given, actor) => hasWords(project, words, actor),
  },
});

query('projects', { description: 'The projects: the adviser’s alone; none for others.', page: projects });

query('project', {
  description: 'A project by id; null when there is none, or none for you.',
  args: { id: keyArgument('Project', 'uuid') },
  maybe: ProjectReader,
  on: (project, _owner, args) => sql`${project.uuid} = ${args.id}`,
});

const KNOWN = 'known to the adviser alone; none for others.';
const NEWEST = (project: Row<Project>) => [sql`${project.proposedAt} desc`, project.uuid];

edge(NeedReader, 'projects', { description: `The projects that answer it: ${KNOWN}`, list: ProjectReader, on: (project, need) => sql`exists (select from project_need l where l.project_uuid = ${project.uuid} and l.need_uuid = ${need.uuid})`, order: NEWEST });
edge(CommonNeedReader, 'projects', { description: `The projects that came from it: ${KNOWN}`, list: ProjectReader, on: (project, group) => sql`${project.commonNeed} = ${group.uuid}`, order: NEWEST });
edge(RecommendationReader, 'projects', {
  description: `The projects that work towards it: ${KNOWN}`, list: ProjectReader, on: (project, recommendation) => sql`exists (select from project_recommendation l where l.project_uuid = ${project.uuid} and l.recommendation_slug = ${recommendation.slug})`, order: NEWEST,
});
edge(TrainingSessionReader, 'projects', { description: `The projects that build on it: ${KNOWN}`, list: ProjectReader, on: (project, session) => sql`exists (select from project_session l where l.project_uuid = ${project.uuid} and l.session_uuid = ${session.uuid})`, order: NEWEST });
edge(TrainingSessionReader, 'belongsTo', { description: 'The project that it belongs to: known to the adviser alone; null for others.', maybe: ProjectReader, on: (project, session) => sql`${project.uuid} = (select l.project_uuid from project_own_session l where l.session_uuid = ${session.uuid})` });
