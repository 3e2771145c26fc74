/** What every operation is given: who asks, in which language, and the way to the data. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Actor } from './reader/index.ts';
import type { Operator } from './service/operator.type.ts';
import type { Visit } from './visit.ts';

export interface Context {
  readonly locale: Locale;
  readonly actor: Actor;
  /** What the person can do about being signed in. */
  readonly visit: Visit;
  /** Whether invented data is shown beside the real one. */
  readonly hasDemonstrationData: () => Promise<boolean>;
  /** Who answers for this installation. */
  readonly operator: Operator;
}
