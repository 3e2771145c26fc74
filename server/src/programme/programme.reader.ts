/** How the parts of sessions are read: by whoever sees the session. */
import { edge, localized, many, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { ownCountries } from '../members/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { SessionPart, SessionPartTrainer, SessionPartTranslation } from './session-part.entity.ts';

/** Parts of a draft are for those who prepare sessions of its country, others for everybody; undefined for all. */
function seen(part: Row<SessionPart>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  const isTheirs = circle === 'post' ? sql`or s.country_code in (${ownCountries})` : sql``;
  return sql<boolean>`exists (select from training_session s where s.uuid = ${part.session} and (s.stage <> 'DRAFT' ${isTheirs}))`;
}

/** A value of the session of a part, which whoever sees the part sees. */
const ofSession = <T>(part: Row<SessionPart>, value: Sql<T>): Sql<T> => sql<T>`(select ${value} from training_session s where s.uuid = ${part.session})`;

const TextsReader = reader(SessionPartTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select p.source_locale from session_part p where p.uuid = ${x.part})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select p.source_version from session_part p where p.uuid = ${x.part})`,
  }),
});

export const SessionPartReader = reader(SessionPart, {
  rows: seen,
  fields: (part) => ({
    date: ofSession(part, sql<string>`(s.starts_at at time zone s.time_zone)::date + ${part.day} - 1`),
    startsAt: ofSession(part, sql<Date>`part_instant(s.starts_at, s.time_zone, ${part.day}, ${part.starts})`),
    endsAt: ofSession(part, sql<Date>`part_instant(s.starts_at, s.time_zone, ${part.day}, ${part.ends})`),
    format: ofSession(part, sql<'HYBRID'>`case when s.format = 'HYBRID' then ${part.format} else s.format end`),
    title: localized({
      from: SessionPartTranslation, text: 'title', of: (x: Row<SessionPartTranslation>) => sql<boolean>`${x.part} = ${part.uuid}`, source: part.sourceLocale, version: part.sourceVersion,
    }),
    trainers: many(ExpertReader, {
      via: SessionPartTrainer,
      on: (expert, link) => sql`${link.part} = ${part.uuid} and ${expert.uuid} = ${link.expert}`,
      order: (_expert, link) => [sql`(select t.position from session_trainer t where t.session_uuid = ${link.session} and t.expert_uuid = ${link.expert})`],
    }),
    texts: many(TextsReader, { on: (x) => sql`${x.part} = ${part.uuid}`, order: (x) => [x.locale] }),
  }),
});

edge(TrainingSessionReader, 'parts', {
  description: 'The parts of its programme, in the order in which they come.',
  list: SessionPartReader,
  on: (part, session) => sql`${part.session} = ${session.uuid}`,
  order: (part) => [part.day, part.starts, part.ends, part.uuid],
});
