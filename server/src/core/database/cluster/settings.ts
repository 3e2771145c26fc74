/** Settings that make a small, durable, local and discreet server; `own` ones win over them. */
export function settingsFor(maxConnections: number, own: Readonly<Record<string, string>>): Record<string, string> {
  return {
    // Loopback only: a Unix socket is not to be had everywhere and its path is limited to about 100 characters.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: `${maxConnections}`,
    shared_buffers: '128MB',
    // Compiling costs more than it gains on short statements.
    jit: 'off',
    timezone: 'UTC',
    fsync: 'on',
    synchronous_commit: 'on',
    ...DISCREET_LOG,
    ...own,
  };
}

/**
 * What people typed must not reach the log. Errors of statements quote it ("invalid input syntax: …", "Key (email)=…"),
 * and the application gets those anyway: so the log keeps the server's own life (LOG, FATAL, PANIC) and no details.
 */
const DISCREET_LOG = {
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const;

/** The settings as arguments of postgres. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
