/** How the objectives of missions are read, and whom their teams need: by whoever sees the mission. */
import { edge, localized, many, reader, type Row, sql } from '../core/reader/index.ts';
import { NeedReader } from '../needs/index.ts';
import { ProjectReader } from '../projects/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { missionLegs } from './mission-leg.reader.ts';
import { MissionObjective, MissionObjectiveNeed, MissionObjectiveProject, MissionObjectiveRecommendation, MissionObjectiveTranslation } from './mission-objective.entity.ts';
import { MissionTeamRule } from './mission-team-rule.entity.ts';
import { MissionReader, missions } from './mission.reader.ts';
import { seenMissions } from './seen-missions.ts';

const TextsReader = reader(MissionObjectiveTranslation, { rows: (_text, actor) => seenMissions(actor) });

export const MissionObjectiveReader = reader(MissionObjective, {
  rows: (_objective, actor) => seenMissions(actor),
  fields: (objective) => ({
    key: objective.uuid,
    text: localized({
      from: MissionObjectiveTranslation, text: 'text', of: (x: Row<MissionObjectiveTranslation>) => sql<boolean>`${x.objective} = ${objective.uuid}`, source: objective.sourceLocale, version: objective.sourceVersion,
    }),
    recommendations: many(RecommendationReader, {
      via: MissionObjectiveRecommendation,
      on: (recommendation, link) => sql`${link.objective} = ${objective.uuid} and ${recommendation.slug} = ${link.recommendation}`,
      order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
    needs: many(NeedReader, { via: MissionObjectiveNeed, on: (need, link) => sql`${link.objective} = ${objective.uuid} and ${need.uuid} = ${link.need}`, order: (need) => [sql`${need.enteredAt} desc`, need.uuid] }),
    projects: many(ProjectReader, { via: MissionObjectiveProject, on: (project, link) => sql`${link.objective} = ${objective.uuid} and ${project.uuid} = ${link.project}`, order: (project) => [sql`${project.proposedAt} desc`, project.uuid] }),
    texts: many(TextsReader, { on: (x) => sql`${x.objective} = ${objective.uuid}`, order: (x) => [x.locale] }),
  }),
});

const MissionTeamRuleReader = reader(MissionTeamRule, {
  rows: (_rule, actor) => seenMissions(actor),
  fields: (rule) => ({ present: sql<number>`mission_team_has(${rule.mission}, ${rule.kind})` }),
});

edge(MissionReader, 'objectives', {
  description: 'What it is to reach, in their order.',
  list: MissionObjectiveReader,
  on: (objective, mission) => sql`${objective.mission} = ${mission.uuid}`,
  order: (objective) => [objective.position, objective.uuid],
});

edge(MissionReader, 'team', {
  description: 'Whom its team needs at least.',
  list: MissionTeamRuleReader,
  on: (rule, mission) => sql`${rule.mission} = ${mission.uuid}`,
  order: (rule) => [rule.kind],
});

edge(NeedReader, 'missions', {
  description: 'The missions with an objective that works on it: the adviser’s alone; none for others.',
  page: missions,
  on: (mission, need) => sql`exists (select from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid where o.mission_uuid = ${mission.uuid} and x.need_uuid = ${need.uuid})`,
});

edge(RecommendationReader, 'missions', {
  description: 'The missions with an objective that works towards it: the adviser’s alone; none for others.',
  page: missions,
  on: (mission, recommendation) => sql`exists (select from mission_objective_recommendation x join mission_objective o on o.uuid = x.objective_uuid where o.mission_uuid = ${mission.uuid} and x.recommendation_slug = ${recommendation.slug})`,
});

edge(ProjectReader, 'missions', {
  description: 'The missions with an objective that serves it: the adviser’s alone; none for others.',
  page: missions,
  on: (mission, project) => sql`exists (select from mission_objective_project x join mission_objective o on o.uuid = x.objective_uuid where o.mission_uuid = ${mission.uuid} and x.project_uuid = ${project.uuid})`,
});

edge(NeedReader, 'missionLegs', {
  description: 'The legs in its country of missions that work on it, of those that you see: of a post, those that are shown to it.',
  page: missionLegs,
  on: (leg, need) => sql`exists (select from need_leg x where x.leg_uuid = ${leg.uuid} and x.need_uuid = ${need.uuid})`,
});
