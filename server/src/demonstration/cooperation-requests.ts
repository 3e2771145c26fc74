/** Invented cooperation requests: of posts and of authorities, in several languages, of every kind, some of them answered and one closed. */
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
  readonly status: 'CONSULTED' | 'WITHDRAWN' | 'DECIDED' | 'CLOSED';
  readonly ago: number;
  readonly wished: readonly [from: number, until: number] | null;
  readonly need: string | null;
  readonly subject: string;
  readonly text: string;
  readonly translated: readonly [locale: string, subject: string, text: string] | null;
  /** What the adviser has decided, which criteria are met and which are not, why, and what was done, in French. */
  readonly answer?: readonly [decision: 'GRANTED' | 'GRANTED_IN_PART' | 'REFUSED' | 'REDIRECTED', met: readonly string[], notMet: readonly string[], reason: string, done?: string];
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
  { uuid: '7e3f9b1c-5d20-4a86-b1f7-3c9a0e6d2b78', country: 'MK', locale: 'mk', kind: 'STUDY_VISIT', theme: 'INTERNATIONAL_COOPERATION', audiences: ['MAGISTRATES'], criteria: ['RECOMMENDED'], by: 'SCAC', status: 'DECIDED', ago: 40, wished: [30, 60], need: null,
    subject: 'Студиска посета за заеднички истражни тимови (измислен пример)', text: 'Обвинителите сакаат да видат како се води заедничка истрага.', translated: null,
    answer: ['GRANTED_IN_PART', ['MANDATE', 'NEED_SHOWN', 'ADDED_VALUE'], ['MEANS'], 'Trois magistrats peuvent être reçus deux jours ; la demande en prévoyait huit (exemple inventé).'] },
  { uuid: 'd5a1c8f2-0b67-4e39-8d4c-6f2e7a9b1c89', country: 'ME', locale: 'cnr', kind: 'EXPERT_MISSION', theme: 'LABOUR_EXPLOITATION', audiences: ['LABOUR_INSPECTORATE'], criteria: [], by: 'SSI', status: 'DECIDED', ago: 30, wished: null, need: null,
    subject: 'Stručnjak za sezonski rad (izmišljeni primjer)', text: 'Inspekcija rada traži savjet za nadzor sezonskog rada na obali.', translated: null,
    answer: ['REDIRECTED', ['MANDATE', 'NEED_SHOWN'], ['NO_DUPLICATE'], 'Un projet européen prévoit la même mission cet été : la demande lui est transmise (exemple inventé).'] },
  { uuid: '1f6c0d9e-a38b-4725-9e5a-8b4d3c7f2e90', country: 'HR', locale: 'hr', kind: 'TRAINING', theme: 'ASSISTANCE', audiences: ['SOCIAL_SERVICES'], criteria: ['NO_ANSWER'], by: 'SCAC', status: 'CLOSED', ago: 120, wished: null, need: null,
    subject: 'Obuka o potpori žrtvama (izmišljeni primjer)', text: 'Socijalne službe traže dvodnevnu obuku o dugoročnoj potpori.', translated: null,
    answer: ['GRANTED', ['MANDATE', 'NEED_SHOWN', 'MEANS', 'NO_DUPLICATE', 'ADDED_VALUE'], [], 'Deux formatrices sont disponibles au printemps (exemple inventé).', 'La formation a eu lieu pendant deux jours (exemple inventé).'] },
];

const OPINIONS: Readonly<Partial<Record<string, readonly [answer: 'IN_FAVOUR' | 'AGAINST', reason: string | null]>>> = { AL: ['IN_FAVOUR', null], MD: ['AGAINST', 'Un proiect european face deja acest lucru (exemplu inventat).'] };

const UNANSWERED: readonly [null, readonly string[], readonly string[]] = [null, [], []];

const SENDER = '(select id from person where is_demonstration and email = ?)';
/** The last day for opinions, as it would have been: of a country, so many days ago. */
const DUE = 'working_days_after(?, current_date - ?::int, 5)';
/** The session that was held last in a country: what came of a request that is closed. */
const HELD = `(select s.uuid from training_session s where s.is_demonstration and s.country_code = ? and s.stage in ('OPEN', 'CLOSED') and s.ends_at < now() order by s.ends_at desc, s.uuid limit 1)`;
const senderOf = ({ by, country }: Invented): string => `${by.toLowerCase()}.${country.toLowerCase()}@passerelle.example`;

