/** Saying that the number of a hotline was checked, and whether it holds. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberRole } from '../accounts/index.ts';
import { heldAs, todayIn, type WhichCountry } from './held-country.ts';
import { fault, invalid, result, type UpkeepResult } from './upkeep-words.ts';

/** Which number, as it was read, the day on which it was checked (`2027-04-02`), and whether it holds. */
export interface Checked extends WhichCountry {
  readonly number: string;
  readonly checkedOn: string;
  readonly holds: boolean;
}

/** Says whether a number holds, as of a day: from then on it is one to call, or is not any more, unless whoever says so is invented. It says nothing of another number; sent again it is said already. */
export async function checkHotline(em: EntityManager, which: Checked): Promise<UpkeepResult> {
  if (which.checkedOn > (await todayIn(em, which))) return invalid(fault('CHECKED_ON', 'TO_COME'));
  const as = await heldAs(em, which);
  return as === undefined ? result('NOT_ALLOWED') : confirm(em, which, as);
}

async function confirm(em: EntityManager, { country, number, checkedOn, holds }: Checked, as: MemberRole): Promise<UpkeepResult> {
  const [hotline] = await em.execute<{ checkedOn: string | null; by: string | null; holds: boolean | null }[]>(
    `select greatest(h.checked_on, c.checked_on::text) as "checkedOn", c.checked_as as by, c.holds from hotline h
     left join lateral (select x.checked_on, x.checked_as, x.holds from hotline_check x where x.country_code = h.country_code and x.number = h.number order by x.checked_on desc, x.checked_at desc, x.uuid limit 1) c on true
     where h.country_code = ? and h.number = ?`, [country, number]);
  if (!hotline) return result('GONE');
  if (hotline.checkedOn === checkedOn && hotline.by === as && hotline.holds === holds) return result('DONE');
  if (hotline.checkedOn !== null && checkedOn < hotline.checkedOn) return invalid(fault('CHECKED_ON', 'OUT_OF_RANGE'));
  // The rules of rows let nobody invented change which number is one to call: somebody may be in danger who calls it.
  await em.execute('update hotline set is_verified = ?, checked_on = ? where country_code = ? and number = ?', [holds, checkedOn, country, number]);
  await em.execute('insert into hotline_check (country_code, number, holds, checked_on, checked_as, is_demonstration) values (?, ?, ?, ?::date, ?, acts_invented())', [country, number, holds, checkedOn, as]);
  return result('DONE');
}
