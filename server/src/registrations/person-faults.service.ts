/** What is missing of those who are to be registered: a profession, where places are counted by it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';
import { registeredBefore } from './answers.service.ts';

/** What must be said of somebody beside who they are. */
export const PersonField = { PROFESSION: 'PROFESSION' } as const;
export type PersonField = keyof typeof PersonField;

/** What is wrong with it. */
export const PersonFaultKind = { MISSING: 'MISSING' } as const;
export type PersonFaultKind = keyof typeof PersonFaultKind;

export interface PersonFault {
  /** Of whom, by their place among those who are registered at once, from 0. */
  readonly person: number;
  readonly field: PersonField;
  readonly fault: PersonFaultKind;
}

interface Given {
  readonly session: string;
  readonly submission: string;
  readonly people: readonly { readonly email: string; readonly profession: string | null }[];
}

/** Whether the session takes registrations, and whether it counts places by profession. */
interface Asking {
  readonly isOpen: boolean;
  readonly asksProfession: boolean;
}

/** Whose profession is missing where places are counted by it: of those whom the same submission has registered already nothing is asked. */
export async function personFaults(em: EntityManager, { session, submission, people }: Given, { isOpen, asksProfession }: Asking): Promise<PersonFault[]> {
  const missing = people.flatMap(({ profession, email }, person) => (profession === null ? [{ person, email }] : []));
  if (!isOpen || !asksProfession || missing.length === 0) return [];
  const before = await registeredBefore(em, session, submission);
  return missing.filter(({ email }) => !before.has(email)).map(({ person }) => ({ person, field: 'PROFESSION', fault: 'MISSING' }));
}

/** The code with which the database refuses somebody without a profession, where places are counted by it. */
const PROFESSION_MISSING = 'PL003';

/** Throws SERVICE_UNAVAILABLE for what the database refuses as the session counts places by profession since it was read; all else as it is. */
export function refuseUncounted(error: unknown): never {
  if ((error as { code?: string }).code === PROFESSION_MISSING) throw new UserError('SERVICE_UNAVAILABLE', 'The session has just begun to count places by profession');
  throw error;
}
