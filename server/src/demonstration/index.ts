/** The demonstration: invented people, experts and sessions beside the real reference data, marked as such, removable. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { fillAccounts } from './accounts.ts';
import { fillAttendance } from './attendance.ts';
import { fillAvailability } from './availability.ts';
import { fillCommonNeeds } from './common-needs.ts';
import { fillConsultations } from './consultations.ts';
import { fillClearances, fillMissionClearances } from './clearances.ts';
import { fillCosts } from './costs.ts';
import { fillDocuments } from './documents.ts';
import { fillEachWay } from './each-way.ts';
import { fillEntry } from './entry.ts';
import { fillEvaluations } from './evaluations.ts';
import { inventExperts } from './experts.ts';
import { fillInvitations } from './invitations.ts';
import { insert } from './insert.ts';
import { fillMany, type Many } from './many.ts';
import { fillMeetings } from './meetings.ts';
import { fillMissions } from './missions.ts';
import { fillMonitoring } from './monitoring.ts';
import { fillCoordination } from './coordination.ts';
import { fillProvisions } from './provisions.ts';
import { fillUpkeep } from './upkeep.ts';
import { fillCooperationRequests } from './cooperation-requests.ts';
import { fillNeedLinks } from './need-links.ts';
import { fillNeeds } from './needs.ts';
import { fillOwnMissions } from './own-missions.ts';
import { fillPhotos } from './photos.ts';
import { fillPractices } from './practices.ts';
import { fillProjects } from './projects.ts';
import { fillProposals } from './proposals.ts';
import { fillPapers } from './papers.ts';
import { fillReports } from './reports.ts';
import { chance } from './random.ts';
import './demonstration.personal.ts';
import { withParts } from './parts.ts';
import { fillQuestions } from './questions.ts';
import { fillRecommendationProgress } from './recommendation-progress.ts';
import { fillRegistrations } from './registrations.ts';
import { inventSessions } from './sessions.ts';
import { fillTravel } from './travel.ts';

export { Demonstration } from './demonstration.entity.ts';
export { askForPlan } from './plans.ts';
export { refuseMixed, removeDemonstration } from './remove.ts';

export interface DemonstrationSize {
  readonly experts: number;
  readonly sessions: number;
  /** Whether every text is in every language, as the large set has it. */
  readonly everywhere: boolean;
  /** How many organisations, people and registrations there are, as the large set has them; without it those alone that are told of one by one. */
  readonly many?: Many;
}

export const SMALL: DemonstrationSize = { experts: 132, sessions: 96, everywhere: false };
/** The set that the measurements use. */
export const LARGE: DemonstrationSize = { experts: 5_000, sessions: 20_000, everywhere: true, many: { organisations: 3_000, participants: 60_000, registrations: 200_000 } };

/** FILLED: written now. THERE: it was there already. REFUSED: there are people or their work here, and invented ones are not put among them. */
export type Filling = 'FILLED' | 'THERE' | 'REFUSED';

/**
 * Fills the demonstration unless there is one, or the database is in real use. The same seed and day give the same data. `em`
 * is the owner's.
 */
export async function fillDemonstration(em: EntityManager, size: DemonstrationSize = SMALL, today = new Date()): Promise<Filling> {
  return em.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(7266003)');
    if (!(await begins(transaction))) return 'REFUSED';
    await fillAccountsOnce(transaction, today);
    await fillEntryOnce(transaction, today);
    if (await hasInventedData(transaction)) {
      await bindExpertOnce(transaction);
      return 'THERE';
    }
    await fillCatalogue(transaction, size, today);
    await bindExpertOnce(transaction);
    // The large set is measured as it was.
    if (!size.everywhere) {
      await fillOwnMissions(transaction);
      await fillMissionClearances(transaction, chance(20_111_137), today);
      await fillProposals(transaction);
      await fillNeeds(transaction);
      await fillNeedLinks(transaction);
      await fillCommonNeeds(transaction);
      await fillCooperationRequests(transaction);
      await fillRecommendationProgress(transaction);
      await fillMonitoring(transaction);
      await fillProvisions(transaction);
      await fillCoordination(transaction);
      await fillUpkeep(transaction);
      await fillProjects(transaction);
      await fillPractices(transaction);
      await fillPhotos(transaction);
    }
    return 'FILLED';
  });
}

/** Makes the database a demonstration, unless people have come to it or made something in it. Whether it is one. */
async function begins(em: EntityManager): Promise<boolean> {
  if (await isDemonstration(em)) return true;
  const [found] = await em.execute<[{ real: boolean }]>(`
    select reachable_addresses() > 0 or exists (select from person) or exists (select from participant) or exists (select from invitation)
      or exists (select from access_request) or exists (select from expert) or exists (select from training_session) as real`);
  if (found.real) return false;
  await em.execute('insert into demonstration default values');
  return true;
}

