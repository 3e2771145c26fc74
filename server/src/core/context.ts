/** What every operation is given: who asks, in which language, and the way to the data. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Allowance } from './limits/api-limits.ts';
import type { JobsDesk } from './jobs/desk.ts';
import type { Transact } from './database/index.ts';
import type { Derive } from './derive.ts';
import type { ProofOfWork } from './proof-of-work/proof-of-work.ts';
import type { OwnData } from './own-data.ts';
import type { Actor, Reader } from './reader/index.ts';
import type { Operator } from './service/operator.type.ts';
import type { Visit } from './visit.ts';

export interface Context {
  readonly locale: Locale;
  readonly actor: Actor;
  /** What the person can do about being signed in. */
  readonly visit: Visit;
  /** What the person can do about the data kept about them. */
  readonly ownData: OwnData;
  /** Does what an operation changes, in one transaction. */
  readonly transact: Transact;
  /** Reads what a mutation answers of an object, by its key, as the mutation asks; null where there is none for who asks. */
  readonly read: <T extends object>(reader: Reader<T>, key: string, info: GraphQLResolveInfo) => Promise<object | null>;
  /** Where people reach the site: what links in mails begin with. */
  readonly origin: string;
  /** What forms that anybody may send ask of the browser. */
  readonly proofs: Pick<ProofOfWork, 'challenge' | 'demand'>;
  /** Works out what only the server can. */
  readonly derive: Derive;
  /** What they may still ask for. */
  readonly allowance: Allowance;
  /** Where jobs are looked after. */
  readonly jobs: JobsDesk;
  /** Whether invented data is shown beside the real one. */
  readonly hasDemonstrationData: () => Promise<boolean>;
  /** Whether agents of the French State can sign in at their own provider. */
  readonly hasAgentSignIn: boolean;
  /** Who answers for this installation. */
  readonly operator: Operator;
  /** Where mails that are kept to be read on the site are read from; null where there is no such mailbox. */
  readonly mailbox: Pick<EntityManager, 'execute'> | null;
  /** What is said of the answer: one that is private may be kept by no cache, however it was asked for. */
  readonly answer: { isPrivate: boolean };
}
