/** What the reference knows: the rows, the orders PostgreSQL gives them, and which cursor stands for which place. */
import { type Locale, LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { shown } from './localise.ts';
import { loadRows, type Row, type Rows } from './rows.ts';
import type { Sight } from './sight.ts';

/** The lists' sorts whose order is asked of PostgreSQL in a query of its own; `%` stands for the descending ones. */
const PLAIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Nobody here is shown any.
  AccessRequest: { LATEST: 'select uuid as id from access_request where false' },
  Registration: {
    LATEST: 'select uuid as id from registration order by registered_at desc, uuid desc', EARLIEST: 'select uuid as id from registration order by registered_at, uuid',
    TURN: `select uuid as id from registration order by coalesce(waits_since, 'infinity'), uuid`,
    DEADLINE: `select uuid as id from registration order by case when state = 'OFFERED' then offered_until else 'infinity' end, uuid`,
  },
  TrainingRecordEntry: { LATEST: 'select uuid as id from training_record where false' },
  LikelyDouble: { LIKELIEST: 'select uuid as id from likely_double where false' },
  Attendee: { NAME: 'select uuid as id from attendee where false' },
  SessionInvitation: { LATEST: 'select uuid as id from session_invitation where false' },
  AuditEntry: { LATEST: 'select uuid as id from audit_entry where false' },
  Invitation: { LATEST: 'select uuid as id from invitation order by sent_at desc, uuid desc' },
  QueuedJob: { ATTENTION: 'select key::text as id from queued_job where false' },
  NetworkMember: { SINCE: 'select uuid as id from network_member order by since desc, uuid desc' },
  DataRequest: { DUE: 'select uuid as id from data_request where false' },
  Expert: {
    PROFESSION: 'select e.uuid as id from expert e join profession p on p.code = e.profession_code order by p.position, e.uuid',
    LAST_MISSION: `select uuid as id from expert order by date_trunc('month', last_mission_on::timestamp) desc nulls last, uuid desc`,
  },
  Need: {
    NEWEST: 'select uuid as id from need order by entered_at desc, uuid desc',
    URGENCY: `select uuid as id from need order by array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], urgency) desc, uuid desc`,
  },
  Practice: { LATEST: 'select uuid as id from practice order by shown_on desc, uuid desc' },
  Recommendation: { LATEST: 'select slug as id from recommendation order by year desc nulls last, slug desc' },
  TrainingSession: {
    STARTS_AT: 'select uuid as id from training_session order by starts_at, uuid', LATEST: 'select uuid as id from training_session order by starts_at desc, uuid desc',
  },
};

/** The key of the rows of a list, where the list is one of which not everybody sees all. */
const LISTED: Readonly<Record<string, readonly [table: string, key: string]>> = {
  Registration: ['registration', 'uuid'], Invitation: ['invitation', 'uuid'], NetworkMember: ['network_member', 'uuid'], TrainingSession: ['training_session', 'uuid'], Practice: ['practice', 'uuid'], Need: ['need', 'uuid'],
};

/** The sorts by a plain text, in the order of the reader's language. */
const COLLATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NetworkMember: { NAME: 'select uuid as id from network_member order by name collate "reader_%", uuid' },
};

interface TextSort {
  readonly table: string;
  readonly key: string;
  readonly type: 'text' | 'uuid';
  readonly versions: string;
  readonly owner: string;
  readonly column: string;
  /** The column with the key of whose text it is, where it is another's: in English first. */
  readonly of?: string;
}

