/** What the rights are tried on: one thing in Serbia of each kind that somebody may do something with, made by those who may. */
import { saveCall } from '../../src/availability/world.fixture.ts';
import { consultationOf, passDeadline } from '../../src/consultations/world.fixture.ts';
import { clearanceOf } from '../../src/clearances/clearances.fixture.ts';
import { proposalOf } from '../../src/experts/proposals.fixture.ts';
import { saveContact } from '../../src/missions/prepare-leg.fixture.ts';
import { saveCost, saveRate, saveTravel } from '../../src/costs/costs.fixture.ts';
import { saveMeeting } from '../../src/meetings/meetings.fixture.ts';
import { offered } from '../../src/slots/slots.fixture.ts';
import { expertsOf, saveMember, stay } from '../../src/missions/team.fixture.ts';
import { missionWith } from '../../src/missions/world.fixture.ts';
import { appraise, missionOver, missionReported, publish, reportedMission, saveFinding, saveReport } from '../../src/reports/world.fixture.ts';
import { saveLink } from '../../src/travel/travel.fixture.ts';
import { accept, act as actOnMember, invite, ngoOf, secretTo } from '../../src/members/world.fixture.ts';
import { photoOf, portraitOn } from '../../src/photos/photos.fixture.ts';
import { recordOf } from '../../src/practices/practices.fixture.ts';
import { owner } from '../../src/registrations/world.fixture.ts';
import { keptOf } from '../../src/upkeep/upkeep.fixture.ts';
import { ask, type TestServer } from '../http/harness.ts';
import { type Headers, PEOPLE } from './roles.ts';
import { type Needs, needs, type Sql } from './world-needs.ts';
import { type Sessions, sessions } from './world-sessions.ts';

/** All are ids of the API, but for what is said to be a key. */
export interface World extends Needs, Sessions {
  /** A mission that is planned, with two legs in Serbia and an objective, by its key; one that is an idea, and one of which the posts see the leg. */
  readonly mission: string;
  /** By which nobody is asked. */
  readonly availabilityCall: string;
  readonly missionVersion: number;
  /** The key of somebody of its team. */
  readonly missionMember: string;
  /** The keys of a line of its costs, of a journey of it, and of a rate. */
  readonly missionCost: string;
  readonly missionTravel: string;
  readonly allowanceRate: string;
  /** A search for a plan that waits. */
  readonly planSearch: string;
  /** A link from city to city, by its code. */
  readonly travelLink: string;
  readonly leg: string;
  readonly objective: string;
  readonly missionIdea: string;
  readonly shownMission: string;
  readonly shownVersion: number;
  readonly shownLeg: string;
  /** A contact of that leg, by its key. */
  readonly contact: string;
  /** A meeting of that leg, and somebody of its team who stays there, by their keys. */
  readonly meeting: string;
  readonly stayer: string;
  /** A meeting of that leg whose host was offered slots, by its key. */
  readonly hostedMeeting: string;
  /** The same about which its post is consulted, and one whose post was silent, which counts as agreement. */
  readonly consultation: string;
  readonly silentMission: string;
  readonly silentVersion: number;
  /** Missions that are over: one with its report, which is to be reported on, with the key of an objective; one that was, with that of an objective and of a finding, of which something is published, and an expert who was appraised. */
  readonly overMission: string;
  readonly overVersion: number;
  readonly overObjective: string;
  readonly reportedMission: string;
  readonly reportedVersion: number;
  readonly reportedObjective: string;
  readonly finding: string;
  /** Photos of the same: one that nobody sees, and one that is public. */
  readonly missionPhoto: string;
  readonly publicPhoto: string;
  readonly appraisedExpert: string;
  /** Participants: two of the organisation, one in another country, and two of the organisation who have an account each. */
  readonly person: string;
  readonly namesake: string;
  readonly foreigner: string;
  readonly accounts: readonly string[];
  /** The organisation that both roles of organisations act for, one that is not published, and one that works in several countries. */
  readonly ngo: string;
  readonly unpublished: string;
  readonly international: string;
  /** Members of the organisation whom no demonstration lists. */
  readonly member: string;
  readonly suspendedMember: string;
  readonly invitation: string;
  readonly accessRequest: string;
  readonly freeSheet: string;
  readonly boundSheet: string;
  /** Of the bound one, with a document. */
  readonly clearance: string;
  /** A photo on the sheet that is nobody’s, and one that is proposed for the one that is somebody’s. */
  readonly portrait: string;
  readonly proposedPhoto: string;
  /** What its expert proposes for it, by its key. */
  readonly proposal: string;
  /** Of its expert, by their keys. */
  readonly practice: string;
  readonly publication: string;
  /** Of somebody who teaches in no session. */
  readonly idleSheet: string;
  readonly expertMember: string;
  /** Adds what is used up when somebody may do it: its id. */
  readonly dataRequest: () => Promise<string>;
  readonly job: () => Promise<string>;
}

