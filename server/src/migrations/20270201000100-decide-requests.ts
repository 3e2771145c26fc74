import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requestDecisionFunctions } from './request-decisions.ts';

const TABLE = 'cooperation_request';

/** The adviser decides about a cooperation request, once its post was heard: what, and which criteria it meets. Why is said by the step. What was granted is closed once it is done. */
export class Migration20270201000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "${TABLE}" add column "decision" text null, add column "met" text[] not null default '{}', add column "not_met" text[] not null default '{}';`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_decision_check" check ("decision" in ('GRANTED', 'GRANTED_IN_PART', 'REFUSED', 'REDIRECTED'));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_decided" check ((decision is not null) = (status in ('DECIDED', 'CLOSED')) and (decision is not null or (met = '{}' and not_met = '{}')) and (status <> 'CLOSED' or decision in ('GRANTED', 'GRANTED_IN_PART')));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_findings" check (met || not_met <@ array['MANDATE', 'NEED_SHOWN', 'MEANS', 'NO_DUPLICATE', 'ADDED_VALUE'] and not met && not_met);`);
    for (const statement of requestDecisionFunctions) this.addSql(`${statement};`);
  }
}
