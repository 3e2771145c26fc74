export { default as AddToCalendar } from './AddToCalendar.vue';
export { default as OwnCalendars } from './OwnCalendars.vue';
export { default as SubscribeTo } from './SubscribeTo.vue';
