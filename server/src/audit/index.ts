export { auditJobs } from './audit.jobs.ts';
export { AuditEntry } from './audit-entry.entity.ts';
import './audit.personal.ts';
import './audit.reader.ts';
