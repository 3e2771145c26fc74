/** What is said of a recommendation, in texts as a file has them: empty where nothing is said. */
import { RECOMMENDATION_COLUMNS, type RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';

/** What can be said of one beside its key. */
export type ContentField = Exclude<RecommendationColumn, 'slug'>;
export const CONTENT_FIELDS: readonly ContentField[] = RECOMMENDATION_COLUMNS.filter((column) => column !== 'slug');

/** Numbers in digits, themes by their codes in alphabetical order with a blank between, a day, a month or a year as it is stored. */
export type Content = Readonly<Record<ContentField, string>>;

/** What can never become something else: who follows a recommendation depends on its country, what its translations say on its language. */
export const FIXED: readonly ContentField[] = ['country', 'language'];
