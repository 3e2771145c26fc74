/** Who is asking, as values of a statement: never part of its text. */
import { Param } from './sql.ts';

export const acting = {
  /** The key of the person; null for a visitor, which equals nothing. */
  person: new Param<string>('uuid', ({ actor }) => actor.person),
  /** The key of the session in which they are signed in; null for a visitor. */
  session: new Param<string>('uuid', ({ actor }) => actor.session),
};
