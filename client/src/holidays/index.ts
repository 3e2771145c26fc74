export { default as CorrectedBy } from './CorrectedBy.vue';
export { default as HolidayList } from './HolidayList.vue';
export { default as HolidayNotice } from './HolidayNotice.vue';
export { default as HolidayTable } from './HolidayTable.vue';
export { holidaysOn } from './holidaysOn.ts';
export { type Holiday, useHolidays } from './useHolidays.ts';
