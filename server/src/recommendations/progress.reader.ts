/** How what has become of recommendations is read: by the services of the post of the country, and by the adviser. */
import { edge, localized, many, reader, sql } from '../core/reader/index.ts';
import { RecommendationProgress, RecommendationProgressLink, RecommendationProgressTranslation } from './progress.entity.ts';
import { seenProgress } from './recommendation.policy.ts';
import { RecommendationReader } from './recommendation.reader.ts';

const TextsReader = reader(RecommendationProgressTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select p.source_locale from recommendation_progress p where p.uuid = ${x.progress})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select p.source_version from recommendation_progress p where p.uuid = ${x.progress})`,
  }),
});
const LinkReader = reader(RecommendationProgressLink, {});

const ProgressReader = reader(RecommendationProgress, {
  rows: seenProgress,
  fields: (progress) => ({
    key: progress.uuid,
    seen: localized({ from: RecommendationProgressTranslation, text: 'seen', of: (x) => sql<boolean>`${x.progress} = ${progress.uuid}`, source: progress.sourceLocale, version: progress.sourceVersion }),
    texts: many(TextsReader, { on: (x) => sql`${x.progress} = ${progress.uuid}`, order: (x) => [x.locale] }),
  }),
});

edge(ProgressReader, 'links', { description: 'Where it can be read, in their order.', list: LinkReader, on: (link, progress) => sql`${link.progress} = ${progress.uuid}`, order: (link) => [link.position] });
edge(RecommendationReader, 'progress', {
  description: 'What has become of it, the entry made last first, and invented ones after all others: the first is how it stands. None unless you follow it.', list: ProgressReader,
  on: (progress, recommendation) => sql`${progress.recommendation} = ${recommendation.slug}`, order: (progress) => [progress.isDemonstration, sql`${progress.enteredAt} desc`, sql`${progress.position} desc`],
});
