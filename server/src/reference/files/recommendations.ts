/** What recommendations.json says. */
import { RecommendationVerb } from '../../recommendations/index.ts';
import type { FileRow } from '../tables.ts';
import type { Entry } from './entry.ts';
import { type Codes, provenanceOf } from './parts.ts';

/** The rows of the recommendations, summed up in English, and of their themes. */
export function recommendationRows(file: Entry, { countries, themes }: Pick<Codes, 'countries' | 'themes'>): FileRow[] {
  file.leave('asOf');
  return file.list('recommendations').flatMap((recommendation): FileRow[] => {
    const slug = recommendation.text('slug', /^[a-z0-9-]+$/);
    return [
      {
        table: 'recommendation',
        values: {
          slug, country_code: recommendation.code('country', countries), body: recommendation.text('body'),
          round: recommendation.maybeInteger('round'), year: recommendation.maybeInteger('year'), paragraph: recommendation.maybeInteger('paragraph'),
          verb: recommendation.code('verb', Object.values(RecommendationVerb)), source_locale: 'en', ...provenanceOf(recommendation),
        },
      },
      { table: 'recommendation_translation', values: { recommendation_slug: slug, locale: 'en', summary: recommendation.text('summary') } },
      ...recommendation.codes('themes', themes).map((theme): FileRow =>
        ({ table: 'recommendation_theme', values: { recommendation_slug: slug, theme_code: theme } })),
    ];
  });
}
