/** Coming in: what makes an account of an address that was shown to be somebody's, and gives it a role. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import type { Execute } from '../core/jobs/index.ts';
import type { MemberRole } from './member-role.ts';

/** Who comes in, and as what. */
export interface Admission {
  /** In small letters, and shown to be theirs. */
  readonly email: string;
  readonly name: string;
  /** The language of their mails, unless they have chosen one. */
  readonly locale: Locale;
  readonly role: MemberRole;
  /** The code of a country or the slug of an organisation, where the role is for one. */
  readonly country: string | null;
  readonly organisation: string | null;
}

/**
 * Lets the rest of the transaction reach what the rules of the tables keep for those who sign people in. To be called once
 * the transaction has done what it may do as who asks, or where a visitor brings a secret.
 */
export async function openEntrance(em: Execute): Promise<void> {
  await em.execute(`select set_config('passerelle.purpose', 'sign-in', true)`);
}

/**
 * Makes the account where the address has none, marks the address as shown to work, and adds the role unless they have it.
 * An account that is there keeps its name and its language; one that is suspended stays so. After `openEntrance`. Gives the
 * key of the person.
 */
export async function admit(em: Execute, { email, name, locale, role, country, organisation }: Admission): Promise<string> {
  const [person] = await em.execute<{ id: string }[]>(
    `insert into person (id, name, email, email_verified, locale, created_at, updated_at) values (?, ?, ?, true, ?, now(), now())
     on conflict (email) do update set email_verified = true, locale = coalesce(person.locale, excluded.locale), updated_at = now() returning id`,
    [v7(), name, email, locale],
  );
  const { id } = person!;
  await em.execute(
    `insert into member (uuid, person_id, role, country_code, organisation_slug, since)
     select ?::uuid, n.person_id, n.role, n.country_code, n.organisation_slug, current_date
     from (values (?::uuid, ?::text, ?::text, ?::text)) n (person_id, role, country_code, organisation_slug)
     where not exists (select from member m where (m.person_id, m.role) = (n.person_id, n.role) and m.suspended_at is null and m.until is null
       and m.country_code is not distinct from n.country_code and m.organisation_slug is not distinct from n.organisation_slug)`,
    [v7(), id, role, country, organisation],
  );
  return id;
}
