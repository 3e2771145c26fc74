/** Days, numbers and notes about countries: as which service something was said, never by whom. */
import { noPersons } from '../core/personal/index.ts';
import { HolidayChange } from './holiday-change.entity.ts';
import { HotlineCheck } from './hotline-check.entity.ts';
import { TravelNote, TravelNoteTranslation } from './travel-note.entity.ts';

noPersons('PUBLIC_FACTS', [HolidayChange, HotlineCheck, TravelNote, TravelNoteTranslation]);
