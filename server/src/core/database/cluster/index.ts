export { startCluster } from './cluster.ts';
export { ClusterError } from './cluster-error.ts';
