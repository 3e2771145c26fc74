/** What was answered for the people of a session, as whoever asks sees it on its pages, and no longer than its questions say. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { named } from './names.ts';
import type { ExportWords } from './texts.ts';

interface Said {
  /** The choices in words, in the order of the question. */
  readonly choices: readonly string[] | null;
  readonly name: string | null;
  readonly level: keyof ExportWords['level'] | null;
  readonly yesNo: keyof ExportWords['yesNo'] | null;
  readonly day: string | null;
  readonly needs: readonly (keyof ExportWords['need'])[] | null;
  readonly text: string | null;
  /** What a file is called: what is in it is in no list. */
  readonly file: string | null;
}

interface Asked {
  readonly label: string;
  /** The first day on which an answer is no longer kept. */
  readonly until: string;
  /** By registration. */
  readonly said: Readonly<Record<string, Said>>;
}

const chained = (locale: Locale, source: string): string => `array_position(array[${[locale, ...LOCALES[locale].fallback].map((tag) => `'${tag}'`).join(', ')}]::text[] || ${source}, x.locale) nulls last, x.locale`;

/**
 * Whose answers they may read, and which, the rules of the tables say. Those whose time is over are left out here too: what erases them comes
 * once a day.
 */
const ASKED = (locale: Locale): string => `
  with asked as (
    select q.uuid, q.key, q.edition, q.position, q.kind, q.source_locale, s.ends_at + make_interval(days => q.retention_days) as until, s.time_zone from form_question q join training_session s on s.uuid = q.session_uuid
    where q.session_uuid = ? and s.ends_at + make_interval(days => q.retention_days) > now())
  select (array_agg((select x.label from form_question_translation x where x.question_uuid = q.uuid and x.label is not null order by ${chained(locale, 'q.source_locale')} limit 1) order by q.edition desc))[1] as label,
    to_char(min(q.until at time zone q.time_zone), 'YYYY-MM-DD') as until,
    json_object_agg(a.registration_uuid, json_build_object(
      'choices', (select json_agg((select x.label from form_choice_translation x where x.choice_uuid = c.uuid order by ${chained(locale, 'q.source_locale')} limit 1) order by c.position)
        from form_choice c where c.question_uuid = q.uuid and c.code = any(a.codes)),
      'name', case q.kind when 'COUNTRY' then ${named('country', 'country_code', 'a.codes[1]', locale)} when 'LANGUAGE' then ${named('language', 'language_code', 'a.codes[1]', locale)} end,
      'level', a.level, 'yesNo', case q.kind when 'YES_NO' then a.codes[1] end, 'day', a.day, 'needs', a.needs, 'text', coalesce(a.text, a.needs_text),
      'file', (select f.name from answer_file f where f.registration_uuid = a.registration_uuid and f.question_uuid = q.uuid))) as said
  from registration_answer a join asked q on q.uuid = a.question_uuid group by q.key order by min(q.position), q.key`;

/** A column of a list: its head, and what stands there for each registration, by its key. */
export interface AnswerColumn {
  readonly head: string;
  readonly cellOf: (registration: string) => string | null;
}

/** A column for each question of a session that has answers for who asks, in the order of the form. */
export async function answersOf(em: EntityManager, session: string, locale: Locale, words: ExportWords): Promise<readonly AnswerColumn[]> {
  const asked = await em.execute<Asked[]>(ASKED(locale), [session]);
  return asked.map(({ label, until, said }) => ({ head: `${label} (${filled(words.eraseBy, { day: until })})`, cellOf: (registration) => (said[registration] ? inWords(said[registration], words) : null) }));
}

function inWords({ choices, name, level, yesNo, day, needs, text, file }: Said, words: ExportWords): string {
  const parts = [...(choices ?? []), name, level && words.level[level], yesNo && words.yesNo[yesNo], day, ...(needs ?? []).map((need) => words.need[need]), file, text];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
