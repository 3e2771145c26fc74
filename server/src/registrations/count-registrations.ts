/**
 * Counting whom somebody registers. What is sent again under a key that has done it uses nothing up: it is counted first, in memory mostly, so that the many who register once cost no statement more, and
 * given back once it is known to be sent again; where there are not so many left the key is looked at, and those alone are counted whom it has not registered.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import type { RegisterResult } from './register.service.ts';

/** How many are registered, how many of them their key has not registered before, and how they are registered: nobody is added where nobody was counted. */
export interface Counted {
  readonly people: number;
  readonly unknown: (em: EntityManager) => Promise<number>;
  readonly register: (mayAdd: boolean) => Promise<RegisterResult>;
}

/** Counts them and registers them. Throws RATE_LIMITED, and what `register` throws. */
export async function countedRegistration(context: Pick<Context, 'visit' | 'transact'>, { people, unknown, register }: Counted): Promise<RegisterResult> {
  const { counted, until } = await count(context, people, unknown);
  const result = await register(counted > 0);
  const spare = counted - (people - result.again);
  if (spare > 0) context.visit.forgiveRegistrations(spare, until);
  return result;
}

/** Counts all of them, or those alone who are unknown: how many that are, and until when it counts. */
async function count({ visit, transact }: Pick<Context, 'visit' | 'transact'>, people: number, unknown: Counted['unknown']): Promise<{ readonly counted: number; readonly until: number }> {
  try {
    return { counted: people, until: await visit.countRegistrations(people) };
  } catch (refusal) {
    if (!(refusal instanceof UserError) || refusal.extensions.code !== 'RATE_LIMITED') throw refusal;
    const counted = await transact(unknown);
    if (counted === people) throw refusal;
    return { counted, until: counted === 0 ? 0 : await visit.countRegistrations(counted) };
  }
}
