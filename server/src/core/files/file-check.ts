/** Whether a file was looked at for viruses. Each feature that takes files says so of its own, as the table of checks has it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { registerEnumType } from 'type-graphql';
import { type Sql, sql } from '../reader/index.ts';

export const FileCheckState = { UNCHECKED: 'UNCHECKED', HELD: 'HELD', CLEAN: 'CLEAN' } as const;
export type FileCheckState = keyof typeof FileCheckState;
registerEnumType(FileCheckState, {
  name: 'FileCheckState',
  description: 'Whether a file was looked at for viruses.',
  valuesConfig: {
    UNCHECKED: { description: 'It was not: the site had nothing to do so with when it was brought.' },
    HELD: { description: 'It is about to be. Until then nobody is given it.' },
    CLEAN: { description: 'It was, and nothing was found.' },
  },
});

/** What `check` and `checkedAt` of a file are; `is` says which check is its own, of `file_check c`. */
export const checkFields = (is: Sql): { readonly check: Sql<FileCheckState>; readonly checkedAt: Sql<Date | null> } => ({
  check: sql<FileCheckState>`coalesce((select case when c.checked_at is null then 'HELD' else 'CLEAN' end from file_check c where ${is}), 'UNCHECKED')`,
  checkedAt: sql<Date | null>`(select c.checked_at from file_check c where ${is})`,
});

/** Where checks of files of a feature stand, as the columns of their table are called. */
export type CheckedAs = 'document' | 'answer' | 'clearance';

/** Has a file that was just stored wait until it is checked, in the same transaction. One that waits already, or was checked, stays as it is. */
export type HoldFile = (em: EntityManager, as: CheckedAs, key: string) => Promise<void>;
