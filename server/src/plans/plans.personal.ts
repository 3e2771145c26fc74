/** What searches for plans hold of persons: keys of those who could go, with what the planner asks of them – roles, languages, what they have answered to calls, when they cannot, as a code – and what came of it. No name, and no text. */
import { kept, personalData, proposed, unlinked } from '../core/personal/index.ts';
import { PlanSearch } from './plan-search.entity.ts';

// No search stays of an expert who is not there any more, nor of a place in the team that is taken back: the database sees to that. What was copied from answers to calls goes after thirty days.
personalData(PlanSearch, {
  of: ['EXPERT', 'MEMBER'],
  category: 'ACTIVITY',
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P30D', 'RECORDED')]),
  recipients: ['ADVISER'],
  source: 'SYSTEM',
  about: unlinked('COPIED'),
  forgotten: { RECORDED: { after: 'askedAt' } },
  columns: { problem: {}, assumed: {}, best: {}, explained: {}, pins: {} },
  none: ['uuid', 'mission', 'askedAt', 'envelopeCents', 'interpreterCents', 'taken', 'isTeamKept', 'isIdea', 'mostCountries', 'goals', 'isWeighed', 'kindLimits', 'formerSearch', 'formerAs', 'seed', 'state', 'reason', 'startedAt', 'endedAt', 'problemHash', 'worth', 'bound', 'isOptimal', 'isSolved', 'work', 'run', 'isDemonstration', 'takenAt', 'takenAs', 'curveState', 'curveReason', 'curvePoints', 'curveRun', 'curveVersion', 'whyMeeting', 'whyState', 'whyReason', 'whyRun', 'whyVersion', 'version'],
});