/** Makes it all. */
export async function makeWorld(server: TestServer, headers: Headers): Promise<World> {
  const sql: Sql = (text, values = []) => owner(server, text, values);
  const ngo = await ngoOf(server, 'RS');
  await keptOf(server, headers.scac);
  return {
    ...(await sessions(server, headers, ngo)), ...(await doubles(sql)), ...(await members(server, headers, ngo, sql)), ...(await others(server, sql)), ...(await missions(server, headers, sql)), ...(await reports(server, headers)), ...(await needs(server, headers, sql)), availabilityCall: (await saveCall(server, headers.adviser)).call!.id, ngo: `Organisation_${ngo}`,
    dataRequest: async () => {
      const [row] = await sql<{ id: string }>(
        `insert into data_request (uuid, person_id, kind, text, due_on) select gen_random_uuid(), id, 'OBJECT', 'The list', current_date + 30 from person where email = 'ssi.al@passerelle.example' returning uuid as id`);
      return `DataRequest_${row!.id}`;
    },
    job: async () => `QueuedJob_${(await sql<{ id: string }>(`select id::text as id from graphile_worker.add_job('mail.forget', run_at => now() + interval '1 day')`))[0]!.id}`,
  };
}

/** The key of a search for a plan. */
const PLAN_SEARCH = '00000000-0000-4000-8000-0000000000c3';

