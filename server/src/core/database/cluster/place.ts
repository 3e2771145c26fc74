import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where everything of one cluster lies, as absolute paths: the data folder, and its companions beside it. */
export interface Place {
  readonly data: string;
  readonly parent: string;
  readonly password: string;
  readonly lock: string;
  readonly owner: string;
  readonly log: string;
  readonly previousLog: string;
  /** What the names of unfinished initdb folders begin with. */
  readonly unfinished: string;
}

/** Resolves the folder of a cluster, making its parent when missing; two spellings of one folder give one place. */
export function placeOf(folder: string): Place {
  const wanted = resolve(folder);
  mkdirSync(dirname(wanted), { recursive: true });
  const data = existsSync(wanted) ? realpathSync(wanted) : join(realpathSync(dirname(wanted)), basename(wanted));
  return {
    data,
    parent: dirname(data),
    password: `${data}.password`,
    lock: `${data}.lock`,
    owner: `${data}.owner`,
    log: `${data}.log`,
    previousLog: `${data}.log.1`,
    unfinished: `${data}.initdb-`,
  };
}
