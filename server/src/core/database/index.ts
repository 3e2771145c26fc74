/** The database: our own cluster or the user's, its roles, its connections. */
export { startCluster } from './cluster/index.ts';
export { openReadPool, type ReadPool } from './read-pool.ts';
export { type DatabaseUrls, provisionApp, provisionOwner } from './roles.ts';
