import { Migration } from '@mikro-orm/migrations';

/** A check is begun by who may bring such a file, and by nobody who only reads it. */
export class Migration20270415000200 extends Migration {
  override up(): void {
    this.addSql(`alter policy "file_check_begun" on "file_check" with check (checked_at is null and brought_by_id is not distinct from acting_person() and (
      exists (select from session_document d where d.uuid = document_uuid and may_prepare_session(acting_person(), d.session_uuid))
      or exists (select from answer_file f where f.uuid = answer_uuid and f.registration_uuid is null and (f.brought_by_id = acting_person() or f.link_hash = acting_link()))
      or ((select is_adviser()) and exists (select from clearance_file f where f.clearance_uuid = file_check.clearance_uuid))));`);
  }
}
