/** The guard against victims' data: no text that tells who a person is shall be stored. */
export { FINDING_KIND, SEVERITY, type Finding, type FindingKind, type GuardOptions, type Severity } from './finding.ts';
export { findPersonalData } from './find.ts';
