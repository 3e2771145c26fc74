/** What countries have in their own law for an instrument, and what they have reserved or declared about it. */
export { NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation } from './provision.entity.ts';
export { PublicProvision } from './public-provision.entity.ts';
export { ProvisionsResolver } from './provisions.resolver.ts';
import './provisions.personal.ts';
import './provisions.reader.ts';
import './public-provision.reader.ts';
