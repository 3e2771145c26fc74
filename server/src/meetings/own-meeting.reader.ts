/** How an expert reads the meetings to which they go: with their own legs, whoever asks. */
import { acting, edge, localized, maybe, one, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { OwnLegReader } from '../missions/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { hour } from './meetings.reader.ts';
import { LanguageReader } from '../vocabulary/index.ts';
import { OwnMeeting, OwnMeetingLanguage, OwnMeetingText } from './own-meeting.entity.ts';

/** Whose sheet it is: said once more than the view says it. */
const seenOwn = (meeting: Pick<Row<OwnMeeting>, 'expert'>, { circle }: RuleActor): Sql<boolean> => (circle === 'visitor' ? sql<boolean>`false` : sql<boolean>`exists (select from expert e where e.uuid = ${meeting.expert} and e.person_id = ${acting.person})`);

const OwnMeetingReader = reader(OwnMeeting, {
  rows: seenOwn,
  fields: (meeting) => ({
    key: meeting.uuid,
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${meeting.organisation}`),
    starts: hour(meeting.starts),
    subject: localized({ from: OwnMeetingText, text: 'subject', of: (x: Row<OwnMeetingText>) => sql<boolean>`${x.meeting} = ${meeting.uuid}`, source: meeting.sourceLocale, version: meeting.sourceVersion }),
  }),
});

edge(OwnLegReader, 'meetings', {
  description: 'The meetings there to which you go, in the order of their times; those without one last.',
  list: OwnMeetingReader, on: (meeting, leg) => sql`${meeting.leg} = ${leg.uuid}`, order: (meeting) => [sql`${meeting.day} nulls last`, sql`${meeting.starts} nulls last`, meeting.uuid],
});

const rank = (level: Sql): Sql => sql`array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], ${level})`;

const OwnLanguageReader = reader(OwnMeetingLanguage, {
  rows: seenOwn,
  fields: (held) => ({
    language: one(LanguageReader, (language) => sql`${language.code} = ${held.language}`),
    isFollowed: sql<boolean | null>`case when exists (select from expert_language x where x.expert_uuid = ${held.expert}) then exists (select from expert_language x
      where x.expert_uuid = ${held.expert} and x.language_code = ${held.language} and ${rank(sql`x.level`)} >= ${rank(held.atLeast)}) end`,
  }),
});

edge(OwnMeetingReader, 'languages', {
  description: 'In which languages it is held, and whether you follow them.',
  list: OwnLanguageReader, on: (held, meeting) => sql`${held.meeting} = ${meeting.uuid}`, order: (held) => [held.language],
});
