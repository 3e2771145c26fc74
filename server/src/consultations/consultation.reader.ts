/** How consultations are read: with the leg that they are about, by whoever sees it. Nothing of one leads back to the leg, and a post sees the last one alone. */
import { code, edge, many, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { actingStandings, ownCountries } from '../members/index.ts';
import { MissionLegReader } from '../missions/index.ts';
import { Consultation, Opinion, type OpinionState } from './consultation.entity.ts';
import { consultationAbilities } from './consultation.policy.ts';
import { UnservedService } from './unserved-service.entity.ts';

const isAdviser = ({ circle }: RuleActor): boolean => circle === 'adviser';

/** A post sees those of its own country, while it sees the leg. */
function seenConsultations(consultation: Row<Consultation>, actor: RuleActor): Sql<boolean> | undefined {
  if (isAdviser(actor)) return undefined;
  return actor.circle === 'post' ? sql<boolean>`(${consultation.isLatest} and ${consultation.country} in (${ownCountries}) and exists (select from mission_leg l where l.uuid = ${consultation.leg} and l.is_shown and (l.is_demonstration or not (select acts_invented()))))` : sql<boolean>`false`;
}

/** What is asked of the consultation of an opinion, by a column `c.…`. */
const stateOf = (opinion: Row<Opinion>): Sql<OpinionState> => sql<OpinionState>`(select opinion_state(${opinion.answer}, ${opinion.remark} is not null, coalesce(${opinion.sourceVersion}, c.asked_version) < c.source_version, c.is_void, c.due_at, c.closed_at, ${opinion.silenceAgrees}) from consultation c where c.uuid = ${opinion.consultation})`;

const OpinionReader = reader(Opinion, {
  rows: (_opinion, { circle }) => (circle === 'adviser' || circle === 'post' ? undefined : sql<boolean>`false`),
  fields: (opinion, actor) => ({
    state: stateOf(opinion),
    answeredByName: isAdviser(actor) ? sql<string | null>`(select p.name from person p where p.id = ${opinion.answeredBy})` : sql<string | null>`null::text`,
  }),
});

export const ConsultationReader = reader(Consultation, {
  rows: seenConsultations,
  fields: (consultation, actor) => ({
    round: isAdviser(actor) ? consultation.round : sql<number | null>`null::int`,
    askedOn: sql<string>`(${consultation.askedAt} at time zone 'Europe/Paris')::date::text`,
    purposeVersion: sql<number>`(select l.source_version from mission_leg l where l.uuid = ${consultation.leg})`,
    state: sql<OpinionState>`consultation_state(${consultation.uuid})`,
    opinions: many(OpinionReader, { on: (opinion) => sql`${opinion.consultation} = ${consultation.uuid}`, order: (opinion) => [opinion.service] }),
    can: code({ country: consultation.country, isWaited: sql<boolean>`${consultation.closedAt} is null`, isOver: sql<boolean>`is_leg_over(${consultation.leg})`, isOpen: sql<boolean>`now() < ${consultation.dueAt}`, standings: actingStandings }, ({ standings, ...facts }) => consultationAbilities(facts, standings)),
  }),
});

edge(MissionLegReader, 'consultation', {
  description: 'How its post is consulted about it; null before that.', maybe: ConsultationReader, on: (consultation, leg) => sql`${consultation.leg} = ${leg.uuid} and ${consultation.isLatest}`,
});

edge(MissionLegReader, 'earlierConsultations', {
  description: 'How its post was consulted about it before the mission was planned anew, the last first: for the adviser, none for others.', list: ConsultationReader,
  on: (consultation, leg) => sql`${consultation.leg} = ${leg.uuid} and not ${consultation.isLatest}`, order: (consultation) => [sql`${consultation.round} desc`, consultation.uuid],
});

const UnservedServiceReader = reader(UnservedService, { rows: (_service, actor) => (isAdviser(actor) ? undefined : sql<boolean>`false`) });

edge(MissionLegReader, 'unserved', {
  description: 'Services of its post for which nobody could answer, whose silence would agree to nothing: for the adviser, none for others.',
  list: UnservedServiceReader, on: (unserved, leg) => sql`${unserved.leg} = ${leg.uuid}`, order: (unserved) => [unserved.service],
});
