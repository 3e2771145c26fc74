// A door of its own for pages on which the dates stand beside something else: they come after it, with their words.
export { MonitoringSection } from '../laterMonitoringSection.ts';
