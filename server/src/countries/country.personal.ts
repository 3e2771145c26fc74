/** Countries, their names, holidays and hotlines are public facts: no line of these tables names anybody. */
import { noPersons } from '../core/personal/index.ts';
import { Country, CountryFact, CountryLanguage, CountryTranslation } from './country.entity.ts';
import { Holiday, HolidayTranslation } from './holiday.entity.ts';
import { Hotline } from './hotline.entity.ts';
import { Membership } from './membership.entity.ts';
import { CountryNameNote, CountryNameNoteTranslation, NameContextBody } from './name-note.entity.ts';

noPersons('PUBLIC_FACTS', [Country, CountryFact, CountryLanguage, CountryTranslation, Holiday, HolidayTranslation, Hotline, Membership, CountryNameNote, CountryNameNoteTranslation, NameContextBody]);
