/** Needs: what posts see missing in their countries, read by the adviser. */
export { type NeedLinkFault, needLinkFaults, type NeedLinks, type WorksOn, writeNeedLinks } from './linked-needs.ts';
export { NeedAudience, NeedLink, NeedStep, NeedTheme } from './need-parts.entity.ts';
export { NeedCriterion, NeedPillar, NeedStatus, NeedUrgency } from './need-words.ts';
export { Need, NeedTranslation } from './need.entity.ts';
export { NeedReader } from './need.reader.ts';
export { NeedsResolver } from './needs.resolver.ts';
import './needs.personal.ts';
