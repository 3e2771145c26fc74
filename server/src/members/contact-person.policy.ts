/** Who sees somebody among the people of their organisation: whom they chose. The view says the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type Visibility, visibilitiesOpenTo } from '../core/consent/index.ts';
import type { RuleActor } from '../core/reader/index.ts';

/** The choices that let somebody see a person of any organisation: embassies are chosen for their own country. */
export function openAnywhere(actor: RuleActor): readonly Visibility[] {
  return visibilitiesOpenTo(actor).filter((visibility) => visibility !== 'POST' || actor.circle === 'adviser');
}

/** The choices that let somebody see a person of an organisation of a country for whose embassy they act. */
export function openInOwnCountries(actor: RuleActor): readonly Visibility[] {
  return visibilitiesOpenTo(actor);
}

/** Whether somebody answers for their organisation, and does not only work for it. */
export function coordinates(role: MemberRole): boolean {
  return role === 'NGO_COORDINATOR';
}
