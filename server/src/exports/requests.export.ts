/** The cooperation requests that whoever asks sees, with what the services of the post think of them where they see that. The rules of rows say which. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { codesOf, namesOf, type Said, saidOf, together } from './chain.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named, sessionTitle } from './names.ts';
import { inFile, outdatedOf, saidCells, textOf } from './said.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

type Words = ExportWords['requests'];
type Criterion = keyof Words['criterion'];

/** Which, as the page asks for them: by codes; what is left out asks nothing. */
export interface RequestsWanted {
  readonly country: string | null;
  readonly kind: string | null;
  readonly theme: string | null;
  readonly urgency: string | null;
  readonly status: string | null;
}

interface Opinion {
  readonly service: 'SCAC' | 'SSI';
  readonly state: keyof Words['opinion'];
  readonly reason: string | null;
  readonly locale: Locale | null;
}

/** A request as it is in a file of JSON: by codes, with all that is said of it in any language. */
interface RequestRecord {
  readonly key: string;
  readonly isDemonstration: boolean;
  readonly sentOn: string;
  readonly sentAs: string;
  readonly kind: keyof Words['kind'];
  readonly country: string;
  readonly theme: string;
  readonly audiences: readonly string[];
  readonly criteria: readonly (keyof ExportWords['needs']['criterion'])[];
  readonly urgency: keyof ExportWords['needs']['urgency'];
  readonly wishedFrom: string | null;
  readonly wishedUntil: string | null;
  /** The key of the need that it answers; null where there is none for who asks. */
  readonly need: string | null;
  readonly status: keyof Words['status'];
  readonly sourceLocale: Locale;
  readonly texts: Said<'subject' | 'text'>;
  /** The languages of the texts that were translated from an earlier version. */
  readonly outdated: readonly Locale[];
  readonly dueOn: string | null;
  readonly opinions: readonly Opinion[];
  readonly decision: keyof Words['decision'] | null;
  readonly met: readonly Criterion[];
  readonly notMet: readonly Criterion[];
  /** The keys of what came of it, as far as who asks sees that. */
  readonly session: string | null;
  readonly mission: string | null;
  readonly history: readonly { readonly on: string; readonly as: string; readonly to: string; readonly reason: string | null; readonly locale: Locale | null }[];
}

/** The title of what is linked, in the languages in which it is said, and the one in which it was written. */
interface Linked {
  readonly said: Said<'title'>;
  readonly source: Locale;
}

interface Row extends RequestRecord {
  readonly names: { readonly country: string; readonly theme: string; readonly audiences: readonly string[]; readonly session: string | null };
  readonly needTitle: Linked | null;
  readonly missionTitle: Linked | null;
}

/** What is linked is read by its own table: to whoever does not see it there is none. */
const linkedTitle = (of: 'need' | 'mission', x: string): string => `case when ${x}.uuid is not null then jsonb_build_object('said', ${saidOf(`${of}_translation`, [`${of}_uuid`, `${x}.uuid`], ['title'])}, 'source', ${x}.source_locale) end`;

