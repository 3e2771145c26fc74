/** The needs that whoever asks sees: of a post those of its country, of the adviser all. The rules of rows say which. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { codesOf, namesOf, type Said, saidOf, together } from './chain.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named } from './names.ts';
import { inFile, outdatedOf, saidCells, textOf } from './said.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

type Words = ExportWords['needs'];

/** Which, as the page asks for them: by codes and days; what is left out asks nothing. */
export interface NeedsWanted {
  readonly country: string | null;
  readonly theme: string | null;
  readonly subtheme: string | null;
  readonly pillar: string | null;
  readonly urgency: string | null;
  readonly status: string | null;
  /** Entered on this day or later, and on this day or before, in Paris. */
  readonly from: string | null;
  readonly until: string | null;
}

/** A need as it is in a file of JSON: by codes, with all that is said of it in any language. */
interface NeedRecord {
  readonly key: string;
  readonly isDemonstration: boolean;
  readonly enteredOn: string;
  readonly enteredAs: string;
  readonly country: string;
  readonly theme: string;
  readonly subtheme: string | null;
  readonly furtherThemes: readonly string[];
  readonly pillar: keyof Words['pillar'];
  readonly audiences: readonly string[];
  readonly criteria: readonly (keyof Words['criterion'])[];
  readonly urgency: keyof Words['urgency'];
  readonly status: keyof Words['status'];
  readonly sourceLocale: Locale;
  readonly texts: Said<'title' | 'text'>;
  /** The languages of the texts that were translated from an earlier version. */
  readonly outdated: readonly Locale[];
  readonly links: readonly { readonly url: string; readonly label: string }[];
  readonly history: readonly { readonly on: string; readonly as: string; readonly to: string; readonly reason: string | null; readonly locale: Locale | null }[];
}

interface Row extends NeedRecord {
  readonly names: { readonly country: string; readonly theme: string; readonly subtheme: string | null; readonly furtherThemes: readonly string[]; readonly audiences: readonly string[] };
}

const statement = (locale: Locale): string => `
  select n.uuid as key, n.is_demonstration as "isDemonstration", (n.entered_at at time zone 'Europe/Paris')::date::text as "enteredOn", n.entered_as as "enteredAs", n.country_code as country, n.theme_code as theme, n.subtheme_code as subtheme,
    ${codesOf('theme', 'need_theme', 't.need_uuid = n.uuid')} as "furtherThemes", n.pillar, ${codesOf('audience', 'need_audience', 't.need_uuid = n.uuid')} as audiences, to_jsonb(n.criteria) as criteria, n.urgency, n.status,
    n.source_locale as "sourceLocale", ${saidOf('need_translation', ['need_uuid', 'n.uuid'], ['title', 'text'])} as texts, ${outdatedOf('need_translation', ['need_uuid', 'n.uuid'], 'n.source_version')} as outdated,
    (select coalesce(jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.position), '[]') from need_link l where l.need_uuid = n.uuid) as links,
    (select coalesce(jsonb_agg(jsonb_build_object('on', (s.at at time zone 'Europe/Paris')::date, 'as', s.by_role, 'to', s.to_status, 'reason', s.reason, 'locale', s.locale) order by s.position), '[]') from need_step s where s.need_uuid = n.uuid) as history,
    jsonb_build_object('country', ${named('country', 'country_code', 'n.country_code', locale)}, 'theme', ${named('theme', 'theme_code', 'n.theme_code', locale)}, 'subtheme', ${named('subtheme', 'subtheme_code', 'n.subtheme_code', locale)}, 'furtherThemes', ${namesOf('theme', 'need_theme', 't.need_uuid = n.uuid', locale)}, 'audiences', ${namesOf('audience', 'need_audience', 't.need_uuid = n.uuid', locale)}) as names
  from need n where (?::text is null or n.country_code = ?::text) and (?::text is null or n.theme_code = ?::text or exists (select from need_theme t where t.need_uuid = n.uuid and t.theme_code = ?::text))
    and (?::text is null or n.subtheme_code = ?::text) and (?::text is null or n.pillar = ?::text) and (?::text is null or n.urgency = ?::text) and (?::text is null or n.status = ?::text)
    and (?::date is null or n.entered_at >= ?::date::timestamp at time zone 'Europe/Paris') and (?::date is null or n.entered_at < (?::date + 1)::timestamp at time zone 'Europe/Paris')
  order by n.entered_at desc, n.uuid ${ONE_MORE}`;

/** Those that meet the conditions, the latest first. */
export async function needsOf(em: EntityManager, { country, theme, subtheme, pillar, urgency, status, from, until }: NeedsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = whole(await em.execute<Row[]>(statement(locale), [country, country, theme, theme, theme, subtheme, subtheme, pillar, pillar, urgency, urgency, status, status, from, from, until, until]));
  const { title: named, head, ...said } = words.needs;
  const line = ({ names, texts, history, ...need }: Row) => {
    const [title, text] = [inFile(texts, 'title', locale, need), inFile(texts, 'text', locale, need)];
    return [
      need.enteredOn, names.country, names.theme, names.subtheme, together(names.furtherThemes), said.pillar[need.pillar], need.isDemonstration ? together([words.about.demonstration, textOf(title)]) : textOf(title), textOf(text), ...saidCells([title, text], words), together(names.audiences),
      together(need.criteria.map((one) => said.criterion[one])), said.urgency[need.urgency], said.status[need.status], history.at(-1)?.reason ?? null, together(need.links.flatMap(({ label, url }) => [label, url])),
    ];
  };
  return {
    title: named,
    heads: [head.entered, words.head.country, head.theme, head.subtheme, head.furtherThemes, head.pillar, head.name, head.text, words.said.language, words.said.state, head.audiences, head.criteria, head.urgency, head.status, head.reason, head.links],
    rows: rows.map(line),
    records: rows.map(({ names: _names, ...record }) => record),
  };
}
