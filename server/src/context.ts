/** Who asks with a request, and what an operation is given to answer it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Accounts, Caller, SetHeader, Standing } from './accounts/index.ts';
import type { Context } from './core/context.ts';
import { transactAs } from './core/database/index.ts';
import type { ApiLimits } from './core/limits/index.ts';
import type { OwnData } from './core/own-data.ts';
import type { ReadEngine } from './core/reader/index.ts';
import type { Visit } from './core/visit.ts';
import type { Keys } from './keys/index.ts';
import type { DataDesk } from './my-data/index.ts';

/** Who asks, and what they can do about being signed in, save about keys, and about the data kept about them. */
export interface Asking {
  readonly caller: Caller & { readonly standing: Standing; readonly setHeader: SetHeader };
  readonly visit: Omit<Visit, 'keys'>;
  readonly ownData: OwnData;
}

export interface AskingOptions {
  readonly accounts: Pick<Accounts, 'standingOf' | 'visitOf'>;
  readonly dataDesk: Pick<DataDesk, 'ownDataOf'>;
  /** The network that a request comes from. */
  readonly network: (request: IncomingMessage) => string;
}

/** Looks up who sends a request. What it gives throws SERVICE_UNAVAILABLE. */
export function askingOf({ accounts, dataDesk, network }: AskingOptions): (request: IncomingMessage, response: ServerResponse) => Promise<Asking> {
  return async (request, response) => {
    const { headers } = request;
    const standing = await accounts.standingOf(headers);
    const caller = { headers, network: network(request), standing, setHeader: (name: string, value: string): unknown => response.appendHeader(name, value) };
    const visit = accounts.visitOf(standing, caller, caller.setHeader);
    return { caller, visit, ownData: dataDesk.ownDataOf(standing, visit) };
  };
}

/** What is the same for every operation. */
export type ServiceContext = Pick<Context, 'proofs' | 'derive' | 'jobs' | 'origin' | 'hasDemonstrationData' | 'hasAgentSignIn' | 'operator' | 'mailbox'>;

export interface ContextOptions {
  readonly asking: ReturnType<typeof askingOf>;
  readonly keys: Pick<Keys, 'ringOf'>;
  readonly limits: Pick<ApiLimits, 'allowanceOf'>;
  /** Of the application role. */
  readonly orm: MikroORM;
  readonly engine: Pick<ReadEngine, 'payload'>;
  readonly service: ServiceContext;
}

/** Makes what an operation is given, for it alone. What it gives throws SERVICE_UNAVAILABLE. */
export function contextOf({ asking, keys, limits, orm, engine, service }: ContextOptions): (locale: Locale, request: IncomingMessage, response: ServerResponse) => Promise<Context> {
  return async (locale, request, response) => {
    const { caller, visit, ownData } = await asking(request, response);
    const { actor } = caller.standing;
    return {
      ...service,
      locale,
      actor,
      ownData,
      visit: { ...visit, keys: keys.ringOf({ ...caller, locale }) },
      allowance: limits.allowanceOf(actor.person, caller.network),
      transact: transactAs(orm, actor.person),
      read: (reader, key, info) => engine.payload({ locale, actor }, reader, key, info),
      answer: { isPrivate: actor.person !== null },
    };
  };
}
