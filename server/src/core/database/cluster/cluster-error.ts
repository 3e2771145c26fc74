/** Why a cluster could not be started; the message is one sentence for the operator, the code is for the program. */
export type ClusterErrorCode =
  | 'PLATFORM_UNSUPPORTED'
  | 'ALREADY_RUNNING'
  | 'INITDB_FAILED'
  | 'START_FAILED'
  | 'DISK_FULL'
  | 'WRONG_VERSION';

/** The only error that starting an embedded cluster throws on purpose. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClusterError';
    this.code = code;
  }
}

/** The disk under a data folder has no room for PostgreSQL to work with. */
export function diskFull(folder: string, cause?: unknown): ClusterError {
  return new ClusterError('DISK_FULL', `The disk that holds ${folder} is full: free some space and start again.`, { cause });
}

/** Makes a ClusterError of whatever starting a cluster on this folder threw, such as a refusal of the file system. */
export function asClusterError(folder: string, error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return diskFull(folder, error);
  return new ClusterError('START_FAILED', `PostgreSQL could not start on ${folder}: ${message}.`, { cause: error });
}
