/** What tests of faults in the middle of things share: who does something past the API, and all that it could change. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { transactAs } from '../../src/core/database/index.ts';
import type { Actors } from '../../src/registrations/actors.fixture.ts';
import type { Doing } from '../../src/registrations/register.service.ts';
import { addSession, owner } from '../../src/registrations/world.fixture.ts';
import type { TestServer } from '../http/harness.ts';
import type { Headers } from '../permissions/roles.ts';

export interface FaultWorld {
  readonly server: TestServer;
  readonly headers: Headers;
  readonly actors: Actors;
  /** The NGO of the coordinator in Serbia, by its slug. */
  readonly organisation: string;
}

type Hook = (em: EntityManager) => EntityManager;
/** Does it, on what a test makes fail. */
export type Act = (hook: Hook) => Promise<unknown>;

/** Something that is done. */
export interface FaultAct {
  /** The mutation that does it, or the address that files are sent to; null for what the site does by itself. */
  readonly of: string | null;
  /** Makes ready what it is done to. */
  readonly prepare: (world: FaultWorld) => Promise<Act>;
}
/** By what is done, in words. */
export type FaultActs = Readonly<Record<string, FaultAct>>;

let n = 0;
/** A number that none has had before. */
export const next = (): number => (n += 1);

const TABLES = [
  'training_session', 'training_session_translation', 'session_trainer', 'session_language', 'session_audience', 'session_venue', 'session_quota', 'quota_count', 'session_part', 'session_part_translation', 'session_part_trainer',
  'form_question', 'form_question_translation', 'form_choice', 'form_choice_translation', 'session_document', 'session_document_translation', 'session_document_file', 'file_check', 'registration', 'participant', 'presence', 'session_attendance',
  'certificate', 'session_evaluation', 'evaluation_invitation', 'evaluation_result', 'session_invitation', 'mail', 'audit_entry',
];

/** All that is done here could change, as one text; jobs that run meanwhile change none of it. */
export async function pictureOf(server: TestServer): Promise<string> {
  const parts = TABLES.map((table) => `(select md5(coalesce(string_agg((to_jsonb(t) - 'sent_at' - 'message_id')::text, '|' order by t::text), '')) from ${table} t)`);
  return (await owner<{ picture: string }>(server, `select concat_ws(' ', ${parts.join(', ')}) as picture`))[0]!.picture;
}

/** A session in Serbia that is to come, announced unless said otherwise: its key. */
export const soon = ({ server }: FaultWorld, { places = 5, ...more }: { readonly places?: number; readonly stage?: 'DRAFT' | 'OPEN' | 'CLOSED'; readonly needsNomination?: boolean } = {}): Promise<string> =>
  addSession(server, { places, country: 'RS', inDays: 30 + next(), ...more });

/** What the adviser does with what was made ready. */
export const adviser = ({ actors }: FaultWorld, work: (em: EntityManager, doing: Doing) => Promise<unknown>): Act => (hook) => actors.as('adviser', 'RS', (em, doing) => work(hook(em), doing));
/** What a visitor does with the secret of a link. */
export const visitor = ({ actors }: FaultWorld, work: (em: EntityManager) => Promise<unknown>): Act => (hook) => transactAs(actors.orm, null)((em) => work(hook(em)));
