/** The recommendations of monitoring bodies, and what has become of them. */
export { RecommendationProgress, RecommendationProgressLink, RecommendationProgressTranslation } from './progress.entity.ts';
export { RecommendationProgressResolver } from './progress.resolver.ts';
export { Recommendation, RecommendationTheme, RecommendationTranslation, RecommendationVerb } from './recommendation.entity.ts';
export { RecommendationReader } from './recommendation.reader.ts';
import './progress.reader.ts';
import './recommendation.personal.ts';