const statement = (locale: Locale): string => `
  select r.uuid as key, r.is_demonstration as "isDemonstration", (r.sent_at at time zone 'Europe/Paris')::date::text as "sentOn", r.sent_as as "sentAs", r.kind, r.country_code as country, r.theme_code as theme,
    ${codesOf('audience', 'cooperation_request_audience', 't.request_uuid = r.uuid')} as audiences, to_jsonb(r.criteria) as criteria, r.urgency, r.wished_from::text as "wishedFrom", r.wished_until::text as "wishedUntil", n.uuid as need, r.status,
    r.source_locale as "sourceLocale", ${saidOf('cooperation_request_translation', ['request_uuid', 'r.uuid'], ['subject', 'text'])} as texts, ${outdatedOf('cooperation_request_translation', ['request_uuid', 'r.uuid'], 'r.source_version')} as outdated, r.due_on::text as "dueOn",
    (select coalesce(jsonb_agg(jsonb_build_object('service', o.service, 'state', request_opinion_state(o.answer, r.due_at, r.settled_at, o.silence_agrees), 'reason', o.reason, 'locale', o.locale) order by o.service), '[]') from cooperation_request_opinion o where o.request_uuid = r.uuid) as opinions,
    r.decision, to_jsonb(r.met) as met, to_jsonb(r.not_met) as "notMet", s.uuid as session, m.uuid as mission,
    (select coalesce(jsonb_agg(jsonb_build_object('on', (h.at at time zone 'Europe/Paris')::date, 'as', h.by_role, 'to', h.to_status, 'reason', h.reason, 'locale', h.locale) order by h.position), '[]') from cooperation_request_step h where h.request_uuid = r.uuid) as history,
    jsonb_build_object('country', ${named('country', 'country_code', 'r.country_code', locale)}, 'theme', ${named('theme', 'theme_code', 'r.theme_code', locale)}, 'audiences', ${namesOf('audience', 'cooperation_request_audience', 't.request_uuid = r.uuid', locale)},
      'session', ${sessionTitle(locale)}) as names,
    ${linkedTitle('need', 'n')} as "needTitle", ${linkedTitle('mission', 'm')} as "missionTitle"
  from cooperation_request r left join need n on n.uuid = r.need_uuid left join training_session s on s.uuid = r.session_uuid left join mission m on m.uuid = r.mission_uuid
  where (?::text is null or r.country_code = ?::text) and (?::text is null or r.kind = ?::text) and (?::text is null or r.theme_code = ?::text) and (?::text is null or r.urgency = ?::text) and (?::text is null or r.status = ?::text)
  order by r.sent_at desc, r.uuid ${ONE_MORE}`;

/** Those that meet the conditions, the latest first. */
export async function requestsOf(em: EntityManager, { country, kind, theme, urgency, status }: RequestsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = whole(await em.execute<Row[]>(statement(locale), [country, country, kind, kind, theme, theme, urgency, urgency, status, status]));
  const { title, head, ...said } = words.requests;
  const shared = words.needs;
  const opinion = ({ opinions }: Row, of: 'SCAC' | 'SSI'): string | null => together(opinions.filter(({ service }) => service === of).flatMap(({ state, reason }) => [said.opinion[state], reason]));
  const found = ({ decision, met, notMet }: Row): string | null => (decision === null ? null : together((Object.keys(said.criterion) as Criterion[]).map((one) => `${said.criterion[one]} – ${said.finding[met.includes(one) ? 'MET' : notMet.includes(one) ? 'NOT_MET' : 'UNKNOWN']}`)));
  const why = ({ history }: Row, to: string): string | null => history.find((step) => step.to === to)?.reason ?? null;
  const line = (row: Row) => {
    const [subject, text] = [inFile(row.texts, 'subject', locale, row), inFile(row.texts, 'text', locale, row)];
    const linked = (title: Linked | null): string | null => title && textOf(inFile(title.said, 'title', locale, { sourceLocale: title.source, outdated: [] }));
    return [
      row.sentOn, row.names.country, said.kind[row.kind], row.names.theme, row.isDemonstration ? together([words.about.demonstration, textOf(subject)]) : textOf(subject), textOf(text), ...saidCells([subject, text], words), together(row.names.audiences), together(row.criteria.map((one) => shared.criterion[one])),
      shared.urgency[row.urgency], row.wishedFrom, row.wishedUntil, linked(row.needTitle), said.status[row.status], row.dueOn, opinion(row, 'SCAC'), opinion(row, 'SSI'), row.decision && said.decision[row.decision], found(row), why(row, 'DECIDED'), why(row, 'CLOSED'),
      row.names.session, linked(row.missionTitle),
    ];
  };
  return {
    title,
    heads: [
      head.sent, words.head.country, head.kind, shared.head.theme, head.subject, head.text, words.said.language, words.said.state, shared.head.audiences, shared.head.criteria, shared.head.urgency, head.wishedFrom, head.wishedUntil, head.need, head.status, head.dueOn,
      filled(head.opinion, { service: 'SCAC' }), filled(head.opinion, { service: 'SSI' }), head.decision, head.criteria, head.answer, head.done, head.session, head.mission,
    ],
    rows: rows.map(line),
    records: rows.map(({ names: _names, needTitle: _need, missionTitle: _mission, ...record }) => record),
  };
}