/** The sorts by a localised text, in the order of the reader's language. */
const BY_TEXT: Readonly<Record<string, Readonly<Record<string, TextSort>>>> = {
  City: { NAME: { table: 'city', key: 'code', type: 'text', versions: 'city_translation', owner: 'city_code', column: 'name' } },
  Country: { NAME: { table: 'country', key: 'code', type: 'text', versions: 'country_translation', owner: 'country_code', column: 'name' } },
  Need: { COUNTRY: { table: 'need', key: 'uuid', type: 'uuid', versions: 'country_translation', owner: 'country_code', column: 'name', of: 'country_code' } },
  Organisation: { NAME: { table: 'organisation', key: 'slug', type: 'text', versions: 'organisation_translation', owner: 'organisation_slug', column: 'name' } },
  Term: { NAME: { table: 'term', key: 'code', type: 'text', versions: 'term_name', owner: 'term_code', column: 'name' } },
  TrainingSession: { TITLE: { table: 'training_session', key: 'uuid', type: 'uuid', versions: 'training_session_translation', owner: 'session_uuid', column: 'title' } },
};

export interface Place {
  readonly type: string;
  readonly sort: string;
  readonly locale: Locale;
  readonly id: string;
}

interface Ordered {
  readonly ids: readonly string[];
  readonly ranks: ReadonlyMap<string, number>;
}

const name = (type: string, sort: string, locale: Locale): string => `${type} ${sort} ${World.isByText(type, sort) ? locale : ''}`;

export class World {
  /** What who asks sees. */
  readonly rows: Rows;
  /** What there is. */
  readonly everything: Rows;
  readonly sight: Sight;
  readonly #client: pg.Client;
  readonly #orders = new Map<string, Ordered>();
  readonly #textRanks = new Map<string, number>();
  readonly #cursors = new Map<string, string>();
  readonly #places = new Map<string, Place>();

  private constructor(client: pg.Client, everything: Rows, sight: Sight) {
    this.#client = client;
    this.everything = everything;
    this.rows = everything.seenBy((table, row) => sight.sees(table, row, everything));
    this.sight = sight;
  }

  /** The world as somebody sees it. */
  static async load(client: pg.Client, sight: Sight): Promise<World> {
    const world = new World(client, await loadRows(client, sight.person), sight);
    await world.#rankTexts();
    for (const [type, sorts] of Object.entries(PLAIN)) {
      for (const [sort, query] of Object.entries(sorts)) {
        const { rows } = await client.query<{ id: string }>(query);
        world.#keep(name(type, sort, 'en'), world.#seen(type, rows));
      }
    }
    for (const [type, sorts] of Object.entries(COLLATED)) {
      for (const [sort, query] of Object.entries(sorts)) {
        for (const locale of LOCALE_TAGS) world.#keep(name(type, sort, locale), world.#seen(type, (await client.query<{ id: string }>(query.replace('%', LOCALES[locale].intl))).rows));
      }
    }
    for (const [type, sorts] of Object.entries(BY_TEXT)) {
      for (const [sort, by] of Object.entries(sorts)) for (const locale of LOCALE_TAGS) world.#keep(name(type, sort, locale), await world.#byText(by, locale));
    }
    return world;
  }

  /** The lists and sorts there are, for the generator. */
  static sorts(type: string): string[] {
    return [PLAIN, COLLATED, BY_TEXT].flatMap((sorts) => Object.keys(sorts[type] ?? {}));
  }

  /** Whether the list is in the order of texts, another one in each language. */
  static isByText(type: string, sort: string): boolean {
    return (BY_TEXT[type]?.[sort] ?? COLLATED[type]?.[sort]) !== undefined;
  }

  ordered(type: string, sort: string, locale: Locale): readonly string[] {
    return this.#order(type, sort, locale).ids;
  }

  rank(type: string, sort: string, locale: Locale, id: string): number {
    return this.#order(type, sort, locale).ranks.get(id)!;
  }

  /** Where PostgreSQL puts `text` among all keys, codes and locales that lists are ordered by. */
  textRank(text: unknown): number {
    const rank = this.#textRanks.get(text as string);
    if (rank === undefined) throw new Error(`${String(text)} has no rank`);
    return rank;
  }

