/** How the team of a mission is read: by the adviser's circle, and who comes on a leg by whoever sees that leg. */
import { CityReader } from '../cities/index.ts';
import { edge, maybe, reader, type Row, type Sql, sql, wallTime } from '../core/reader/index.ts';
import { ExpertLanguageReader, ExpertReader } from '../experts/index.ts';
import { ProfessionReader } from '../vocabulary/index.ts';
import { LegPerson } from './leg-person.entity.ts';
import { MissionLegReader } from './mission-leg.reader.ts';
import { MissionMember, MissionStay } from './mission-member.entity.ts';
import { MissionReader } from './mission.reader.ts';
import { seenMissions, seenPeople } from './seen-missions.ts';

const MissionStayReader = reader(MissionStay, {
  rows: (_stay, actor) => seenMissions(actor),
  fields: (stay) => ({ legKey: stay.leg, arrivesAt: wallTime(stay.arrivesAt), leavesAt: wallTime(stay.leavesAt) }),
});

/** Those who come before those who take their places, and who leads first. */
const inOrder = (member: Row<MissionMember>): Sql[] => [sql`${member.substituteFor} is not null`, sql`not ${member.isLead}`, member.kind, member.uuid];

export const MissionMemberReader = reader(MissionMember, {
  rows: (_member, actor) => seenMissions(actor),
  fields: (member) => ({
    key: member.uuid,
    name: sql<string>`coalesce((select e.name from expert e where e.uuid = ${member.sheet}), (select p.name from person p where p.id = ${member.person}))`,
    substituteForKey: member.substituteFor,
    homeCity: maybe(CityReader, (city) => sql`${city.code} = ${member.homeCity}`),
    daysAway: sql<number | null>`days_away(${member.uuid})`,
    // What compares those who are firm, of one who is not yet too: whoever plans learns it before they are refused.
    isEngagedElsewhere: sql<boolean>`exists (select from mission_stay s join expert_engagement e on e.source = s.leg_uuid and e.who = any(known_keys(s.expert_uuid, s.person_id))
      join expert_engagement o on o.who = any(known_keys(s.expert_uuid, s.person_id)) and o.source <> e.source and o.is_firm and o.held && e.held and (o.kind = 'STAY' or o.place <> e.place) where s.member_uuid = ${member.uuid})`,
  }),
});

edge(MissionMemberReader, 'expert', { description: 'Which expert; null for somebody of the adviser’s team.', maybe: ExpertReader, on: (expert, member) => sql`${expert.uuid} = ${member.sheet}` });
edge(MissionMemberReader, 'stays', {
  description: 'When they are in which leg, in the order of the legs; none of whoever takes another’s place if need be.',
  list: MissionStayReader, on: (stay, member) => sql`${stay.member} = ${member.uuid}`, order: (stay) => [stay.arrivesAt, stay.leg],
});

edge(MissionReader, 'members', {
  description: 'Its team: who leads first, those who take the place of others last.',
  list: MissionMemberReader, on: (member, mission) => sql`${member.mission} = ${mission.uuid}`, order: inOrder,
});

const LegPersonReader = reader(LegPerson, {
  rows: seenPeople,
  fields: (person, { circle }) => ({
    memberKey: circle === 'adviser' ? person.member : sql<string | null>`null::uuid`,
    arrivesAt: wallTime(person.arrivesAt), leavesAt: wallTime(person.leavesAt),
    profession: maybe(ProfessionReader, (profession) => sql`${profession.code} = ${person.profession}`),
  }),
});

edge(LegPersonReader, 'languages', {
  description: 'In which languages they work, the best first.',
  list: ExpertLanguageReader, on: (skill, person) => sql`${skill.expert} = ${person.expert}`, order: (skill) => [sql`array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], ${skill.level}) desc`, skill.language],
});

edge(MissionLegReader, 'people', {
  description: 'Who comes, the first to arrive first.',
  list: LegPersonReader, on: (person, leg) => sql`${person.leg} = ${leg.uuid}`, order: (person) => [person.arrivesAt, person.name, person.member],
});
