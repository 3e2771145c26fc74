/** Telling people that their certificate of attendance is there. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sendLetters } from './letters.ts';
import { openPlaces } from './places.service.ts';

/** Whose certificate it is, and what the link to it holds. */
export interface Certified {
  readonly registration: string;
  readonly secret: string;
}

/** Queues a mail to each, with their own link: to nobody else. `origin` is where people reach the site. */
export async function tellCertified(em: EntityManager, origin: string, certified: readonly Certified[]): Promise<void> {
  if (certified.length === 0) return;
  await openPlaces(em);
  await sendLetters(em, origin, certified.map((one) => ({ ...one, change: 'CERTIFIED', toCoordinator: false })));
}