async function missions(server: TestServer, { adviser }: Headers, sql: Sql): Promise<Pick<World, 'mission' | 'missionVersion' | 'missionMember' | 'missionCost' | 'missionTravel' | 'allowanceRate' | 'planSearch' | 'travelLink' | 'leg' | 'objective' | 'missionIdea' | 'shownMission' | 'shownVersion' | 'shownLeg' | 'contact' | 'meeting' | 'stayer' | 'hostedMeeting' | 'consultation' | 'silentMission' | 'silentVersion'>> {
  const objectives = [{ key: '00000000-0000-4000-8000-0000000000ad', text: 'An objective', recommendations: [] }];
  const planned = await missionWith(server, adviser, [{}, { purpose: 'Another leg' }], ['planMission'], { objectives });
  const [one] = await expertsOf(server, ['JUDGE']);
  const added = await saveMember(server, adviser, planned.id, { expert: one, kind: 'MAGISTRATE' });
  const money = { missionCost: (await saveCost(server, adviser, planned.id)).key, missionTravel: (await saveTravel(server, adviser, planned.id)).key, allowanceRate: (await saveRate(server, adviser)).key, travelLink: (await saveLink(server, adviser)).code };
  // Its job is for a day that does not come: it waits, and has not lost it.
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, is_demonstration) values (?, ?, 'x', '{ "meetings": [] }', '{}', true)`, [PLAN_SEARCH, planned.id.slice('Mission_'.length)]);
  await sql(`select from graphile_worker.add_job('plans.search', json_build_object('id', ?::text), run_at => '2100-01-01', job_key => ?)`, [PLAN_SEARCH, `plans.search:${PLAN_SEARCH}`]);
  const [idea, shown] = [await missionWith(server, adviser, [{}], []), await missionWith(server, adviser, [{}])];
  const contact = '00000000-0000-4000-8000-0000000000ae';
  await saveContact(server, adviser, shown.legs[0]!.id, { key: contact, name: 'Somebody of the post' });
  const leg = shown.legs[0]!.id;
  const [meeting, stayer] = ['00000000-0000-4000-8000-0000000000af', '00000000-0000-4000-8000-0000000000b0'];
  await saveMeeting(server, adviser, leg, { key: meeting });
  const [officer] = await expertsOf(server, ['POLICE_OFFICER']);
  const staying = await saveMember(server, adviser, shown.id, { key: stayer, expert: officer, kind: 'POLICE', stays: [stay(leg.slice('MissionLeg_'.length), '2098-11-09T09:00', '2098-11-10T18:00')] });
  const { key: hostedMeeting } = await offered(server, adviser, { leg });
  const silent = await missionWith(server, adviser, [{}], undefined, { team: [] });
  const [consultation, unanswered] = [await consultationOf(server, adviser, shown.legs[0]!.id), await consultationOf(server, adviser, silent.legs[0]!.id)].map((one) => one!.id) as [string, string];
  await passDeadline(server, unanswered);
  return { mission: planned.id, missionVersion: added.mission!.version, missionMember: added.key, planSearch: `PlanSearch_${PLAN_SEARCH}`, ...money, leg: planned.legs[0]!.id, objective: planned.objectives[0]!.key, missionIdea: idea.id, shownMission: shown.id, shownVersion: staying.mission!.version + 1, shownLeg: leg, contact, meeting, stayer, hostedMeeting, consultation, silentMission: silent.id, silentVersion: silent.version };
}

async function reports(server: TestServer, { adviser }: Headers): Promise<Pick<World, 'overMission' | 'overVersion' | 'overObjective' | 'reportedMission' | 'reportedVersion' | 'reportedObjective' | 'finding' | 'missionPhoto' | 'publicPhoto' | 'appraisedExpert'>> {
  const reported = await missionReported(server, adviser);
  const finding = '00000000-0000-4000-8000-0000000000af';
  await saveFinding(server, adviser, reported.id, { key: finding });
  await publish(server, adviser, reported.id);
  const [missionPhoto, publicPhoto] = [await photoOf(server, reported.id.slice('Mission_'.length)), await photoOf(server, reported.id.slice('Mission_'.length))];
  await ask(server, `mutation { publishMissionPhoto(mission: "${reported.id}", key: "${publicPhoto}", version: 1, isConfirmed: true) { outcome } }`, {}, adviser);
  await appraise(server, adviser, { mission: reported.id, expert: reported.expert });
  const over = await missionOver(server, adviser);
  await saveReport(server, adviser, over);
  const [reportedVersion, overVersion] = (await Promise.all([reported, over].map(({ id }) => reportedMission(server, adviser, id)))).map((one) => one!.version) as [number, number];
  return { overMission: over.id, overVersion, overObjective: over.objectives[0]!.key, reportedMission: reported.id, reportedVersion, reportedObjective: reported.objectives[0]!.key, finding, missionPhoto, publicPhoto, appraisedExpert: reported.expert };
}

/** Whom the same may be registered as; one of them in Albania, two with an account each. */
async function doubles(sql: Sql): Promise<Pick<World, 'person' | 'namesake' | 'foreigner' | 'accounts'>> {
  const idOfOne = async (condition: string): Promise<string> => `Participant_${(await sql<{ id: string }>(`select uuid as id from participant where ${condition} limit 1`))[0]!.id}`;
  const accounts = await sql<{ id: string }>(`
    insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) select gen_random_uuid(), p.organisation_slug, p.country_code, p.sector, a.name, a.email, p.locale
      from participant p, person a where p.email = 'first@ngo.example' and a.email in (?, ?) returning 'Participant_' || uuid as id`, [PEOPLE.expert, PEOPLE.translator]);
  return { accounts: accounts.map(({ id }) => id), person: await idOfOne(`email = 'first@ngo.example'`), namesake: await idOfOne(`email = 'second@ngo.example'`), foreigner: await idOfOne(`country_code = 'AL'`) };
}

async function members(server: TestServer, { ngoCoordinator }: Headers, organisation: string, sql: Sql): Promise<Pick<World, 'member' | 'suspendedMember' | 'invitation' | 'accessRequest'>> {
  const join = async (email: string): Promise<string> => {
    await invite(server, ngoCoordinator, { email, role: 'NGO_MEMBER', organisation });
    await accept(server, await secretTo(server, email));
    return `NetworkMember_${(await sql<{ id: string }>('select m.uuid as id from member m join person p on p.id = m.person_id where p.email = ?', [email]))[0]!.id}`;
  };
  const [member, suspendedMember] = [await join('joined@ngo.example'), await join('suspended@ngo.example')];
  await actOnMember(server, ngoCoordinator, 'suspendMember', suspendedMember);
  await invite(server, ngoCoordinator, { email: 'invited@ngo.example', role: 'NGO_MEMBER', organisation });
  const [invitation] = await sql<{ id: string }>(`select uuid as id from invitation where email = 'invited@ngo.example'`);
  const [asked] = await sql<{ id: string }>(
    `insert into access_request (uuid, country_code, organisation_name, name, email, role, message, locale, secret_hash, confirmed_at)
     values (gen_random_uuid(), 'RS', 'Nova pomoć', 'N', 'asks@ngo.example', 'NGO_MEMBER', '', 'sr-Latn', 'hash', now()) returning uuid as id`);
  return { member, suspendedMember, invitation: `Invitation_${invitation!.id}`, accessRequest: `AccessRequest_${asked!.id}` };
}

async function others(server: TestServer, sql: Sql): Promise<Pick<World, 'unpublished' | 'international' | 'freeSheet' | 'boundSheet' | 'clearance' | 'portrait' | 'proposedPhoto' | 'proposal' | 'practice' | 'publication' | 'idleSheet' | 'expertMember'>> {
  const [hidden] = await sql<{ slug: string }>(`select min(slug) as slug from organisation where kind = 'NGO' and country_code = 'RS'`);
  await sql('update organisation set is_published = false where slug = ?', [hidden!.slug]);
  const [international] = await sql<{ slug: string }>('select organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [PEOPLE.international]);
  await sql('update expert set person_id = null');
  const [free, bound] = await sql<{ uuid: string }>('select uuid from expert order by uuid limit 2');
  await sql('update expert set person_id = (select id from person where email = ?) where uuid = ?', [PEOPLE.translator, bound!.uuid]);
  const clearance = await clearanceOf(server, bound!.uuid);
  await sql('delete from expert_photo');
  const [portrait, proposedPhoto] = [await portraitOn(server, free!.uuid), await portraitOn(server, bound!.uuid, { isConfirmed: false })];
  const proposal = await proposalOf(server, bound!.uuid);
  const record = await recordOf(server, bound!.uuid);
  const [idle] = await sql<{ uuid: string }>('select uuid from expert e where person_id is null and not exists (select from session_trainer t where t.expert_uuid = e.uuid) and uuid <> ? order by uuid limit 1', [free!.uuid]);
  const [expert] = await sql<{ uuid: string }>(`select uuid from member where role = 'EXPERT'`);
  return {
    unpublished: `Organisation_${hidden!.slug}`, international: `Organisation_${international!.slug}`,
    freeSheet: `Expert_${free!.uuid}`, boundSheet: `Expert_${bound!.uuid}`, clearance: `Clearance_${clearance}`, portrait, proposedPhoto, proposal, ...record, idleSheet: `Expert_${idle!.uuid}`, expertMember: `NetworkMember_${expert!.uuid}`,
  };
}
