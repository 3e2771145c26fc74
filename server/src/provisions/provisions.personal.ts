/** Law and what States have said of it: nothing about persons. Who entered it stands in the journal. */
import { noPersons } from '../core/personal/index.ts';
import { NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation } from './provision.entity.ts';
import { PublicProvision } from './public-provision.entity.ts';

noPersons('PUBLIC_FACTS', [NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation, PublicProvision]);
