/** Invented cooperation requests: of posts and of authorities, in several languages, of every kind. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keys are drawn by chance, once: the same demonstration has the same. `ago`: how many days ago it was sent; `wished`: between which days from now. */
interface Invented {
  readonly uuid: string;
  readonly country: string;
  readonly locale: string;
  readonly kind: 'EXPERT_MISSION' | 'TRAINING' | 'STUDY_VISIT' | 'DIRECT_HELP';
  readonly theme: string;
  readonly audiences: readonly string[];
  readonly criteria: readonly string[];
  readonly by: 'SCAC' | 'SSI' | 'AUTHORITY';
  readonly status: 'CONSULTED' | 'WITHDRAWN';
  readonly ago: number;
  readonly wished: readonly [from: number, until: number] | null;
  readonly need: string | null;
  readonly subject: string;
  readonly text: string;
  readonly translated: readonly [locale: string, subject: string, text: string] | null;
}

const REQUESTS: readonly Invented[] = [
  { uuid: '6f0c8f4e-3c1d-4b5e-9a61-0d7e2b8c4a11', country: 'AL', locale: 'sq', kind: 'TRAINING', theme: 'FINANCIAL_INVESTIGATION', audiences: ['MAGISTRATES'], criteria: ['RECOMMENDED'], by: 'SSI', status: 'CONSULTED', ago: 3, wished: [60, 120], need: '2b008fdd-0034-45de-b93b-b8fab24ee74d',
    subject: 'Trajnim për hetimet financiare (shembull i trilluar)', text: 'Prokurorët kërkojnë një trajnim dyditor për gjurmimin e përfitimeve nga trafikimi.', translated: ['fr', 'Formation aux enquêtes financières (exemple inventé)', 'Les procureurs demandent une formation de deux jours sur le suivi des profits de la traite.'] },
  { uuid: 'b2d94a7c-58e3-4f06-8c2b-91a6d3e7f502', country: 'RS', locale: 'sr-Latn', kind: 'EXPERT_MISSION', theme: 'LABOUR_EXPLOITATION', audiences: ['LABOUR_INSPECTORATE'], criteria: ['RISING'], by: 'SCAC', status: 'CONSULTED', ago: 2, wished: [40, 90], need: null,
    subject: 'Stručnjak za nadzor gradilišta (izmišljeni primer)', text: 'Inspektorat rada želi da uporedi svoj način nadzora sa francuskim.', translated: null },
  { uuid: '0a7e51c9-24bd-4d38-b7f4-6c83e9d15a23', country: 'RS', locale: 'sr-Cyrl', kind: 'DIRECT_HELP', theme: 'COMPENSATION', audiences: ['LAWYERS', 'MAGISTRATES'], criteria: [], by: 'AUTHORITY', status: 'CONSULTED', ago: 1, wished: null, need: null,
    subject: 'Питање о накнади штете (измишљени пример)', text: 'Молимо за контакт са службом која у Француској води фонд за обештећење.', translated: null },
  { uuid: 'e41b6d80-97fa-4c12-a5d0-2f8b7c6e9d34', country: 'BG', locale: 'bg', kind: 'STUDY_VISIT', theme: 'ASSISTANCE', audiences: ['SOCIAL_SERVICES', 'NGOS'], criteria: ['REGIONAL'], by: 'SCAC', status: 'CONSULTED', ago: 12, wished: [100, 200], need: null,
    subject: 'Учебно посещение в център за подкрепа (измислен пример)', text: 'Социалните служби биха искали да видят как се организира дългосрочната подкрепа.', translated: null },
  { uuid: '3d8f2a65-c07b-49e4-8e1a-b5d4f7091c45', country: 'GR', locale: 'el', kind: 'TRAINING', theme: 'ONLINE_RECRUITMENT', audiences: ['POLICE'], criteria: ['RISING', 'CHILDREN'], by: 'SSI', status: 'WITHDRAWN', ago: 50, wished: null, need: null,
    subject: 'Εκπαίδευση για τη διαδικτυακή στρατολόγηση (επινοημένο παράδειγμα)', text: 'Η αστυνομία ζητεί τριήμερη εκπαίδευση.', translated: null },
  { uuid: '95c3e7b1-6a42-4870-9d5f-e08a1b2c3d56', country: 'MD', locale: 'ro', kind: 'DIRECT_HELP', theme: 'WITNESS_PROTECTION', audiences: ['MAGISTRATES'], criteria: ['DEADLINE'], by: 'SSI', status: 'CONSULTED', ago: 6, wished: [10, 30], need: null,
    subject: 'Model de lege privind protecția martorilor (exemplu inventat)', text: 'Ministerul pregătește un proiect de lege și cere un exemplu francez.', translated: null },
  { uuid: 'c7a05d2e-18f9-4b63-a4c8-7d9e6f3b0a67', country: 'UA', locale: 'uk', kind: 'EXPERT_MISSION', theme: 'CHILD_TRAFFICKING', audiences: ['SOCIAL_SERVICES', 'BORDER_GUARDS'], criteria: ['CHILDREN', 'LIVES'], by: 'SCAC', status: 'CONSULTED', ago: 4, wished: [20, 50], need: '5fad57b7-b237-4ad7-a5a9-ea4f05c41c8d',
    subject: 'Місія експерта з ідентифікації дітей (вигаданий приклад)', text: 'Прикордонники просять про експерта на тиждень.', translated: null },
];

