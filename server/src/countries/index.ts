/** The countries of the area. */
export { Country, CountryFact, CountryLanguage, CountryTranslation } from './country.entity.ts';
export { CountryReader, HolidayReader, HotlineReader } from './country.reader.ts';
export { Holiday, HolidayTranslation } from './holiday.entity.ts';
export { Hotline } from './hotline.entity.ts';
export { Membership, MembershipBody, MembershipStatus } from './membership.entity.ts';
export { contextOfBody } from './name-note.reader.ts';
export { CountryNameNote, CountryNameNoteTranslation, NameContext, NameContextBody } from './name-note.entity.ts';
import './country.personal.ts';
