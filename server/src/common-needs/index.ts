/** Common needs: what needs of several countries have in common, suggested by comparing them and decided by the adviser. */
export { CommonNeedMember, CommonNeedStep, NeedsApart } from './common-need-parts.entity.ts';
export { CommonNeed, CommonNeedTranslation } from './common-need.entity.ts';
export { CommonNeedReader } from './common-need.reader.ts';
export { CommonNeedsResolver } from './common-needs.resolver.ts';
export { CommonNeedSuggestionsResolver } from './suggestions.resolver.ts';
import './common-needs.personal.ts';
