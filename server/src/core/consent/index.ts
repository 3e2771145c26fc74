export { visibilitiesOpenTo, Visibility } from './visibility.ts';
