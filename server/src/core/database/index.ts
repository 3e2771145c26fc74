/** The database: our own cluster or the user's, its roles, its connections. */
export { alone } from './alone.ts';
export { refuseFreeRole, refuseWithoutGrants } from './application-role.ts';
export { startCluster } from './cluster/index.ts';
export { connectionWith, NEAR, PLANNED_ONCE } from './connection.ts';
export { takeBackWhatEnds } from './ended.ts';
export { PreparingClient, runPrepared } from './prepared.ts';
export { openReadPool, type ReadPool, translateError } from './read-pool.ts';
export { type Transact, transactAs } from './transact.ts';
export { refuseOldServer } from './server-version.ts';
export { type DatabaseUrls, provisionApp, provisionOwner, secretOf } from './roles.ts';
