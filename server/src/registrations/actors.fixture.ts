/** Who does what with registrations, past the API: the services as the people of the demonstration, each act in a transaction. */
import { randomUUID } from 'node:crypto';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { TestDatabase } from '../../test/database.ts';
import { transactAs } from '../core/database/index.ts';
import { useMetadata } from '../core/reader/index.ts';
import { ormOptions } from '../orm.ts';
import { type Doing, registerParticipants, type RegisterResult } from './register.service.ts';

export const ORIGIN = 'https://passerelle.example';
export const COUNTRIES = ['RS', 'AL'] as const;
export type Code = (typeof COUNTRIES)[number];

/** Changes an entity manager before it is worked with: a test may make it fail. */
export type Hook = (em: EntityManager) => EntityManager;

export interface Actors {
  readonly orm: MikroORM;
  /** Does something as the coordinator or the officer of a country, or the adviser. */
  readonly as: <T>(who: 'coordinator' | 'officer' | 'adviser', country: Code, work: (em: EntityManager, doing: Doing) => Promise<T>) => Promise<T>;
  /** `profession`: a code; null for none. */
  readonly register: (session: string, country: Code, email: string, hook?: Hook, profession?: string | null) => Promise<RegisterResult>;
  readonly organisation: (country: Code) => string;
  close(): Promise<void>;
}

export async function openActors(database: TestDatabase): Promise<Actors> {
  const orm = await MikroORM.init(ormOptions(database.app));
  useMetadata(orm.getMetadata());
  const rows = await database.orm.em.fork().execute<{ email: string; id: string; organisation: string | null }[]>(
    `select p.email, p.id, m.organisation_slug as organisation from person p join member m on m.person_id = p.id where p.is_demonstration`);
  const named = (email: string) => rows.find((row) => row.email === `${email}@passerelle.example`)!;
  const coordinator = (country: Code) => named(`ngo-coordinator.${country.toLowerCase()}`);
  const as: Actors['as'] = (who, country, work) => {
    const { id } = { coordinator: coordinator(country), officer: named(`scac.${country.toLowerCase()}`), adviser: named('adviser') }[who];
    return transactAs(orm, id)((em) => work(em, { person: id, origin: ORIGIN }));
  };
  const organisation = (country: Code): string => coordinator(country).organisation!;
  return {
    orm, as, organisation,
    register: (session, country, email, hook = (em) => em, profession = null) => as('coordinator', country, (em, doing) => registerParticipants(hook(em), doing, {
      session, organisation: organisation(country), country: null, submission: randomUUID(), locale: 'fr', signIn: null, mayAdd: true, people: [{ name: 'Somebody', email, locale: 'fr', profession, mode: null, answers: [], showsName: false }],
    })),
    close: () => orm.close(),
  };
}
