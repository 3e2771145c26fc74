/** What is done with a session before it is held: it is made, changed, said in other languages, announced, closed, called off, put away; and its programme. */
import { randomUUID } from 'node:crypto';
import { PART, save as savePart } from '../../src/programme/world.fixture.ts';
import { moveSessionPart, removeSessionPart, saveSessionPart, translateSessionPart } from '../../src/programme/programme.service.ts';
import { owner } from '../../src/registrations/world.fixture.ts';
import { createSession, type SentSession, updateSession } from '../../src/trainings/prepare.service.ts';
import { cancelSession, discardSession, type SessionAct, stepSession, translateSession } from '../../src/trainings/stages.service.ts';
import { create, keyOf, SESSION } from '../../src/trainings/world.fixture.ts';
import { adviser, type FaultAct, type FaultActs, type FaultWorld, next, soon } from './world.ts';

/** A session to be sent, on days of its own. */
function sent(changes: Readonly<Record<string, unknown>> = {}): SentSession {
  const day = new Date(Date.UTC(2097, 0, next() * 3)).toISOString().slice(0, 10);
  return { input: { ...SESSION, starts: `${day}T09:00`, ends: `${day}T17:00`, registrationUntil: `${day}T08:00`, ...changes } as never, trainers: [], recommendations: undefined, needs: undefined, needsRead: undefined };
}

/** A session that is made by the API, as it was sent, and its key. */
async function made(world: FaultWorld, stage = 'DRAFT'): Promise<{ key: string; of: SentSession }> {
  const of = sent();
  const { session, outcome, faults } = await create(world.server, world.headers.adviser, of.input as never);
  if (!session) throw new Error(`${outcome} ${JSON.stringify(faults)}`);
  const key = keyOf(session.id);
  await owner(world.server, 'update training_session set stage = ? where uuid = ?', [stage, key]);
  return { key, of };
}

const stepped = (of: string, act: SessionAct, stage: 'DRAFT' | 'OPEN' | 'CLOSED'): FaultAct => ({
  of, prepare: async (world) => { const { key } = await made(world, stage); return adviser(world, (em, doing) => stepSession(em, doing, key, act)); },
});

const STAGE_ACTS: FaultActs = {
  'making a session': { of: 'createSession', prepare: async (world) => { const [key, of] = [randomUUID(), sent()]; return adviser(world, (em, doing) => createSession(em, doing, key, of)); } },
  'changing a session, which tells who is registered': {
    of: 'updateSession', prepare: async (world) => {
      const { key, of } = await made(world, 'OPEN');
      await world.actors.register(key, 'RS', `moved${next()}@ngo.example`);
      return adviser(world, (em, doing) => updateSession(em, doing, key, { version: 1, sent: { ...of, input: { ...of.input, title: 'Reconnaître les victimes', town: 'Битола', starts: String(of.input.starts).replace('T09', 'T10') } as never } }));
    },
  },
  'saying a session in another language': {
    of: 'translateSession', prepare: async (world) => {
      const { key } = await made(world);
      return adviser(world, (em, doing) => translateSession(em, doing, key, { version: 1, texts: { locale: 'sq', title: 'Dallimi i viktimave', summary: '', programme: [], cancelledReason: '' } as never }));
    },
  },
  'announcing a session': stepped('openSession', 'open', 'DRAFT'),
  'closing a session': stepped('closeSession', 'close', 'OPEN'),
  'opening a session again': stepped('reopenSession', 'reopen', 'CLOSED'),
  'putting a session away': {
    of: 'archiveSession', prepare: async (world) => {
      const key = await soon(world);
      await owner(world.server, `update training_session set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days' where uuid = ?`, [key]);
      return adviser(world, (em, doing) => stepSession(em, doing, key, 'archive'));
    },
  },
  'calling a session off, which tells who is registered': {
    of: 'cancelSession', prepare: async (world) => {
      const key = await soon(world);
      await world.actors.register(key, 'RS', `off${next()}@ngo.example`);
      return adviser(world, (em, doing) => cancelSession(em, doing, key, [{ locale: 'fr', text: 'La salle est fermée.' }, { locale: 'en', text: 'The room is closed.' }]));
    },
  },
  'throwing a draft away': { of: 'discardSession', prepare: async (world) => { const { key } = await made(world); return adviser(world, (em, doing) => discardSession(em, doing, key)); } },
};

/** A draft with two parts of one day: their keys. */
async function programme(world: FaultWorld): Promise<{ session: string; first: string; second: string }> {
  const { key } = await made(world);
  const part = async (starts: string, ends: string): Promise<string> => (await savePart(world.server, world.headers.adviser, `TrainingSession_${key}`, { starts, ends })).key;
  return { session: key, first: await part('09:00', '10:30'), second: await part('11:00', '12:00') };
}

const PART_ACTS: FaultActs = {
  'adding a part': { of: 'saveSessionPart', prepare: async (world) => { const { key: session } = await made(world); return adviser(world, (em, doing) => saveSessionPart(em, { ...doing, session, key: randomUUID() }, { version: 0, input: PART as never })); } },
  'changing a part': { of: 'saveSessionPart', prepare: async (world) => { const { session, first: key } = await programme(world); return adviser(world, (em, doing) => saveSessionPart(em, { ...doing, session, key }, { version: 1, input: { ...PART, title: 'Accueil' } as never })); } },
  'saying a part in another language': { of: 'translateSessionPart', prepare: async (world) => { const { session, first: key } = await programme(world); return adviser(world, (em, doing) => translateSessionPart(em, { ...doing, session, key }, { version: 1, texts: { locale: 'sq', title: 'Hapja' } })); } },
  'moving a part': { of: 'moveSessionPart', prepare: async (world) => { const { session, second: key } = await programme(world); return adviser(world, (em, doing) => moveSessionPart(em, { ...doing, session, key }, 1)); } },
  'removing a part': { of: 'removeSessionPart', prepare: async (world) => { const { session, first: key } = await programme(world); return adviser(world, (em, doing) => removeSessionPart(em, { ...doing, session, key })); } },
};

export const PREPARING_ACTS: FaultActs = { ...STAGE_ACTS, ...PART_ACTS };
