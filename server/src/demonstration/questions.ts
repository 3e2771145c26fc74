/** An invented registration form, and what was answered to it for invented people. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { AccessNeed, QuestionKind } from '@passerelle/shared/questions.ts';
import { onePage } from './one-page.ts';
import type { Chance } from './random.ts';

type Said = Readonly<Partial<Record<Locale, string>>>;

interface Invented {
  readonly kind: QuestionKind;
  readonly label: Said;
  readonly help?: Said;
  readonly choices?: Readonly<Record<string, Said>>;
  /** Asked when the question before it was answered so. */
  readonly after?: string;
  readonly retentionDays: number;
}

/** The source is French; a language in which something is missing shows the nearest. */
const FORM: readonly Invented[] = [
  {
    kind: 'CHOICE', retentionDays: 90,
    label: { fr: 'Quel groupe de travail vous intéresse ?', en: 'Which working group interests you?', mk: 'Која работна група Ве интересира?', 'sr-Cyrl': 'Која радна група Вас занима?' },
    choices: {
      interview: { fr: 'Le premier entretien', en: 'The first interview', mk: 'Првиот разговор', 'sr-Cyrl': 'Први разговор' },
      evidence: { fr: 'Les éléments de preuve', en: 'Evidence', mk: 'Доказите', 'sr-Cyrl': 'Докази' },
    },
  },
  { kind: 'YES_NO', retentionDays: 30, label: { fr: 'Avez-vous besoin d’un interprète ?', en: 'Do you need an interpreter?', mk: 'Дали Ви треба толкувач?', 'sr-Cyrl': 'Да ли Вам треба тумач?' } },
  {
    kind: 'LANGUAGE', retentionDays: 30, after: 'YES',
    label: { fr: 'Dans quelle langue travaillez-vous le mieux ?', en: 'In which language do you work best?', mk: 'На кој јазик најдобро работите?', 'sr-Cyrl': 'На ком језику најбоље радите?' },
  },
  { kind: 'DIET_ACCESS', retentionDays: 7, label: { fr: 'Repas et accessibilité', en: 'Meals and access', mk: 'Оброци и пристап', 'sr-Cyrl': 'Оброци и приступ' } },
  {
    kind: 'TEXT', retentionDays: 90,
    label: { fr: 'Qu’attendez-vous de cette session ?', en: 'What do you expect of this session?', mk: 'Што очекувате од оваа обука?', 'sr-Cyrl': 'Шта очекујете од ове обуке?' },
    help: { fr: 'En une ou deux phrases, sans parler d’une victime.', en: 'In a sentence or two, without speaking of any victim.' },
  },
  {
    kind: 'FILE', retentionDays: 30,
    label: { fr: 'Lettre de mission de votre institution ou organisation', en: 'Letter of assignment from your institution or organisation', mk: 'Упатно писмо од Вашата институција или организација', 'sr-Cyrl': 'Упутно писмо Ваше институције или организације' },
  },
];

const NEEDS: readonly (readonly AccessNeed[])[] = [['VEGETARIAN'], ['STEP_FREE'], ['VEGETARIAN', 'GLUTEN_FREE']];
const HOPES: Readonly<Record<string, readonly [Locale, string]>> = {
  MK: ['mk', 'Повеќе вежби во мали групи.'], RS: ['sr-Latn', 'Razmenu iskustava sa kolegama.'], MD: ['ro', 'Exemple din practica altor țări.'], AL: ['sq', 'Ushtrime praktike.'],
};

/** Writes a form for the first session in which the demonstration has registered people, with answers of those who have a place. `em` is the owner's. */
export async function fillQuestions(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const registrations = await em.execute<Registered[]>(`
    select r.uuid, r.email, r.country_code as country, r.session_uuid as session from registration r join training_session s on s.uuid = r.session_uuid
    where r.is_demonstration and r.state = 'CONFIRMED' and s.starts_at > ?::timestamptz order by s.starts_at, r.email`, [today]);
  const [first] = registrations;
  if (!first) return;
  const keys: string[] = [];
  for (const [n, question] of FORM.entries()) keys.push(await write(em, luck, today, { session: first.session, question, position: n + 1, before: keys.at(-1) }));
  const taking = registrations.filter(({ session }) => session === first.session);
  for (const [n, registered] of taking.entries()) await answer(em, keys, registered, n);
  await bring(em, luck.uuid(today), keys.at(-1)!, first, today);
}

interface Registered {
  readonly uuid: string;
  readonly email: string;
  readonly country: string;
  readonly session: string;
}

interface Place {
  readonly session: string;
  readonly question: Invented;
  readonly position: number;
  readonly before: string | undefined;
}

async function write(em: EntityManager, luck: Chance, today: Date, { session, question: { kind, label, help = {}, choices = {}, after, retentionDays }, position, before }: Place): Promise<string> {
  const uuid = luck.uuid(today);
  await em.execute(
    `insert into form_question (uuid, session_uuid, key, position, kind, depends_on, depends_answer, retention_days, source_locale, asked_since) values (?, ?, ?, ?, ?, ?, ?, ?, 'fr', ?)`,
    [uuid, session, uuid, position, kind, after ? before : null, after ?? null, retentionDays, today]);
  for (const [locale, text] of Object.entries(label)) await em.execute('insert into form_question_translation (question_uuid, locale, label, help) values (?, ?, ?, ?)', [uuid, locale, text, help[locale as Locale] ?? null]);
  for (const [n, [code, said]] of Object.entries(choices).entries()) {
    const choice = luck.uuid(today);
    await em.execute('insert into form_choice (uuid, question_uuid, code, position) values (?, ?, ?, ?)', [choice, uuid, code, n + 1]);
    for (const [locale, text] of Object.entries(said)) await em.execute('insert into form_choice_translation (choice_uuid, locale, label) values (?, ?, ?)', [choice, locale, text]);
  }
  return uuid;
}

/** Answers with a file. */
async function bring(em: EntityManager, key: string, question: string, { uuid, email }: Registered, today: Date): Promise<void> {
  const file = onePage('Passerelle');
  await em.execute('insert into registration_answer (registration_uuid, question_uuid, email) values (?, ?, ?)', [uuid, question, email]);
  await em.execute(`insert into answer_file (uuid, question_uuid, registration_uuid, email, name, kind, size, brought_at) values (?, ?, ?, ?, ?, 'PDF', ?, ?)`, [key, question, uuid, email, 'Passerelle', file.length, today]);
  await em.execute('insert into answer_file_content (file_uuid, bytes) values (?, ?)', [key, file]);
}

async function answer(em: EntityManager, [group, interpreter, language, needs, hope]: readonly string[], { uuid, email, country }: Registered, n: number): Promise<void> {
  const give = (question: string | undefined, columns: string, values: readonly unknown[]): Promise<unknown> =>
    em.execute(`insert into registration_answer (registration_uuid, question_uuid, email, ${columns}) values (?, ?, ?, ${values.map(() => '?').join(', ')})`, [uuid, question, email, ...values]);
  await give(group, 'codes', [`{${n % 3 === 0 ? 'evidence' : 'interview'}}`]);
  await give(interpreter, 'codes', [`{${n % 2 === 0 ? 'YES' : 'NO'}}`]);
  if (n % 2 === 0) await give(language, 'codes, level', ['{fr}', 'B1']);
  const need = NEEDS[n];
  if (need) await give(needs, 'needs', [`{${need.join(',')}}`]);
  const said = HOPES[country];
  if (said) await give(hope, 'locale, text', said);
}