  /** Notes that the reader gives `cursor` for that place. Throws when it gave another one there, or this one elsewhere. */
  learn(cursor: string, place: Place): void {
    const key = `${name(place.type, place.sort, place.locale)} ${place.id}`;
    const other = this.#places.get(cursor);
    if ((this.#cursors.get(key) ?? cursor) !== cursor) throw new Error(`${key} has two cursors`);
    if (other && (other.type !== place.type || other.sort !== place.sort || other.id !== place.id)) throw new Error(`${key} and ${JSON.stringify(other)} share a cursor`);
    this.#cursors.set(key, cursor);
    this.#places.set(cursor, other ?? place);
  }

  cursor(type: string, sort: string, locale: Locale, id: string): string {
    return this.#cursors.get(`${name(type, sort, locale)} ${id}`)!;
  }

  /** The rank of a cursor in that list; undefined for one of another list or order, or of another language where texts are in order. */
  place(type: string, sort: string, locale: Locale, cursor: string): number | undefined {
    const place = this.#places.get(cursor);
    if (!place || place.type !== type || place.sort !== sort || this.cursor(type, sort, locale, place.id) !== cursor) return undefined;
    return this.rank(type, sort, locale, place.id);
  }

  #order(type: string, sort: string, locale: Locale): Ordered {
    const order = this.#orders.get(name(type, sort, locale));
    if (!order) throw new Error(`${type} has no order ${sort}`);
    return order;
  }

  #keep(key: string, ids: readonly string[]): void {
    this.#orders.set(key, { ids, ranks: new Map(ids.map((id, rank) => [id, rank])) });
  }

  /** The ids of those that who asks sees. */
  #seen(type: string, rows: readonly { readonly id: string }[]): string[] {
    const listed = LISTED[type];
    const ids = rows.map(({ id }) => id);
    return listed ? ids.filter((id) => this.rows.one(...listed, id) !== null) : ids;
  }

  async #byText({ table, key, type, versions, owner, column, of }: TextSort, locale: Locale): Promise<string[]> {
    const texts = this.rows.all(table).map((row: Row) => {
      const source = ((of === undefined ? row.source_locale : null) ?? 'en') as string;
      return [row[key], shown(locale, this.rows.where(versions, owner, row[of ?? key]!), column, source)!.text];
    });
    const { rows } = await this.#client.query<{ id: string }>(
      `select id from unnest($1::${type}[], $2::text[]) x(id, key) order by key collate "reader_${LOCALES[locale].intl}", id`,
      [texts.map(([id]) => id), texts.map(([, text]) => text)],
    );
    return rows.map((row) => row.id);
  }

  async #rankTexts(): Promise<void> {
    const columns: readonly [string, string][] = [
      ['country', 'code'], ['language', 'code'], ['instrument', 'code'], ['membership', 'body'], ['country_fact', 'field'], ['country_name_note', 'context'], ['country_coordination', 'kind'], ['country_coordination', 'code'], ['public_provision', 'country_code'], ['public_provision', 'instrument_code'], ['public_provision', 'kind'], ['public_provision', 'uuid'], ['country_name_note_translation', 'locale'], ['session_language', 'use'], ['recommendation', 'slug'], ['exchange_rate', 'currency'], ['allowance_rule', 'code'],
      ['travel_link', 'from_city_code'], ['travel_link', 'to_city_code'], ['travel_link', 'code'], ['border_rule', 'from_country'], ['border_rule', 'to_country'], ['border_rule', 'code'], ['interpretation_price', 'country_code'], ['interpretation_price', 'language_code'], ['interpretation_price', 'code'], ['country_hours', 'country_code'], ['country_hours', 'weekdays'], ['country_hours', 'from_hour'], ['country_hours', 'code'],
    ];
    const texts = [...LOCALE_TAGS, ...columns.flatMap(([table, column]) => this.rows.all(table).map((row) => row[column]))];
    const { rows } = await this.#client.query<{ text: string }>('select distinct text from unnest($1::text[]) x(text) order by text', [texts]);
    rows.forEach(({ text }, rank) => this.#textRanks.set(text, rank));
  }
}
