/** What is done with registrations, each made ready and then done on what a test makes fail. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TestDatabase } from '../../test/database.ts';
import { type Actors, ORIGIN } from './actors.fixture.ts';
import { mergeParticipants, separateParticipants } from './doubles.service.ts';
import { lapseOffers } from './places.service.ts';
import { changePlaces } from './quotas.service.ts';
import { answerOffer, refuseRegistration, validateRegistration, withdrawRegistration } from './registrations.service.ts';
import { addSession, idOf, owner } from './world.fixture.ts';

export interface Place {
  readonly session: string;
  readonly held: string;
  readonly waiting: string;
}

/** Something that is done: the mutation that does it, null for what the site does by itself. */
export interface RegistrationAct {
  readonly of: string | null;
  readonly prepare: () => Promise<Place>;
  readonly act: (place: Place, hook: (em: EntityManager) => EntityManager) => Promise<unknown>;
}

interface RegistrationWorld {
  readonly database: TestDatabase;
  readonly actors: Actors;
}

let n = 0;

/** A session with one place, which somebody has, and somebody who waits. */
export async function fullSession(world: RegistrationWorld, needsValidation = false): Promise<Place> {
  const session = await addSession(world, { places: 1, needsValidation, inDays: 30 + (n += 1) });
  const [held, waiting] = [`held${n}@ngo.example`, `waiting${n}@ngo.example`];
  await world.actors.register(session, 'RS', held);
  await world.actors.register(session, 'AL', waiting);
  return { session, held: await idOf(world, session, held), waiting: await idOf(world, session, waiting) };
}

async function offered(world: RegistrationWorld): Promise<Place> {
  const place = await fullSession(world);
  await world.actors.as('coordinator', 'RS', (em, doing) => withdrawRegistration(em, doing, place.held));
  return place;
}

/** Two participants (`held`, `waiting`) who have the two places of a session for which a third one waits. */
async function doubles(world: RegistrationWorld): Promise<Place> {
  const session = await addSession(world, { places: 2, inDays: 30 + (n += 1) });
  const emails = [`held${n}@ngo.example`, `double${n}@ngo.example`, `waiting${n}@ngo.example`] as const;
  for (const email of emails) await world.actors.register(session, 'RS', email);
  const rows = await owner<{ id: string; email: string }>(world, 'select uuid as id, email from participant where email in (?, ?)', [emails[0], emails[1]]);
  const whoIs = (email: string): string => rows.find((row) => row.email === email)!.id;
  return { session, held: whoIs(emails[0]), waiting: whoIs(emails[1]) };
}

/** By what is done, in words. */
export function registrationActs(world: RegistrationWorld): Readonly<Record<string, RegistrationAct>> {
  return {
    'registering somebody who gets a place': { of: 'registerParticipants', prepare: async () => ({ session: await addSession(world, { places: 1, inDays: 30 + (n += 1) }), held: '', waiting: '' }), act: ({ session }, hook) => world.actors.register(session, 'RS', `new${n}@ngo.example`, hook) },
    'registering somebody who waits': { of: 'registerParticipants', prepare: () => fullSession(world), act: ({ session }, hook) => world.actors.register(session, 'RS', `new${n}@ngo.example`, hook) },
    'validating': { of: 'validateRegistration', prepare: () => fullSession(world, true), act: ({ held }, hook) => world.actors.as('officer', 'RS', (em, doing) => validateRegistration(hook(em), doing, held)) },
    'refusing': { of: 'refuseRegistration', prepare: () => fullSession(world, true), act: ({ held }, hook) => world.actors.as('officer', 'RS', (em, doing) => refuseRegistration(hook(em), doing, held, 'The session is for others.')) },
    'withdrawing, which offers the place': { of: 'withdrawRegistration', prepare: () => fullSession(world), act: ({ held }, hook) => world.actors.as('coordinator', 'RS', (em, doing) => withdrawRegistration(hook(em), doing, held)) },
    'accepting an offer': { of: 'acceptOffer', prepare: () => offered(world), act: ({ waiting }, hook) => world.actors.as('coordinator', 'AL', (em, doing) => answerOffer(hook(em), doing, waiting, 'ACCEPT')) },
    'declining an offer': { of: 'declineOffer', prepare: () => offered(world), act: ({ waiting }, hook) => world.actors.as('coordinator', 'AL', (em, doing) => answerOffer(hook(em), doing, waiting, 'DECLINE')) },
    'changing places and quotas': { of: 'changePlaces', prepare: () => fullSession(world), act: ({ session }, hook) => world.actors.as('adviser', 'RS', (em, doing) => changePlaces(hook(em), doing, { session, version: 1, places: 2, quotas: [{ kind: 'COUNTRY', key: '', places: 1 }] })) },
    'making two participants one, which offers a place': { of: 'mergeParticipants', prepare: () => doubles(world), act: ({ held, waiting }, hook) => world.actors.as('adviser', 'RS', (em, doing) => mergeParticipants(hook(em), doing, { kept: held, gone: waiting, key: randomUUID(), takes: ['NAME', 'EMAIL'] })) },
    'saying that two participants are not one': { of: 'separateParticipants', prepare: () => doubles(world), act: ({ held, waiting }, hook) => world.actors.as('adviser', 'RS', (em, doing) => separateParticipants(hook(em), doing, held, waiting)) },
    'letting an offer lapse': {
      of: null, prepare: async () => {
        const place = await offered(world);
        await owner(world, `update registration set offered_until = now() - interval '1 second' where uuid = ?`, [place.waiting]);
        return place;
      }, act: ({ session }, hook) => lapseOffers(hook(world.actors.orm.em.fork()), ORIGIN, session),
    },
  };
}
