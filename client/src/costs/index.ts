/** The journeys and costs of missions: their pages, and what the page of a mission shows of them. */
export { CostSummary } from './laterSummary.ts';
export { centsOf, money, typedAmount } from './money.ts';
export { useTravelModes } from './useTravelModes.ts';
export { costRoutes } from './routes.ts';
