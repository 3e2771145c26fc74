/** Dates of bodies and of countries: nothing about persons. */
import { noPersons } from '../core/personal/index.ts';
import { MonitoringCycle, MonitoringReminder } from './monitoring-cycle.entity.ts';

noPersons('EVENTS', [MonitoringCycle]);
noPersons('TECHNICAL', [MonitoringReminder]);
