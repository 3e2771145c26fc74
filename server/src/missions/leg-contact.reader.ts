/** How the contacts of a leg are read: as a part of it, by whoever sees the leg. */
import { edge, reader, sql } from '../core/reader/index.ts';
import { LegContact } from './leg-contact.entity.ts';
import { MissionLegReader } from './mission-leg.reader.ts';
import { seenWithLeg } from './seen-missions.ts';

const LegContactReader = reader(LegContact, { rows: seenWithLeg, fields: (contact) => ({ key: contact.uuid }) });

edge(MissionLegReader, 'contacts', {
  description: 'Whom to turn to there, by name.',
  list: LegContactReader,
  on: (contact, leg) => sql`${contact.leg} = ${leg.uuid}`,
  order: (contact) => [contact.name, contact.uuid],
});
