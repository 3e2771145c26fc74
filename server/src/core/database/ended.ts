/** A connection that ends while somebody works with it comes back to its pool by itself. */
import type pg from 'pg';

/**
 * Has `pool` take back what ends while it is out. Whoever works with transactions step by step gives a connection back after
 * the last statement of theirs, and not at all where that statement fails, as it does on a connection that is gone: a pool of
 * ten would be empty for good after ten transactions that were cut off. Giving back what was taken back does nothing.
 */
export function takeBackWhatEnds(pool: pg.Pool): void {
  const out = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => out.add(client));
  pool.on('release', (_error, client) => out.delete(client));
  pool.on('connect', (client) => client.once('end', () => {
    if (!out.has(client)) return;
    const { release } = client;
    client.release = () => undefined;
    release.call(client, true);
  }));
}
