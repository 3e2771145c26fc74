/** How reports of missions are read, what was found and how experts were found: by whoever sees the mission, and by nobody else on any path. */
import { edge, localized, many, maybe, maybeLocalized, query, reader, type Row, sql } from '../core/reader/index.ts';
import { ExpertSheetReader } from '../experts/index.ts';
import { MissionObjectiveReader, MissionReader, MissionTranslation, seenMissions } from '../missions/index.ts';
import { NeedReader } from '../needs/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { Appraisal } from './appraisal.entity.ts';
import { Finding, FindingNeed, FindingRecommendation, FindingTranslation } from './finding.entity.ts';
import { MissionReport, MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation } from './report.entity.ts';

const ReportTextsReader = reader(MissionReportTranslation, {
  rows: (_text, actor) => seenMissions(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select r.source_locale from mission_report r where r.mission_uuid = ${x.report})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select r.source_version from mission_report r where r.mission_uuid = ${x.report})`,
  }),
});

const text = (report: Row<MissionReport>, name: 'summary' | 'evaluation') => ({
  from: MissionReportTranslation, text: name, of: (x: Row<MissionReportTranslation>) => sql<boolean>`${x.report} = ${report.mission}`, source: report.sourceLocale, version: report.sourceVersion,
});

const MissionReportReader = reader(MissionReport, {
  rows: (_report, actor) => seenMissions(actor),
  fields: (report) => ({
    summary: localized(text(report, 'summary')), evaluation: maybeLocalized(text(report, 'evaluation')),
    texts: many(ReportTextsReader, { on: (x) => sql`${x.report} = ${report.mission}`, order: (x) => [x.locale] }),
  }),
});

const ResultTextsReader = reader(ObjectiveResultTranslation, { rows: (_text, actor) => seenMissions(actor) });

const ObjectiveResultReader = reader(ObjectiveResult, {
  rows: (_result, actor) => seenMissions(actor),
  fields: (result) => ({
    text: localized({
      from: ObjectiveResultTranslation, text: 'text', of: (x: Row<ObjectiveResultTranslation>) => sql<boolean>`${x.result} = ${result.objective}`, source: result.sourceLocale, version: result.sourceVersion,
    }),
    texts: many(ResultTextsReader, { on: (x) => sql`${x.result} = ${result.objective}`, order: (x) => [x.locale] }),
  }),
});

const FindingTextsReader = reader(FindingTranslation, {
  rows: (_text, actor) => seenMissions(actor),
  fields: (x) => ({ isSource: sql<boolean>`${x.locale} = (select f.source_locale from finding f where f.uuid = ${x.finding})` }),
});

const FindingReader = reader(Finding, {
  rows: (_finding, actor) => seenMissions(actor),
  fields: (finding) => ({
    key: finding.uuid, legKey: finding.leg, foundBy: maybe(MissionReader, (mission) => sql`${mission.uuid} = ${finding.mission}`),
    theme: maybe(ThemeReader, (theme) => sql`${theme.code} = ${finding.theme}`),
    text: localized({ from: FindingTranslation, text: 'text', of: (x: Row<FindingTranslation>) => sql<boolean>`${x.finding} = ${finding.uuid}`, source: finding.sourceLocale, version: finding.sourceVersion }),
    recommendations: many(RecommendationReader, {
      via: FindingRecommendation, on: (recommendation, link) => sql`${link.finding} = ${finding.uuid} and ${recommendation.slug} = ${link.recommendation}`, order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
    needs: many(NeedReader, { via: FindingNeed, on: (need, link) => sql`${link.finding} = ${finding.uuid} and ${need.uuid} = ${link.need}`, order: (need) => [sql`${need.enteredAt} desc`, need.uuid] }),
    texts: many(FindingTextsReader, { on: (x) => sql`${x.finding} = ${finding.uuid}`, order: (x) => [x.locale] }),
  }),
});

const AppraisalReader = reader(Appraisal, {
  rows: (_appraisal, actor) => seenMissions(actor),
  fields: (appraisal) => ({
    expertKey: appraisal.sheet,
    title: localized({
      from: MissionTranslation, text: 'title', of: (x: Row<MissionTranslation>) => sql<boolean>`${x.mission} = ${appraisal.mission}`,
      source: sql`(select m.source_locale from mission m where m.uuid = ${appraisal.mission})`, version: sql`(select m.source_version from mission m where m.uuid = ${appraisal.mission})`,
    }),
  }),
});

edge(MissionReader, 'report', { description: 'Its report; null while none is written.', maybe: MissionReportReader, on: (report, mission) => sql`${report.mission} = ${mission.uuid}` });
edge(MissionObjectiveReader, 'result', { description: 'What came of it; null while that is not said.', maybe: ObjectiveResultReader, on: (result, objective) => sql`${result.objective} = ${objective.uuid}` });
edge(MissionReader, 'findings', {
  description: 'What it has found, in the order of the days.', list: FindingReader, on: (finding, mission) => sql`${finding.mission} = ${mission.uuid}`, order: (finding) => [finding.foundOn, finding.uuid],
});
edge(NeedReader, 'findings', {
  description: 'What missions have found that bears on it, the last first: the adviser’s alone; none for others.', list: FindingReader,
  on: (finding, need) => sql`exists (select from finding_need x where x.finding_uuid = ${finding.uuid} and x.need_uuid = ${need.uuid})`, order: (finding) => [sql`${finding.foundOn} desc`, finding.uuid],
});
edge(RecommendationReader, 'findings', {
  description: 'What missions have found that bears on it, the last first: the adviser’s alone; none for others.', list: FindingReader,
  on: (finding, recommendation) => sql`exists (select from finding_recommendation x where x.finding_uuid = ${finding.uuid} and x.recommendation_slug = ${recommendation.slug})`, order: (finding) => [sql`${finding.foundOn} desc`, finding.uuid],
});
query('dueFindings', {
  description: 'What missions have found that calls for something which is not done yet, the first due first: the adviser’s alone; none for others.', list: FindingReader,
  on: (finding) => sql`(${finding.dueOn} is not null and ${finding.doneOn} is null)`, order: (finding) => [finding.dueOn, finding.uuid],
});
edge(MissionReader, 'appraisals', {
  description: 'How its experts were found.', list: AppraisalReader, on: (appraisal, mission) => sql`${appraisal.mission} = ${mission.uuid}`, order: (appraisal) => [appraisal.sheet],
});
edge(ExpertSheetReader, 'appraisals', {
  description: 'How they were found on missions, the last first: for the adviser; none for others.', list: AppraisalReader,
  on: (appraisal, sheet) => sql`${appraisal.sheet} = ${sheet.uuid}`, order: (appraisal) => [sql`(select m.starts_on from mission m where m.uuid = ${appraisal.mission}) desc`, appraisal.mission],
});
