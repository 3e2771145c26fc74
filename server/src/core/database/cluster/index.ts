export { startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
export { ClusterError, type ClusterErrorCode } from './cluster-error.ts';
