/** What travel.json says: between which cities people travel, or cannot, and rules of borders. How long a link takes, what it costs and when it leaves is entered by people. */
import type { FileRow, Row } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { provenanceOf } from './parts.ts';

const CODE = /^[a-z]+(-[a-z]+)*$/;
const COUNTRY = /^[A-Z]{2}$/;
const MODES = ['FLIGHT', 'TRAIN', 'COACH', 'ROAD'] as const;

/** Of the cities that links lead to: their codes, and in which countries they are. */
export interface Ends {
  readonly cities: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

const datesOf = (entry: Entry): Row => ({ valid_from: entry.maybeText('validFrom', DAY), valid_until: entry.maybeText('validUntil', DAY) });
const listed = (codes: readonly string[]): string | null => (codes.length === 0 ? null : codes.join(' '));

/** The rows of the links and of the rules. */
export function travelRows(file: Entry, { cities, countries }: Ends): FileRow[] {
  file.leave('credits', 'asOf');
  const links = file.list('links').map((link): FileRow => {
    const [from, to] = [link.code('from', cities), link.code('to', cities)];
    if (from === to) link.refuse('to', 'leads nowhere');
    const values = {
      code: link.text('code', CODE), from_city_code: from, to_city_code: to, mode: link.code('mode', MODES), has_service: link.flag('hasService'), country_codes: listed(link.codes('countries', countries)), ...datesOf(link), ...provenanceOf(link),
    };
    return { table: 'travel_link', values };
  });
  const rules = file.list('borderRules').map((rule): FileRow => {
    const values = {
      code: rule.text('code', CODE), from_country: rule.text('from', COUNTRY), to_country: rule.text('to', COUNTRY), unless_entered_from: listed(rule.codes('unlessEnteredFrom', countries)) ?? rule.refuse('unlessEnteredFrom', 'is empty'),
      ...datesOf(rule), ...provenanceOf(rule),
    };
    return { table: 'border_rule', values };
  });
  return [...links, ...rules];
}
