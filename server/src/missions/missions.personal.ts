/** What missions say of persons: who has prepared them. Their texts name nobody. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { MissionLeg, MissionLegTranslation } from './mission-leg.entity.ts';
import { MissionObjective, MissionObjectiveNeed, MissionObjectiveProject, MissionObjectiveRecommendation, MissionObjectiveTranslation, NeedLeg } from './mission-objective.entity.ts';
import { MissionTeamRule } from './mission-team-rule.entity.ts';
import { Mission, MissionTranslation } from './mission.entity.ts';
import { WithdrawnLeg } from './withdrawn-leg.entity.ts';

personalData(Mission, {
  of: 'MEMBER',
  category: 'IDENTIFIER',
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
  about: { shared: { preparedBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  columns: { preparedBy: {} },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'stage', 'startsOn', 'endsOn', 'envelopeCents', 'version', 'givenUpOn', 'isDemonstration'],
});

noPersons('EVENTS', [MissionTranslation, MissionTeamRule, MissionObjective, MissionObjectiveTranslation, MissionObjectiveRecommendation, MissionObjectiveNeed, MissionObjectiveProject, NeedLeg, MissionLeg, MissionLegTranslation]);
noPersons('EVENTS', [WithdrawnLeg], { period: 'P1Y', after: 'withdrawnOn' });
