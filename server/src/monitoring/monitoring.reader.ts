/** How the dates of monitoring bodies are read: by the adviser, and by the services of the post of the country. */
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, one, query, reader, sql } from '../core/reader/index.ts';
import { contextOfBody, CountryReader } from '../countries/index.ts';
import { MonitoringCycle } from './monitoring-cycle.entity.ts';
import { seenCycles } from './monitoring.policy.ts';

export const MonitoringCycleReader = reader(MonitoringCycle, {
  rows: seenCycles,
  fields: (cycle) => ({ key: cycle.uuid, nameContext: contextOfBody(cycle.body), canChange: sql<boolean>`${cycle.isDemonstration} = (select acts_invented())`, country: one(CountryReader, (country) => sql`${country.code} = ${cycle.country}`), provenance: provenanceOf(cycle) }),
});

query('monitoringCycles', { description: 'The dates of the rounds of monitoring bodies, by country, body and round: those that are yours to follow; none for others.', list: MonitoringCycleReader, order: (cycle) => [cycle.country, cycle.body, sql`${cycle.round} desc`, cycle.uuid] });
edge(CountryReader, 'monitoringCycles', {
  description: 'The dates of the rounds of monitoring bodies for the country, the latest round first; none unless they are yours to follow.', list: MonitoringCycleReader,
  on: (cycle, country) => sql`${cycle.country} = ${country.code}`, order: (cycle) => [cycle.body, sql`${cycle.round} desc`, cycle.uuid],
});
