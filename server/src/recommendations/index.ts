/** The recommendations of monitoring bodies. */
export { Recommendation, RecommendationTheme, RecommendationTranslation, RecommendationVerb } from './recommendation.entity.ts';
export { RecommendationReader } from './recommendation.reader.ts';
import './recommendation.personal.ts';