/** Writes them, once there are people and needs. `em` is the owner's. */
export async function fillCooperationRequests(em: EntityManager): Promise<void> {
  for (const request of REQUESTS) await writeRequest(em, request);
}

async function writeRequest(em: EntityManager, request: Invented): Promise<void> {
  const { uuid, country, locale, kind, theme, audiences, criteria, by, status, ago, wished, need, subject, text, translated, answer } = request;
  const [from, until] = wished ?? [null, null];
  const [decision, met, notMet] = answer ?? UNANSWERED;
  await em.execute(
    `insert into cooperation_request (uuid, source_locale, kind, country_code, theme_code, criteria, wished_from, wished_until, need_uuid, status, sent_at, sent_by_id, sent_as, due_on, due_at, rule_days, settled_at, decision, met, not_met, session_uuid, is_demonstration)
     values (?, ?, ?, ?, ?, ?::text[], current_date + ?::int, current_date + ?::int, ?, ?, now() - ? * interval '1 day', ${SENDER}, ?, ${DUE}, (${DUE} + 1)::timestamp at time zone 'Europe/Paris', 5, case when ? <> 'CONSULTED' then now() - ? * interval '1 day' end, ?, ?::text[], ?::text[], case when ? = 'CLOSED' then ${HELD} end, true)`,
    [uuid, locale, kind, country, theme, `{${criteria.join(',')}}`, from, until, need, status, ago, senderOf(request), by, country, ago, country, ago, status, ago / 2, decision, `{${met.join(',')}}`, `{${notMet.join(',')}}`, status, country]);
  for (const [tag, one, other] of [[locale, subject, text], ...(translated ? [translated] : [])]) await em.execute('insert into cooperation_request_translation (request_uuid, locale, subject, text) values (?, ?, ?, ?)', [uuid, tag, one, other]);
  for (const code of audiences) await em.execute('insert into cooperation_request_audience (request_uuid, audience_code) values (?, ?)', [uuid, code]);
  for (const service of ['SCAC', 'SSI']) if (service !== by) await writeOpinion(em, request, service);
  for (const [n, step] of stepsOf(request).entries()) {
    await em.execute(
      `insert into cooperation_request_step (request_uuid, position, at, by_id, by_role, to_status, reason, locale) values (?, ?, now() - ? * interval '1 day', ${SENDER}, ?, ?, ?, ?)`, [uuid, n + 1, step.ago, step.by, step.as, step.to, step.reason, step.reason && 'fr']);
  }
}

/** How one went: sent and its post consulted at once; then withdrawn by who has sent it, or answered by the adviser, and closed. */
function stepsOf(request: Invented): { readonly to: string; readonly ago: number; readonly by: string; readonly as: string; readonly reason: string | null }[] {
  const { status, ago, by, answer } = request;
  const [theirs, advisers] = [{ by: senderOf(request), as: by as string, reason: null }, { by: 'adviser@passerelle.example', as: 'ADVISER' }];
  const sent = ['SENT', 'CONSULTED'].map((to) => ({ ...theirs, to, ago }));
  if (!answer) return status === 'CONSULTED' ? sent : [...sent, { ...theirs, to: status, ago: ago / 2 }];
  const [, , , reason, done] = answer;
  return [...sent, { ...advisers, to: 'DECIDED', ago: ago / 2, reason }, ...(status === 'CLOSED' ? [{ ...advisers, to: status, ago: ago / 4, reason: done ?? null }] : [])];
}

/** What a service has said of some of them; of the others it is waited for, or it was silent. */
async function writeOpinion(em: EntityManager, { uuid, country, locale, by }: Invented, service: string): Promise<void> {
  const [answer, reason] = (by === 'AUTHORITY' ? undefined : OPINIONS[country]) ?? [null, null];
  await em.execute(
    `insert into cooperation_request_opinion (request_uuid, service, silence_agrees, answer, reason, locale, answered_at, answered_by_id) values (?, ?, true, ?, ?, ?, case when ?::text is not null then now() - interval '1 day' end, case when ?::text is not null then ${SENDER} end)`,
    [uuid, service, answer, reason, reason && locale, answer, answer, `${service.toLowerCase()}.${country.toLowerCase()}@passerelle.example`]);
}
