/** The dates of monitoring bodies: what is due in which country, and who is reminded of it. */
export { MonitoringCycle, MonitoringReminder } from './monitoring-cycle.entity.ts';
export { monitoringJobs } from './monitoring.jobs.ts';
export { MonitoringResolver } from './monitoring.resolver.ts';
import './monitoring.personal.ts';
import './monitoring.reader.ts';
