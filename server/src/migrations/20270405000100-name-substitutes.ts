import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { secretPlaceTriggersOfSubstitutes } from './secret-places.ts';

const ASKED = 'availability_asked(text)';
const ANSWER = 'answer_availability(text,uuid,int,text[],text,text)';

/** A function under another signature, with these words of it changed; the one before is gone. It fails where it does not say that. */
const renewed = (signature: string, changes: readonly (readonly [from: string, to: string])[]): string => `do $renew$
declare
  is_now text := pg_get_functiondef('${signature}'::regprocedure);
begin
  ${changes.map(([from, to]) => `if position('${from}' in is_now) = 0 then raise exception '${signature} does not say that'; end if; is_now := replace(is_now, '${from}', '${to}');`).join('\n  ')}
  drop function ${signature};
  execute is_now;
end $renew$`;

/** Whoever is not free on some day names, with their answer, who could come in their place: a name, which goes with what was asked, and nothing by which anybody is reached. */
export class Migration20270405000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql('alter table "availability_request" add column "substitute" text null;');
    this.addSql(`alter table "availability_request" add constraint "availability_request_substitute" check (char_length(substitute) <= 120 and (substitute is null or 'NO' = any(answers)));`);
    this.addSql(`${renewed(ASKED, [['remark_locale text)', 'remark_locale text, substitute text)'], ['r.remark_locale', 'r.remark_locale, r.substitute']])};`);
    this.addSql(`${renewed(ANSWER, [['the_locale text)', 'the_locale text, the_substitute text)'], ['r.remark is not distinct from the_remark', 'r.remark is not distinct from the_remark and r.substitute is not distinct from the_substitute'], ['remark = the_remark,', 'remark = the_remark, substitute = the_substitute,']])};`);
    this.addSql('drop trigger "availability_request_keeps_places" on "availability_request";');
    for (const statement of secretPlaceTriggersOfSubstitutes) this.addSql(`${statement};`);
    // Who was named goes with the answer.
    this.addSql(`${amended('void_availability_links()', 'remark = null,', 'remark = null, substitute = null,')};`);
  }
}
