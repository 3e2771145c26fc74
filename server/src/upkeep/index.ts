/** What posts and the adviser keep of countries: their public holidays, whether their hotlines hold, and what to know of travelling there. */
export { HolidayChange } from './holiday-change.entity.ts';
export { HotlineCheck } from './hotline-check.entity.ts';
export { TravelNote, TravelNoteTranslation } from './travel-note.entity.ts';
export { UpkeepResolver } from './upkeep.resolver.ts';
import './upkeep.personal.ts';
import './upkeep.reader.ts';
