/** How a post learns that a leg which it had been shown was withdrawn: by the id that it knows, and by no list. */
import { keyArgument, query, reader, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import { WithdrawnLeg } from './withdrawn-leg.entity.ts';

const WithdrawnLegReader = reader(WithdrawnLeg, {
  rows: (leg, { circle }) => (circle === 'post' ? sql<boolean>`((${leg.isDemonstration} or not (select acts_invented())) and ${leg.country} in (${ownCountries}))` : sql<boolean>`false`),
});

query('withdrawnLeg', {
  description: 'That a leg of a mission which your post had been shown was withdrawn; null where it was not, or was not shown to you.',
  args: { id: keyArgument('MissionLeg', 'uuid') },
  maybe: WithdrawnLegReader,
  on: (leg, _owner, args) => sql`${leg.uuid} = ${args.id}`,
});
