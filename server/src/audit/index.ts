export { auditJobs } from './audit.jobs.ts';
export { AuditEntry } from './audit-entry.entity.ts';
export { AuditEntryReader } from './audit.reader.ts';
import './audit.personal.ts';
