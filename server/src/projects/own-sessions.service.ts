/** Saying to which project a training session belongs. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import type { ProjectOutcome } from './project-fault.ts';
import type { ProjectStatus } from './project-words.ts';
import { mayTakeSessions, proposesAs } from './project.policy.ts';

/** To which project, by their keys; null for none. */
export interface ChosenProject {
  readonly to: string | null;
  /** What was read. */
  readonly was: string | null;
}

interface Stored {
  readonly stage: string;
  /** True of all where there is a demonstration. */
  readonly isDemonstration: boolean;
  readonly project: string | null;
}

/**
 * Says that a session belongs to a project, or to none, where it belonged to `was` before: CONFLICT where somebody else has said otherwise meanwhile, DONE where it is so already. GONE for a session or a project that is not there
 * for who asks, TOO_LATE for a session that was called off or a project that is given up: such a session may leave its project, and such a project lets go of its sessions.
 */
export async function chooseSessionProject(em: EntityManager, { person, session }: { readonly person: string; readonly session: string }, { to, was }: ChosenProject): Promise<ProjectOutcome> {
  if (!proposesAs(await standingsOf(em, person))) return 'NOT_ALLOWED';
  const stored = await storedOf(em, session);
  if (!stored) return 'GONE';
  if (stored.project === to) return 'DONE';
  if (stored.project !== was) return 'CONFLICT';
  const obstacle = to === null ? undefined : await obstacleTo(em, stored, to);
  if (obstacle) return obstacle;
  return (await move(em, session, { to, was })) ? 'DONE' : (await storedOf(em, session))?.project === to ? 'DONE' : 'CONFLICT';
}

async function storedOf(em: EntityManager, session: string): Promise<Stored | undefined> {
  const [stored] = await em.execute<Stored[]>(
    `select s.stage, s.is_demonstration or exists (select from demonstration) as "isDemonstration", l.project_uuid::text as project from training_session s left join project_own_session l on l.session_uuid = s.uuid where s.uuid = ?`, [session]);
  return stored;
}

/** Why a session does not come to a project. It is held, so that nobody gives it up meanwhile. */
async function obstacleTo(em: EntityManager, { stage, isDemonstration }: Stored, to: string): Promise<ProjectOutcome | undefined> {
  const [project] = await em.execute<{ status: ProjectStatus; isDemonstration: boolean }[]>('select status, is_demonstration as "isDemonstration" from project where uuid = ? for share', [to]);
  if (project?.isDemonstration !== isDemonstration) return 'GONE';
  return stage !== 'CANCELLED' && mayTakeSessions(project.status) ? undefined : 'TOO_LATE';
}

/** Moves it, unless it is elsewhere by now. */
async function move(em: EntityManager, session: string, { to, was }: ChosenProject): Promise<boolean> {
  if (was !== null && (await em.execute<unknown[]>('delete from project_own_session where session_uuid = ? and project_uuid = ? returning 1', [session, was])).length === 0) return false;
  if (to === null) return true;
  const come = await em.execute<unknown[]>('insert into project_own_session (session_uuid, project_uuid) values (?, ?) on conflict (session_uuid) do nothing returning 1', [session, to]);
  return come.length > 0;
}
