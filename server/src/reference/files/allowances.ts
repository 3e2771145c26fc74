/** What allowances.json says: by which rules allowances are computed. What a day in a country gives is entered by people. */
import type { FileRow, Row } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { provenanceOf } from './parts.ts';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The rows of the rules. */
export function allowanceRows(file: Entry): FileRow[] {
  file.leave('credits', 'asOf');
  return file.list('rules').map((rule): FileRow => {
    const [night, lunch, dinner] = [rule.entry('night'), rule.entry('lunch'), rule.entry('dinner')];
    const values = {
      code: rule.text('code', /^[a-z]+(-[a-z\d]+)*$/), valid_from: rule.text('validFrom', DAY), ...windowOf('night', night), is_night_whole: night.flag('isWhole'), ...windowOf('lunch', lunch), ...windowOf('dinner', dinner), ...provenanceOf(rule),
    };
    return { table: 'allowance_rule', values };
  });
}

const windowOf = (name: string, window: Entry): Row => ({ [`${name}_permille`]: window.integer('permille', 0, 1000), [`${name}_from`]: window.text('from', HOUR), [`${name}_until`]: window.text('until', HOUR) });
