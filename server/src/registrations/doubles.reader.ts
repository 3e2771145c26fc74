/** How likely doubles are read: by those who may make them one. */
import { connection, maybe, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import { LikelyDouble } from './likely-double.entity.ts';
import { ParticipantReader } from './registrations.reader.ts';

/** Both of the countries whose embassy who asks acts for; undefined for all. */
function mergeable(double: Row<LikelyDouble>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`(${double.country} in (${ownCountries}) and ${double.secondCountry} in (${ownCountries}))` : sql<boolean>`false`;
}

const LikelyDoubleReader = reader(LikelyDouble, {
  rows: mergeable,
  fields: (double) => ({
    first: maybe(ParticipantReader, (participant) => sql`${participant.uuid} = ${double.first}`),
    second: maybe(ParticipantReader, (participant) => sql`${participant.uuid} = ${double.second}`),
  }),
});

const likelyDoubles = connection(LikelyDoubleReader, {
  description: 'participants who may be one person',
  sorts: { LIKELIEST: { description: 'The likeliest first.', by: (double) => double.likeness, type: 'int', descending: true } },
  filters: {},
  where: {},
});

query('likelyDoubles', { description: 'Participants who may be one person: of all countries for the adviser, of its country for an embassy, none for all others.', page: likelyDoubles });
