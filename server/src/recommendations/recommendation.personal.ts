/** Recommendations are made to States; what has become of them is said by somebody, and names nobody. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { RecommendationProgress, RecommendationProgressLink, RecommendationProgressTranslation } from './progress.entity.ts';
import { Recommendation, RecommendationTheme, RecommendationTranslation } from './recommendation.entity.ts';

noPersons('PUBLIC_FACTS', [Recommendation, RecommendationTheme, RecommendationTranslation]);

personalData(RecommendationProgress, {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  about: { shared: { enteredBy: [] } },
  columns: { enteredBy: {} },
  none: ['uuid', 'recommendation', 'position', 'status', 'asOf', 'sourceLocale', 'sourceVersion', 'enteredAt', 'enteredAs', 'version', 'isDemonstration'],
});

noPersons('EVENTS', [RecommendationProgressTranslation, RecommendationProgressLink]);