async function fillCatalogue(em: EntityManager, size: DemonstrationSize, today: Date): Promise<void> {
  const luck = chance(20_111_108);
  const { experts, tables } = inventExperts(luck, size.experts, today, size.everywhere);
  for (const [table, rows] of Object.entries(tables)) await insert(em, table, rows);
  const invented = inventSessions(luck, experts, { count: size.sessions, today, everywhere: size.everywhere });
  // The large set is measured as it was.
  const sessions = size.everywhere ? invented : withParts(chance(20_111_130), invented, today);
  for (const [table, rows] of Object.entries(sessions)) await insert(em, table, rows);
  await em.execute(PREPARED);
  await em.execute(TOWARDS);
  await fillRegistrations(em, chance(20_111_127), today);
  await fillQuestions(em, chance(20_111_128), today);
  await fillAttendance(em, chance(20_111_129), today);
  await fillEvaluations(em, chance(20_111_130), today);
  await fillDocuments(em, chance(20_111_131), today);
  // The large set is measured as it was.
  if (!size.everywhere) {
    await fillEachWay(em, chance(20_111_132), today);
    await fillInvitations(em, chance(20_111_134), today);
    await fillClearances(em, chance(20_111_135), today);
    await fillMissions(em);
    await fillCosts(em);
    await fillTravel(em);
    await fillMeetings(em);
    await fillPapers(em);
    await fillConsultations(em);
    await fillReports(em);
    await fillAvailability(em, chance(20_111_136), today);
  }
  if (size.many) await fillMany(em, chance(20_111_133), size.many, today);
  await em.execute(`
    update expert e set last_mission_on = held.last from (
      select t.expert_uuid, max(s.ends_at)::date as last from session_trainer t join training_session s on s.uuid = t.session_uuid
      where s.ends_at < now() group by 1) held where held.expert_uuid = e.uuid`);
}

/** Sessions of a country are prepared by its embassy, others by the adviser. */
const PREPARED = `
  update training_session s set prepared_by_id = p.id from person p
  where s.is_demonstration and p.is_demonstration and p.email = coalesce('scac.' || lower(s.country_code), 'adviser') || '@passerelle.example'`;

/** Sessions work towards what is recommended to their country on their theme: the latest three. */
const TOWARDS = `
  insert into session_recommendation (session_uuid, recommendation_slug)
  select s.uuid, r.slug from training_session s cross join lateral (
    select r.slug from recommendation r join recommendation_theme t on t.recommendation_slug = r.slug and t.theme_code = s.theme_code
    where r.country_code = s.country_code order by r.year desc nulls last, r.slug limit 3) r where s.is_demonstration`;

/** That invented people come and go is no act of anybody's: what this transaction has written of it goes. */
const NO_ACTS = 'delete from audit_entry where at = now()';

/** A demonstration that was filled before there were accounts gets them too. */
async function fillAccountsOnce(em: EntityManager, today: Date): Promise<void> {
  const people = await em.execute<unknown[]>('select from person limit 1');
  if (people.length > 0) return;
  await fillAccounts(em, chance(20_111_125), today);
  await em.execute(NO_ACTS);
}

/** Invitations and requests, where there are people and none of them. */
async function fillEntryOnce(em: EntityManager, today: Date): Promise<void> {
  const [found] = await em.execute<[{ filled: boolean }]>(
    'select exists (select from invitation where is_demonstration) or exists (select from access_request where is_demonstration) as filled');
  if (found.filled) return;
  await fillEntry(em, chance(20_111_126), today);
  await em.execute(NO_ACTS);
}

/** The invented account of an expert has an invented sheet, whose name its person shows to the network. */
async function bindExpertOnce(em: EntityManager): Promise<void> {
  await em.execute(`
    update expert set person_id = (select m.person_id from member m join person p on p.id = m.person_id where m.role = 'EXPERT' and p.is_demonstration limit 1), chosen_at = now()
    where uuid = (select uuid from expert where is_demonstration and name_visibility = 'NETWORK' order by uuid limit 1) and not exists (select from expert where is_demonstration and person_id is not null)`);
  await em.execute(NO_ACTS);
}

/** Whether the database is a demonstration: everybody in it is invented, and whatever is done in it is for trying. */
export async function isDemonstration(em: Pick<EntityManager, 'execute'>): Promise<boolean> {
  const [row] = await em.execute<[{ found: boolean }]>('select exists (select from demonstration) as found');
  return row.found;
}

async function hasInventedData(em: EntityManager): Promise<boolean> {
  const [row] = await em.execute<[{ found: boolean }]>(
    'select exists (select from expert where is_demonstration) or exists (select from training_session where is_demonstration) as found',
  );
  return row.found;
}
