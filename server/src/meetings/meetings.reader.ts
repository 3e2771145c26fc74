/** How the meetings of a leg are read: as a part of it, by whoever sees the leg. */
import { edge, localized, many, maybe, maybeLocalized, one, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ExpertLanguageReader } from '../experts/index.ts';
import { MissionLegReader, seenWithLeg } from '../missions/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { LanguageReader } from '../vocabulary/index.ts';
import { MeetingPerson } from './meeting-member.entity.ts';
import { MeetingLanguage, MeetingNeed, MeetingPrecedence, MeetingRecommendation, MeetingWindow } from './meeting-parts.entity.ts';
import { Meeting, MeetingTranslation } from './meeting.entity.ts';

/** Who goes is seen by whoever sees the leg, once it was told to its post. */
function seenGoing(person: Row<MeetingPerson>, actor: RuleActor): Sql<boolean> | undefined {
  const seen = seenWithLeg({ leg: sql`m.leg_uuid` }, actor);
  return seen && sql<boolean>`exists (select from meeting m join leg_person p on p.leg_uuid = m.leg_uuid where m.uuid = ${person.meeting} and p.member_uuid = ${person.member} and p.is_told and ${seen})`;
}

const text = (meeting: Row<Meeting>, name: 'subject' | 'note') => ({
  from: MeetingTranslation, text: name, of: (x: Row<MeetingTranslation>) => sql<boolean>`${x.meeting} = ${meeting.uuid}`, source: meeting.sourceLocale, version: meeting.sourceVersion,
});

/** An hour as it is said: `09:30`. */
export const hour = (time: Sql): Sql<string> => sql<string>`to_char(${time}, 'HH24:MI')`;

const TextsReader = reader(MeetingTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select m.source_locale from meeting m where m.uuid = ${x.meeting})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select m.source_version from meeting m where m.uuid = ${x.meeting})`,
  }),
});

export const MeetingReader = reader(Meeting, {
  rows: seenWithLeg,
  fields: (meeting) => ({
    key: meeting.uuid,
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${meeting.organisation}`),
    starts: hour(meeting.starts),
    isDayOff: sql<boolean>`coalesce(is_day_off((select l.country_code from mission_leg l where l.uuid = ${meeting.leg}), ${meeting.day}), false)`,
    isPlaceSecret: sql<boolean>`keeps_place_secret(${meeting.organisation}, ${meeting.hostName}, null, (select l.country_code from mission_leg l where l.uuid = ${meeting.leg}))`,
    subject: localized(text(meeting, 'subject')),
    note: maybeLocalized(text(meeting, 'note')),
    recommendations: many(RecommendationReader, {
      via: MeetingRecommendation,
      on: (recommendation, link) => sql`${link.meeting} = ${meeting.uuid} and ${recommendation.slug} = ${link.recommendation}`,
      order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
    texts: many(TextsReader, { on: (x) => sql`${x.meeting} = ${meeting.uuid}`, order: (x) => [x.locale] }),
  }),
});

const WindowReader = reader(MeetingWindow, { fields: (window) => ({ fromTime: hour(window.fromTime), untilTime: hour(window.untilTime) }) });
const NeedReader = reader(MeetingNeed, {});
const HeldInReader = reader(MeetingLanguage, { fields: (held) => ({ language: one(LanguageReader, (language) => sql`${language.code} = ${held.language}`) }) });
const PrecedenceReader = reader(MeetingPrecedence, { fields: (precedence) => ({ afterKey: precedence.after }) });

const MeetingPersonReader = reader(MeetingPerson, {
  rows: seenGoing,
  fields: (person, { circle }) => ({
    memberKey: circle === 'adviser' ? person.member : sql<string | null>`null::uuid`,
    // Read by the same view: of whom who asks was not told nothing is said.
    inPlaceOf: sql<string | null>`(select x.name from meeting_person x where x.meeting_uuid = ${person.meeting} and x.member_uuid = ${person.substituteFor})`,
    inPlaceOfKey: circle === 'adviser' ? person.substituteFor : sql<string | null>`null::uuid`,
    // A post learns of nothing else that engages them.
    isEngagedElsewhere: circle === 'adviser'
      ? sql<boolean | null>`exists (select from mission_member t cross join known_keys(t.expert_uuid, t.person_id) k join expert_engagement e on e.source = ${person.meeting} and e.who = any(k)
          join expert_engagement o on o.who = any(k) and o.source <> e.source and o.is_firm and o.kind <> 'STAY' and o.held && e.held where t.uuid = ${person.member})`
      : sql<boolean | null>`null::boolean`,
    isAway: circle === 'adviser'
      ? sql<boolean | null>`not ${person.isSubstitute} and exists (select from meeting m where m.uuid = ${person.meeting} and m.day is not null and m.status <> 'REFUSED' and not exists (select from mission_stay s
          where s.leg_uuid = m.leg_uuid and s.member_uuid = ${person.member} and s.arrives_at <= m.day + m.starts and s.leaves_at >= m.day + m.starts + m.minutes * interval '1 minute'))`
      : sql<boolean | null>`null::boolean`,
  }),
});

edge(MissionLegReader, 'meetings', {
  description: 'Its meetings, in the order of their times; those without one last.',
  list: MeetingReader, on: (meeting, leg) => sql`${meeting.leg} = ${leg.uuid}`, order: (meeting) => [sql`${meeting.day} nulls last`, sql`${meeting.starts} nulls last`, meeting.uuid],
});
edge(MeetingReader, 'windows', { description: 'When the host could; empty where that is not known.', list: WindowReader, on: (window, meeting) => sql`${window.meeting} = ${meeting.uuid}`, order: (window) => [window.day, window.fromTime] });
edge(MeetingReader, 'needs', { description: 'Whom it needs.', list: NeedReader, on: (need, meeting) => sql`${need.meeting} = ${meeting.uuid}`, order: (need) => [need.kind] });
edge(MeetingReader, 'languages', { description: 'In which languages it is held.', list: HeldInReader, on: (held, meeting) => sql`${held.meeting} = ${meeting.uuid}`, order: (held) => [held.language] });
edge(MeetingReader, 'precedes', { description: 'Before which others of the leg it is.', list: PrecedenceReader, on: (precedence, meeting) => sql`${precedence.before} = ${meeting.uuid}`, order: (precedence) => [precedence.after] });
edge(MeetingReader, 'people', {
  description: 'Who goes; those who go in somebody’s place if need be last.', list: MeetingPersonReader, on: (person, meeting) => sql`${person.meeting} = ${meeting.uuid}`, order: (person) => [person.isSubstitute, person.kind, person.name, person.member],
});
edge(MeetingPersonReader, 'languages', {
  description: 'In which languages they work, the best first; empty where nobody has said.',
  list: ExpertLanguageReader, on: (skill, person) => sql`${skill.expert} = ${person.expert}`, order: (skill) => [sql`array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], ${skill.level}) desc`, skill.language],
});
