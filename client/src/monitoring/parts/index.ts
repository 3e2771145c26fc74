/** Who keeps what is followed of a country, for other pages about it. */
export { keepsIn } from '../useMonitoring.ts';
