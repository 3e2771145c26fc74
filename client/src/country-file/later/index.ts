// A door of its own for pages that visitors find: the way to the working file comes after them, and to most readers not at all.
export { CountryFileLink } from '../laterCountryFileLink.ts';
