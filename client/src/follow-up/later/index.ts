// A door of its own for pages that visitors find: what is of following recommendations comes after them, and to most readers not at all.
export { CountryStandings } from '../laterCountryStandings.ts';
export { OverdueMark } from '../laterOverdueMark.ts';
export { ProgressSection } from '../laterProgressSection.ts';
export { StandingField } from '../laterStandingField.ts';
export { STANDINGS } from '../standings.ts';
export { useStandingWords } from '../useStandingWords.ts';
