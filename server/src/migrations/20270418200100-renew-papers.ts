import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { RENEWS, renewing } from './renewing.ts';

const adviserOf = (row: string): string => `(is_adviser() and (${row}.is_demonstration or not acts_invented()))`;
const orJob = (row: string): string => `(${RENEWS} or ${adviserOf(row)})`;

/** Papers of missions that are agreed are renewed by themselves: since when a paper has differed from what is so, and how, is kept with it, and so is which version nobody has made. */
export class Migration20270418200100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql('alter table "mission_paper" add column "is_renewed" boolean not null default false, add column "difference" text null, add column "differs_since" timestamptz null;');
    this.addSql('alter table "mission_paper" add constraint "mission_paper_differs" check ((difference is null) = (differs_since is null));');
    this.addSql('alter table "mission_paper" add constraint "mission_paper_renewed" check (number > 1 or not is_renewed);');
    this.addSql(amended('leg_on_paper(uuid, uuid)', adviserOf('l'), orJob('l')));
    this.addSql(amended('member_on_paper(uuid)', adviserOf('t'), orJob('t')));
    this.addSql(amended('paper_readers(uuid)', adviserOf('t'), orJob('t')));
    for (const statement of renewing) this.addSql(`${statement};`);
  }
}
