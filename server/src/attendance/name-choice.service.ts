/** Whether the name of somebody is shown to whoever has the number of their certificate: said by whoever has the link to it, and by nobody else. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOfSecret } from './certificate-facts.ts';

/** Whose certificate the link leads to, and whether the name is shown. */
export interface NameChoice {
  readonly name: string;
  readonly isShown: boolean;
}

/** What stands, once it is as `isShown` says; null to change nothing. Undefined for a link that leads to no certificate that counts. */
export async function chooseName(em: EntityManager, secret: string, isShown: boolean | null): Promise<NameChoice | undefined> {
  const [found] = await em.execute<NameChoice[]>('select name, "isShown" from name_choice(?, ?)', [hashOfSecret(secret), isShown]);
  return found;
}
