/** The recommendations of monitoring bodies. */
export { Recommendation, RecommendationTheme, RecommendationTranslation, RecommendationVerb } from './recommendation.entity.ts';
import './recommendation.reader.ts';
import './recommendation.personal.ts';