const OPINIONS: Readonly<Partial<Record<string, readonly [answer: 'IN_FAVOUR' | 'AGAINST', reason: string | null]>>> = { AL: ['IN_FAVOUR', null], MD: ['AGAINST', 'Un proiect european face deja acest lucru (exemplu inventat).'] };

const SENDER = '(select id from person where is_demonstration and email = ?)';
/** The last day for opinions, as it would have been: of a country, so many days ago. */
const DUE = 'working_days_after(?, current_date - ?::int, 5)';
const senderOf = ({ by, country }: Invented): string => `${by.toLowerCase()}.${country.toLowerCase()}@passerelle.example`;

/** Writes them, once there are people and needs. `em` is the owner's. */
export async function fillCooperationRequests(em: EntityManager): Promise<void> {
  for (const request of REQUESTS) await writeRequest(em, request);
}

async function writeRequest(em: EntityManager, request: Invented): Promise<void> {
  const { uuid, country, locale, kind, theme, audiences, criteria, by, status, ago, wished, need, subject, text, translated } = request;
  const [from, until] = wished ?? [null, null];
  await em.execute(
    `insert into cooperation_request (uuid, source_locale, kind, country_code, theme_code, criteria, wished_from, wished_until, need_uuid, status, sent_at, sent_by_id, sent_as, due_on, due_at, rule_days, settled_at, is_demonstration)
     values (?, ?, ?, ?, ?, ?::text[], current_date + ?::int, current_date + ?::int, ?, ?, now() - ? * interval '1 day', ${SENDER}, ?, ${DUE}, (${DUE} + 1)::timestamp at time zone 'Europe/Paris', 5, case when ? = 'WITHDRAWN' then now() - interval '10 days' end, true)`,
    [uuid, locale, kind, country, theme, `{${criteria.join(',')}}`, from, until, need, status, ago, senderOf(request), by, country, ago, country, ago, status]);
  for (const [tag, one, other] of [[locale, subject, text], ...(translated ? [translated] : [])]) await em.execute('insert into cooperation_request_translation (request_uuid, locale, subject, text) values (?, ?, ?, ?)', [uuid, tag, one, other]);
  for (const code of audiences) await em.execute('insert into cooperation_request_audience (request_uuid, audience_code) values (?, ?)', [uuid, code]);
  for (const service of ['SCAC', 'SSI']) if (service !== by) await writeOpinion(em, request, service);
  for (const [n, to] of (status === 'CONSULTED' ? ['SENT', 'CONSULTED'] : ['SENT', 'CONSULTED', status]).entries()) {
    await em.execute(`insert into cooperation_request_step (request_uuid, position, at, by_id, by_role, to_status) values (?, ?, now() - ? * interval '1 day', ${SENDER}, ?, ?)`, [uuid, n + 1, n === 2 ? ago / 2 : ago, senderOf(request), by, to]);
  }
}

/** What a service has said of some of them; of the others it is waited for, or it was silent. */
async function writeOpinion(em: EntityManager, { uuid, country, locale, by }: Invented, service: string): Promise<void> {
  const [answer, reason] = (by === 'AUTHORITY' ? undefined : OPINIONS[country]) ?? [null, null];
  await em.execute(
    `insert into cooperation_request_opinion (request_uuid, service, silence_agrees, answer, reason, locale, answered_at, answered_by_id) values (?, ?, true, ?, ?, ?, case when ?::text is not null then now() - interval '1 day' end, case when ?::text is not null then ${SENDER} end)`,
    [uuid, service, answer, reason, reason && locale, answer, answer, `${service.toLowerCase()}.${country.toLowerCase()}@passerelle.example`]);
}
