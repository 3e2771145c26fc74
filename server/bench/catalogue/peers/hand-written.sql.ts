/**
 * What a careful person writes by hand for exactly these questions: one statement each, answering the bytes of the
 * product. Vocabularies are read once per statement, texts stop at the first language that has them.
 */
import { CURSOR_ORDER } from '../documents.ts';

/** The languages to look in, as parameters from `$from` on; the first one is the reader's own. */
const locales = (from: number): string[] => [0, 1, 2].map((i) => `$${from + i}`);

/** The first language of `chain` that has the text, each looked for only when those before lack it. */
function localized(table: string, key: string, text: string, chain: readonly string[], write: (isFallback: boolean) => string): string {
  const looks = chain.map((locale, i) => `(select ${write(i > 0)} from ${table} x where ${key} and x.locale = ${locale} and x.${text} <> '')`);
  return looks.join(',\n      ');
}

const object = (text: string) => (isFallback: boolean): string =>
  `'{"text":' || to_json(x.${text}) || ',"locale":"' || x.locale || '","isFallback":${isFallback}}'`;

/** A vocabulary as `plural (code, j)`: a dozen rows that are read once. */
function vocabulary(name: string, plural: string, from: number, write = object('name')): string {
  const names = localized(`${name}_translation`, `x.${name}_code = v.code`, 'name', locales(from), write);
  return `${plural} as materialized (
    select v.code, '{"code":' || to_json(v.code) || ',"name":' || coalesce(${names}, 'null') || '}' as j from ${name} v)`;
}

/** What a visitor is shown in lists: no drafts, and nothing that was put away. */
const isListed = `stage <> 'DRAFT' and stage <> 'ARCHIVED'`;

const title = (from: number): string =>
  `coalesce(${localized('training_session_translation', 'x.session_uuid = s.uuid', 'title', [...locales(from), 's.source_locale'], object('title'))}, 'null')`;

const instant = (column: string): string => `'"' || to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
const cursor = `translate(encode(convert_to('["${CURSOR_ORDER}",' || to_json(starts_at) || ',"' || uuid || '"]', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
const name = `case when e.name_visibility = 'PUBLIC' then to_json(e.name)::text else 'null' end`;

/** The catalogue: country, three languages, page size; with abilities, whether the reader is signed in. */
export function catalogue(withAbilities: boolean): string {
  const can = withAbilities ? ` || ',"can":{"register":' || ($6::boolean and s.stage = 'OPEN' and s.starts_at > now() and coalesce(s.registration_until > now(), true)) || '}'` : '';
  return `with ${vocabulary('country', 'countries', 2)},
  ${vocabulary('profession', 'professions', 2)},
  ${vocabulary('language', 'languages', 2)},
  page as materialized (
    select s.*, row_number() over (order by s.starts_at, s.uuid) as n from (
      select uuid, starts_at, ends_at, town, places, places_taken, country_code, source_locale, stage, registration_until from training_session
      where country_code = $1 and ${isListed} order by starts_at, uuid limit $5::int + 1) s),
  shown as materialized (select * from page where n <= $5),
  trainers as materialized (
    select t.session_uuid, string_agg('{"id":"Expert_' || e.uuid || '","name":' || ${name} || ',"profession":' || p.j || '}', ',' order by t.position) as j
    from shown s join session_trainer t on t.session_uuid = s.uuid join listed_expert e on e.uuid = t.expert_uuid join professions p on p.code = e.profession_code
    group by t.session_uuid),
  spoken as materialized (
    select l.session_uuid, string_agg('{"use":"' || l.use || '","language":' || v.j || '}', ',' order by l.use desc, l.language_code) as j
    from shown s join session_language l on l.session_uuid = s.uuid join languages v on v.code = l.language_code
    group by l.session_uuid)
select '{"trainingSessions":{"nodes":[' || coalesce((select string_agg(
      '{"id":"TrainingSession_' || s.uuid || '","title":' || ${title(2)} || ',"startsAt":' || ${instant('s.starts_at')} || ',"endsAt":' || ${instant('s.ends_at')}
      || ',"town":' || coalesce(to_json(s.town)::text, 'null') || ',"placesLeft":' || greatest(s.places - s.places_taken, 0)
      || ',"country":' || (select c.j from countries c where c.code = s.country_code)
      || ',"trainers":[' || coalesce(t.j, '') || '],"languages":[' || coalesce(l.j, '') || ']'${can} || '}', ',' order by s.n)
    from shown s left join trainers t on t.session_uuid = s.uuid left join spoken l on l.session_uuid = s.uuid), '')
  || '],"pageInfo":{"hasNextPage":' || (select count(*) > $5 from page) || ',"hasPreviousPage":false,"startCursor":'
  || coalesce((select '"' || ${cursor} || '"' from shown where n = 1), 'null') || ',"endCursor":'
  || coalesce((select '"' || ${cursor} || '"' from shown order by n desc limit 1), 'null')
  || '},"totalCount":' || (select count(*) from training_session where country_code = $1 and ${isListed}) || '}}' as j`;
}

/** Countries with their next sessions: three languages, page size. */
export function countries(): string {
  const names = localized('country_translation', 'x.country_code = v.code', 'name', locales(1), (isFallback) => `array[x.name, ${object('name')(isFallback)}]`);
  return `with ${vocabulary('language', 'languages', 1, () => `'{"text":' || to_json(x.name) || '}'`)},
  named as materialized (select v.code, coalesce(${names}) as name from country v)
select '{"countries":[' || coalesce(string_agg('{"code":' || to_json(c.code) || ',"name":' || c.name[2] || ',"trainingSessions":{"nodes":['
  || array_to_string(array(
      select '{"id":"TrainingSession_' || s.uuid || '","title":' || ${title(1)} || ',"startsAt":' || ${instant('s.starts_at')}
        || ',"placesLeft":' || greatest(s.places - s.places_taken, 0) || ',"trainers":[' || array_to_string(array(
            select '{"id":"Expert_' || e.uuid || '","name":' || ${name} || ',"languages":[' || array_to_string(array(
                  select '{"level":"' || k.level || '","language":' || l.j || '}'
                  from expert_language k join languages l on l.code = k.language_code where k.expert_uuid = e.uuid
                  order by array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], k.level) desc, k.language_code), ',') || ']}'
            from session_trainer t join listed_expert e on e.uuid = t.expert_uuid where t.session_uuid = s.uuid order by t.position), ',') || ']}'
      from (select * from training_session where country_code = c.code and ${isListed} order by starts_at, uuid limit $4) s order by s.starts_at, s.uuid), ',')
  || ']}}', ',' order by c.name[1] collate "reader_ro", c.code), '') || ']}' as j from named c`;
}
