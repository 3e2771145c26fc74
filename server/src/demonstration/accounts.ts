/** Invented people to sign in as: one for each role and country. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { fillAssociations } from './associations.ts';
import type { Chance } from './random.ts';

const FRENCH = {
  given: ['Claire', 'Julien', 'Sophie', 'Nicolas', 'Camille', 'Antoine', 'Hélène', 'Mathieu'],
  family: ['Marchand', 'Lefort', 'Dubreuil', 'Carpentier', 'Vasseur', 'Delorme', 'Rivoire', 'Tissot'],
};

/** Invented names as they are written in each country: who answers for an organisation, who works for it, who works for an authority. */
export const LOCAL: Readonly<Record<string, readonly [string, string, string]>> = {
  AL: ['Arta Hoxha', 'Ilir Gjoka', 'Mira Leka'],
  BA: ['Amra Hadžić', 'Goran Babić', 'Selma Kovačević'],
  BG: ['Мария Петрова', 'Иван Стоянов', 'Елена Димитрова'],
  CY: ['Ελένη Χαραλάμπους', 'Ανδρέας Γεωργίου', 'Μαρία Κωνσταντίνου'],
  HR: ['Ana Horvat', 'Ivan Marić', 'Petra Novak'],
  GR: ['Κατερίνα Παπαδοπούλου', 'Νίκος Δημητρίου', 'Σοφία Οικονόμου'],
  HU: ['Nagy Katalin', 'Kovács Péter', 'Szabó Eszter'],
  XK: ['Vlora Krasniqi', 'Besnik Gashi', 'Teuta Berisha'],
  MK: ['Елена Стојановска', 'Дарко Илиевски', 'Ана Трајковска'],
  MD: ['Ana Rusu', 'Ion Ceban', 'Maria Munteanu'],
  ME: ['Jelena Vuković', 'Marko Perović', 'Milica Radulović'],
  RO: ['Ioana Popescu', 'Andrei Ionescu', 'Elena Dumitru'],
  RS: ['Јелена Јовановић', 'Марко Николић', 'Ана Петровић'],
  SI: ['Maja Zupan', 'Luka Kranjc', 'Nina Vidmar'],
  TR: ['Elif Yıldız', 'Mehmet Kaya', 'Zeynep Aydın'],
  UA: ['Олена Шевченко', 'Андрій Бондар', 'Ірина Коваль'],
};

interface Account {
  readonly role: string;
  readonly name: string;
  readonly country?: string | null;
  readonly organisation?: string | null;
}

const SINCE = '2026-01-01';

/** Who may see them among the people of their organisation, and their address there; whoever has no line has agreed to nothing. */
const SHOWN: Readonly<Record<string, readonly [person: string, address: string]>> = {
  INTERNATIONAL: ['PUBLIC', 'PUBLIC'], NGO_COORDINATOR: ['NETWORK', 'NETWORK'], NGO_MEMBER: ['POST', 'ADVISER'],
};

/** Writes the accounts, whose addresses end in a domain that no mail can reach, and the associations that some of them need. */
export async function fillAccounts(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  await fillAssociations(em);
  const organisations = await em.execute<{ country: string | null; slug: string; kind: string }[]>(
    `select country_code as country, max(slug) as slug, kind from organisation where kind in ('NGO', 'INTERNATIONAL') group by country_code, kind order by 1`,
  );
  for (const { role, name, country = null, organisation = null } of accounts(luck, organisations)) {
    const id = luck.uuid(today);
    const email = `${[role.toLowerCase().replace('_', '-'), country?.toLowerCase()].filter(Boolean).join('.')}@passerelle.example`;
    const [shown, address] = SHOWN[role] ?? [null, 'ADVISER'];
    await em.execute(
      `insert into person (id, name, email, email_verified, contact_visibility, contact_chosen_at, email_visibility, created_at, updated_at, is_demonstration) values (?, ?, ?, true, ?, ?, ?, ?, ?, true)`,
      [id, name, email, shown, shown && today, address, today, today],
    );
    const isOrganisations = organisation !== null;
    await em.execute(
      'insert into member (uuid, person_id, role, country_code, organisation_slug, since) values (?, ?, ?, ?, ?, ?)',
      [luck.uuid(today), id, role, isOrganisations ? null : country, organisation, SINCE],
    );
  }
}

function accounts(luck: Chance, organisations: readonly { country: string | null; slug: string; kind: string }[]): Account[] {
  const french = (): string => `${luck.pick(FRENCH.given)} ${luck.pick(FRENCH.family)}`;
  const international = organisations.find(({ kind }) => kind === 'INTERNATIONAL')?.slug;
  return [
    ...['ADVISER', 'ASSISTANT', 'TRANSLATOR', 'EXPERT'].map((role) => ({ role, name: french() })),
    ...(international ? [{ role: 'INTERNATIONAL', name: french(), organisation: international }] : []),
    ...Object.entries(LOCAL).flatMap(([country, [coordinator, worker, official]]): Account[] => {
      const ngo = organisations.find((one) => one.kind === 'NGO' && one.country === country)?.slug;
      return [
        { role: 'SCAC', name: french(), country },
        { role: 'SSI', name: french(), country },
        { role: 'AUTHORITY', name: official, country },
        ...(ngo ? [{ role: 'NGO_COORDINATOR', name: coordinator, country, organisation: ngo }, { role: 'NGO_MEMBER', name: worker, country, organisation: ngo }] : []),
      ];
    }),
  ];
}
