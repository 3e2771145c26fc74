// A door of its own for pages of other features on which somebody is registered.
export { default as ConsentField } from '../ConsentField.vue';
export { type MyselfFaults, myselfFaults, toldFaultsOfMyself, type ToldOfMyself, type TypedMyself, type Way, wayOf } from '../myselfForm.ts';
export { default as OwnFields } from '../OwnFields.vue';
export { withoutGone } from '../registerForm.ts';
export { default as RemovedPerson } from '../RemovedPerson.vue';
export { MOST_PEOPLE, usePeople } from '../usePeople.ts';
export type { Registered } from '../useRegistrations.ts';
export { useRegistrationWords } from '../useRegistrationWords.ts';
