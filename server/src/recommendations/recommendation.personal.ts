/** Recommendations are made to States. */
import { noPersons } from '../core/personal/index.ts';
import { Recommendation, RecommendationTheme, RecommendationTranslation } from './recommendation.entity.ts';

noPersons('PUBLIC_FACTS', [Recommendation, RecommendationTheme, RecommendationTranslation]);
