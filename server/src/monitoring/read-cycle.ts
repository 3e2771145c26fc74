/** Reading what is sent of the dates of a monitoring body: what can be stored, or everything that is wrong with it. Pure functions. */
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { isWebAddress } from '../core/web-address.ts';
import { fault, type MonitoringFault, type MonitoringField } from './monitoring-fault.ts';

/** All that is said of a round; days as `2027-04-02`, null for those that nobody knows. */
export interface CycleContent {
  readonly country: string;
  readonly body: string;
  readonly round: number;
  readonly questionnaireOn: string | null;
  readonly visitOn: string | null;
  readonly draftReportOn: string | null;
  readonly commentsOn: string | null;
  readonly publicationOn: string | null;
  readonly followUpOn: string | null;
  readonly source: string;
  readonly sourceUrl: string;
  readonly checkedOn: string | null;
}

const DAYS = ['questionnaireOn', 'visitOn', 'draftReportOn', 'commentsOn', 'publicationOn', 'followUpOn', 'checkedOn'] as const satisfies readonly (keyof CycleContent)[];

export const MOST = { BODY: 100, SOURCE: 300, SOURCE_URL: 500, ROUND: 99 } as const;

function lineFaults(field: 'BODY' | 'SOURCE', text: string): MonitoringFault[] {
  const wrong = text === '' ? 'MISSING' : typedFault(text, MOST[field], true);
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

function addressFaults(text: string): MonitoringFault[] {
  if (text === '') return [];
  if (text.length > MOST.SOURCE_URL) return [fault('SOURCE_URL', 'TOO_LONG', MOST.SOURCE_URL)];
  return isWebAddress(text) ? [] : [fault('SOURCE_URL', 'NOT_AN_ADDRESS')];
}

const outside = (field: MonitoringField, value: number, maximum: number): MonitoringFault[] => (value >= 1 && value <= maximum ? [] : [fault(field, 'OUT_OF_RANGE', maximum)]);

/** Reads it. `today` is the day in Paris. Throws VICTIM_DATA for texts that tell who a person is. */
export function readCycle(sent: CycleContent, today: string): CycleContent | readonly MonitoringFault[] {
  const [body, source, sourceUrl] = [sent.body, sent.source, sent.sourceUrl].map((text) => tidy(text) ?? '') as [string, string, string];
  const faults = [
    ...lineFaults('BODY', body), ...outside('ROUND', sent.round, MOST.ROUND), ...lineFaults('SOURCE', source), ...addressFaults(sourceUrl),
    ...(sent.checkedOn && sent.checkedOn > today ? [fault('CHECKED_ON', 'TO_COME')] : []),
  ];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.body', body);
  refuseVictimsData('input.source', source);
  refuseVictimsData('input.sourceUrl', sourceUrl);
  // What is left out of a sent object is as unknown as what is null.
  const days = Object.fromEntries(DAYS.map((day) => [day, sent[day] ?? null])) as Pick<CycleContent, (typeof DAYS)[number]>;
  return { ...sent, ...days, body, source, sourceUrl };
}
