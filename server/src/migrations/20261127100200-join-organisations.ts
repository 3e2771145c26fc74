import { Migration } from '@mikro-orm/migrations';

const plain = (name: string): string => `fold(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`;

/** Which organisations somebody may mean by a name, as far as whoever asks may see them: published or not, in any language or by the acronym. */
export class Migration20261127100200 extends Migration {
  override up(): void {
    this.addSql(`
      create function named_alike(the_country text, the_name text) returns setof text language sql stable as $body$
        select o.slug from organisation o where o.country_code = the_country and o.kind = 'NGO' and (${plain('o.acronym')} = ${plain('the_name')}
          or exists (select from organisation_translation x where x.organisation_slug = o.slug and ${plain('x.name')} = ${plain('the_name')}))
      $body$;`);
  }
}
