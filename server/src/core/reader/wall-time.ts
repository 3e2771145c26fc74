import { type Sql, sql } from './sql.ts';

/** A wall time (`timestamp(0)`) as it is said: `2027-11-08T09:30`. */
export const wallTime = (time: Sql): Sql<string> => sql<string>`to_char(${time}, 'YYYY-MM-DD"T"HH24:MI')`;
