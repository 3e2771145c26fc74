/** How answers are read: by who prepares the session, and by who registered those whose they are. */
import { checkFields } from '../core/files/index.ts';
import { acting, edge, many, maybe, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ownCountries } from '../members/index.ts';
import { FormChoiceReader, FormQuestionReader } from '../questions/index.ts';
import { LanguageReader } from '../vocabulary/index.ts';
import { AnswerFile } from './answer-file.entity.ts';
import { RegistrationAnswer } from './answer.entity.ts';
import { RegistrationReader } from './registrations.reader.ts';

/** What somebody needs at table is for who prepares the session alone; all else also for who registered them. `isFor`: whether it is for these too. */
function seenOf({ registration, question, isFor }: { readonly registration: Sql; readonly question: Sql; readonly isFor: Sql<boolean> }, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  const isRegistrar = sql`${isFor} and exists (select from registration r where r.uuid = ${registration} and r.registered_by_id = ${acting.person})`;
  if (circle !== 'post') return sql<boolean>`(${isRegistrar})`;
  return sql<boolean>`(${isRegistrar} or exists (select from form_question q join training_session s on s.uuid = q.session_uuid where q.uuid = ${question} and s.country_code in (${ownCountries})))`;
}

/** Files are for those who read the answers that they are part of. One that waits is in no answer. */
function fileSeen({ registration, question }: Row<AnswerFile>, actor: RuleActor): Sql<boolean> {
  const isKept = sql<boolean>`${registration} is not null`;
  const rule = seenOf({ registration, question, isFor: isKept }, actor);
  return rule ? sql<boolean>`(${isKept} and ${rule})` : isKept;
}

const AnswerFileReader = reader(AnswerFile, { rows: fileSeen, fields: (file) => checkFields(sql`c.answer_uuid = ${file.uuid}`) });

const isKind = (answer: Row<RegistrationAnswer>, kind: Sql): Sql<boolean> => sql<boolean>`exists (select from form_question q where q.uuid = ${answer.question} and q.kind = ${kind})`;
const code = (answer: Row<RegistrationAnswer>): Sql<string> => sql<string>`(${answer.codes})[1]`;

const AnswerReader = reader(RegistrationAnswer, {
  rows: ({ registration, question, needs }, actor) => seenOf({ registration, question, isFor: sql<boolean>`${needs} is null` }, actor),
  fields: (answer) => ({
    registration: maybe(RegistrationReader, (registration) => sql`${registration.uuid} = ${answer.registration}`),
    question: maybe(FormQuestionReader, (question) => sql`${question.uuid} = ${answer.question}`),
    choices: many(FormChoiceReader, { on: (choice) => sql`${choice.question} = ${answer.question} and ${choice.code} = any(${answer.codes})`, order: (choice) => [choice.position] }),
    country: maybe(CountryReader, (country) => sql`${country.code} = ${code(answer)} and ${isKind(answer, sql`'COUNTRY'`)}`),
    language: maybe(LanguageReader, (language) => sql`${language.code} = ${code(answer)} and ${isKind(answer, sql`'LANGUAGE'`)}`),
    file: maybe(AnswerFileReader, (file) => sql`${file.registration} = ${answer.registration} and ${file.question} = ${answer.question}`),
    isYes: sql<boolean | null>`case when ${isKind(answer, sql`'YES_NO'`)} then ${code(answer)} = 'YES' end`,
  }),
});

edge(FormQuestionReader, 'answers', {
  description: 'What was answered, in whatever form it was asked; none for those who neither prepare the session nor registered who answers.',
  list: AnswerReader,
  on: (answer, question) => sql`${answer.question} in (select q.uuid from form_question q where q.session_uuid = ${question.session} and q.key = ${question.key}) and takes_part(${answer.registration})`,
  order: (answer) => [answer.registration],
});

edge(RegistrationReader, 'answers', {
  description: 'What was answered, in the order of the questions; none for those who neither prepare the session nor registered them.',
  list: AnswerReader,
  on: (answer, registration) => sql`${answer.registration} = ${registration.uuid}`,
  order: (answer) => [sql`(select q.position from form_question q where q.uuid = ${answer.question})`, answer.question],
});
