/** Invented invitations, requests for access and an organisation to publish in a few countries, so that those who decide find something to decide. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Chance } from './random.ts';

interface Invented {
  readonly locale: Locale;
  /** Who is invited as a coordinator, by the embassy. */
  readonly invited: string;
  /** Who asks for an organisation of the directory, and for one that is not in it. */
  readonly asking: readonly [string, string];
  /** The name of that one; in Albania and Serbia one is here that has it. */
  readonly organisation: string;
  /** The name of one that was let in, and waits to be published. */
  readonly unpublished: string;
  readonly message: string;
}

/** By country. The organisations do not exist. */
const INVENTED: Readonly<Record<string, Invented>> = {
  AL: {
    locale: 'sq', invited: 'Blerta Dervishi', asking: ['Arben Malaj', 'Vjosa Prifti'], organisation: 'Qendra Horizonti (demonstrim)', unpublished: 'Qendra Horizonti (demonstrim)',
    message: 'Punojmë me shkollat për parandalimin dhe dëshirojmë të marrim pjesë në trajnime.',
  },
  GR: {
    locale: 'el', invited: 'Δήμητρα Αλεξίου', asking: ['Γιώργος Μαυρίδης', 'Άννα Λάμπρου'], organisation: 'Νέα Γέφυρα (επίδειξη)', unpublished: 'Ορίζοντας (επίδειξη)',
    message: 'Δραστηριοποιούμαστε στην πρόληψη και θα θέλαμε να συμμετέχουμε στις επιμορφώσεις.',
  },
  RS: {
    locale: 'sr-Latn', invited: 'Dragana Ilić', asking: ['Nemanja Lazić', 'Sanja Mitrović'], organisation: 'Udruženje Horizont (demonstracija)', unpublished: 'Udruženje Horizont (demonstracija)',
    message: 'Radimo sa opštinama na prevenciji i želimo da učestvujemo u obukama.',
  },
  UA: {
    locale: 'uk', invited: 'Оксана Мельник', asking: ['Тарас Кравченко', 'Наталія Гончар'], organisation: 'Новий міст (демонстрація)', unpublished: 'Горизонт (демонстрація)',
    message: 'Ми працюємо над запобіганням і хочемо брати участь у навчаннях.',
  },
};

const DAY = 86_400_000;

/** Writes them, for the people and organisations that are there. Nobody has the secret of any of their links. */
export async function fillEntry(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const people = await em.execute<{ email: string; id: string; organisation: string | null }[]>(
    'select p.email, p.id, m.organisation_slug as organisation from person p join member m on m.person_id = p.id where p.is_demonstration');
  const before = (days: number): Date => new Date(today.getTime() - days * DAY);
  for (const [country, { locale, invited, asking, organisation, unpublished, message }] of Object.entries(INVENTED)) {
    const named = (role: string): (typeof people)[number] | undefined => people.find(({ email }) => email === `${role}.${country.toLowerCase()}@passerelle.example`);
    const [officer, coordinator] = [named('scac'), named('ngo-coordinator')];
    if (!officer || !coordinator) continue;
    await addOrganisation(em, `demonstration-${country.toLowerCase()}`, { country, locale, name: unpublished });
    const address = (who: string): string => `${who}.${country.toLowerCase()}@ngo.example`;
    await em.execute(
      `insert into invitation (uuid, name, email, role, organisation_slug, locale, invited_by_id, secret_hash, created_at, sent_at, expires_at, is_demonstration)
       values (?, ?, ?, 'NGO_COORDINATOR', ?, ?, ?, ?, ?, ?, ?, true)`,
      [luck.uuid(today), invited, address('invited'), coordinator.organisation, locale, officer.id, luck.uuid(today), before(2), before(2), before(-12)],
    );
    for (const [n, name] of asking.entries()) {
      const isNew = n === 1;
      await em.execute(
        `insert into access_request (uuid, country_code, organisation_slug, organisation_name, name, email, role, message, locale, secret_hash, created_at, confirmed_at, is_demonstration)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)`,
        [luck.uuid(today), country, isNew ? null : coordinator.organisation, isNew ? organisation : null, name, address(`asking${n + 1}`), isNew ? 'NGO_COORDINATOR' : 'NGO_MEMBER', message, locale,
          luck.uuid(today), before(n + 1), before(n + 1)],
      );
    }
  }
}

/** One that only those see whom it concerns, since nobody has published it. */
async function addOrganisation(em: EntityManager, slug: string, { country, locale, name }: { country: string; locale: Locale; name: string }): Promise<void> {
  await em.execute(
    `insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_demonstration) values (?, ?, 'NGO', ?, 'Invented for the demonstration', false, false, true)`,
    [slug, country, locale],
  );
  await em.execute('insert into organisation_translation (organisation_slug, locale, name) values (?, ?, ?)', [slug, locale, name]);
}
