import { Migration } from '@mikro-orm/migrations';
import { needLinkFunctions } from './need-links.ts';

const SEES_NEED = 'exists (select from need n where n.uuid = need_uuid)';
/** Which leg of a mission works on a need: in the country of the need alone, for whoever sees the leg. */
const LEG_OF_NEED = `select distinct x.need_uuid, l.uuid as leg_uuid from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid join need n on n.uuid = x.need_uuid
    join mission_leg l on l.mission_uuid = o.mission_uuid and l.country_code = n.country_code
    where (l.is_demonstration or not (select acts_invented() as acts_invented)) and ((select is_adviser() as is_adviser) or (l.is_shown and is_post_of(acting_person(), l.country_code)))`;

/** What works on a need: training sessions, and objectives and findings of missions. Each link is read by whoever sees both of its ends, and stays when the need is withdrawn. */
export class Migration20261228000100 extends Migration {
  override up(): void {
    this.#addTable('session', 'training_session');
    this.#addTable('mission_objective', 'mission_objective', 'objective');
    this.#addTable('finding', 'finding');
    for (const statement of needLinkFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.addSql(`create view "need_leg" with (security_barrier = true) as ${LEG_OF_NEED};`);
    for (const act of ['insert', 'update', 'delete']) this.addSql(`create rule "need_leg_${act}" as on ${act} to "need_leg" do instead nothing;`);
  }

  #addTable(of: string, owner: string, column = of): void {
    const table = `${of}_need`;
    this.addSql(`create table "${table}" ("${column}_uuid" uuid not null, "need_uuid" uuid not null, primary key ("${column}_uuid", "need_uuid"));`);
    this.addSql(`create index "${table}_need_uuid_index" on "${table}" ("need_uuid");`);
    this.addSql(`alter table "${table}" add constraint "${table}_${column}_uuid_foreign" foreign key ("${column}_uuid") references "${owner}" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "${table}" add constraint "${table}_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "${table}" enable row level security;`);
  }

  #addRules(): void {
    const prepares = `may_prepare_session(acting_person(), session_uuid) and ${SEES_NEED}`;
    this.addSql(`create policy "session_need_seen" on "session_need" for select using (${SEES_NEED} and exists (select from training_session s where s.uuid = session_uuid));`);
    this.addSql(`create policy "session_need_made" on "session_need" for insert with check (${prepares});`);
    this.addSql(`create policy "session_need_removed" on "session_need" for delete using (${prepares});`);
    for (const [table, owner, column] of [['mission_objective_need', 'mission_objective', 'objective_uuid'], ['finding_need', 'finding', 'finding_uuid']] as const) {
      const rule = `(select is_adviser()) and exists (select from ${owner} o where o.uuid = ${column}) and ${SEES_NEED}`;
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
  }
}
