/** How it is read what posts keep of their countries: corrections of holidays and checks of hotlines by everybody, notes on travelling by those who travel there or answer for a country. */
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, localized, many, reader, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader, HolidayReader, HotlineReader } from '../countries/index.ts';
import { HolidayChange } from './holiday-change.entity.ts';
import { HotlineCheck } from './hotline-check.entity.ts';
import { TravelNote, TravelNoteTranslation } from './travel-note.entity.ts';
import { seenTravelNotes } from './upkeep.policy.ts';

const byPost = (as: Sql): Sql<boolean> => sql<boolean>`${as} in ('SCAC', 'SSI')`;

const HolidayChangeReader = reader(HolidayChange, { fields: (change) => ({ isByPost: byPost(change.changedAs), provenance: provenanceOf(change) }) });
const HotlineCheckReader = reader(HotlineCheck, { fields: (check) => ({ isByPost: byPost(check.checkedAs) }) });
const TextsReader = reader(TravelNoteTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select n.source_locale from travel_note n where n.uuid = ${x.note})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select n.source_version from travel_note n where n.uuid = ${x.note})`,
  }),
});
const TravelNoteReader = reader(TravelNote, {
  rows: seenTravelNotes,
  fields: (note) => ({
    isByPost: byPost(note.enteredAs),
    text: localized({ from: TravelNoteTranslation, text: 'text', of: (x) => sql<boolean>`${x.note} = ${note.uuid}`, source: note.sourceLocale, version: note.sourceVersion }),
    texts: many(TextsReader, { on: (x) => sql`${x.note} = ${note.uuid}`, order: (x) => [x.locale] }),
  }),
});

edge(HolidayReader, 'correction', {
  description: 'How it was corrected last; null where it is as it was imported.', maybe: HolidayChangeReader,
  on: (change, holiday) => sql`${change.uuid} = (select c.uuid from holiday_change c where c.country_code = ${holiday.country} and c.date = ${holiday.date} order by c.changed_at desc, c.uuid limit 1)`,
});
edge(CountryReader, 'holidayChanges', {
  description: 'How its public holidays were corrected, what was done last first.', list: HolidayChangeReader, on: (change, country) => sql`${change.country} = ${country.code}`, order: (change) => [sql`${change.changedAt} desc`, change.uuid],
});
edge(HotlineReader, 'check', {
  description: 'Who has checked it last; null where only its source says so.', maybe: HotlineCheckReader,
  on: (check, hotline) => sql`${check.uuid} = (select c.uuid from hotline_check c where c.country_code = ${hotline.country} and c.number = ${hotline.number} and c.checked_on::text >= coalesce(${hotline.checkedOn}, '') order by c.checked_on desc, c.checked_at desc, c.uuid limit 1)`,
});
edge(CountryReader, 'travelNote', {
  description: 'What whoever travels there should know; null where nothing is said, or nothing to you.', maybe: TravelNoteReader,
  on: (note, country) => sql`${note.uuid} = (select n.uuid from travel_note n where n.country_code = ${country.code} order by n.is_demonstration limit 1)`,
});
