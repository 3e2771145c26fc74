/** The database: our own cluster or the user's, its roles, its connections. */
export { ClusterError, startCluster } from './cluster/index.ts';
export { openReadPool, type ReadPool } from './read-pool.ts';
export { type DatabaseUrls, provisionApp, provisionOwner } from './roles.ts';
