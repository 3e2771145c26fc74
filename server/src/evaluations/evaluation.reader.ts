/** How evaluations are read: by those who prepare the session and by its trainers, and what was answered only once they are closed. */
import { EVALUATION_QUESTIONS } from '@passerelle/shared/evaluation.ts';
import { acting, code, constant, edge, join, many, reader, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { actingStandings, actsAsExpert, ownCountries } from '../members/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { type EvaluationComment, type EvaluationCount, EvaluationResult, type EvaluationState, SessionEvaluation } from './evaluation.entity.ts';
import { evaluationAbilities } from './evaluation.policy.ts';

/** Of sessions that are theirs to prepare, or that they taught; undefined for all. */
function seen({ circle }: RuleActor, session: Sql): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  const isTaught = sql`(${actsAsExpert} and exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid where t.session_uuid = ${session} and e.person_id = ${acting.person}))`;
  if (circle !== 'post') return sql<boolean>`${isTaught}`;
  return sql<boolean>`(${session} in (select s.uuid from training_session s where s.country_code in (${ownCountries})) or ${isTaught})`;
}

/** Values of the session of a row, which whoever sees the row sees. */
const ofSession = <T>(session: Sql, value: Sql<T>): Sql<T> => sql<T>`(select ${value} from training_session s where s.uuid = ${session})`;

/** The place of a question among all. */
const place = (question: Sql): Sql => sql`array_position(array[${join(EVALUATION_QUESTIONS.map((one) => constant(one)), ', ')}]::text[], ${question}::text)`;

const ResultReader = reader(EvaluationResult, {
  rows(result, actor) {
    const isShown = sql<boolean>`exists (select from session_evaluation e where e.session_uuid = ${result.session} and e.answered is not null)`;
    const isTheirs = seen(actor, result.session);
    return isTheirs ? sql<boolean>`${isTheirs} and ${isShown}` : isShown;
  },
  fields: (result) => ({
    counts: code({ found: sql<EvaluationCount[]>`(select coalesce(json_agg(json_build_object('choice', c.key, 'count', c.value::int) order by c.key), '[]') from jsonb_each_text(${result.counts}) c)` }, ({ found }) => found),
    comments: code({ found: sql<EvaluationComment[]>`${result.comments}` }, ({ found }) => found),
  }),
});

const SessionEvaluationReader = reader(SessionEvaluation, {
  rows: (evaluation, actor) => seen(actor, evaluation.session),
  fields: (evaluation) => ({
    state: sql<EvaluationState>`case when ${evaluation.openedAt} is null then 'NONE' when ${evaluation.closedAt} is null then 'OPEN' when ${evaluation.answered} is null then 'WITHHELD' else 'SHOWN' end`,
    results: many(ResultReader, { on: (result) => sql`${result.session} = ${evaluation.session}`, order: (result) => [place(result.question)] }),
    can: code(
      {
        standings: actingStandings, stage: ofSession(evaluation.session, sql<string>`s.stage`), country: ofSession(evaluation.session, sql<string | null>`s.country_code`),
        isOver: ofSession(evaluation.session, sql<boolean>`s.ends_at <= now()`), isOpened: sql<boolean>`${evaluation.openedAt} is not null`,
      },
      ({ standings, ...session }) => evaluationAbilities(standings, session),
    ),
  }),
});

edge(TrainingSessionReader, 'evaluation', {
  description: 'What those who were there say of it; null for those who neither prepare the session nor taught it.',
  maybe: SessionEvaluationReader,
  on: (evaluation, session) => sql`${evaluation.session} = ${session.uuid} and ${session.stage} <> 'DRAFT'`,
});
