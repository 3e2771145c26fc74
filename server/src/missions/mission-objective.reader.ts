/** How the objectives of missions are read, and whom their teams need: by whoever sees the mission. */
import { edge, localized, many, reader, type Row, sql } from '../core/reader/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { MissionObjective, MissionObjectiveRecommendation, MissionObjectiveTranslation } from './mission-objective.entity.ts';
import { MissionTeamRule } from './mission-team-rule.entity.ts';
import { MissionReader } from './mission.reader.ts';
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
