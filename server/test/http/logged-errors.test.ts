/** What the log has of an error of the database: codes and places, nothing of the row that it quotes. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { GUEST, keysWorld } from './keys-world.ts';

const { server, sql, signedIn } = keysWorld();
const NAME = 'Zephyrine Quixada';

test('a row that the database refuses is not in the log, though its refusal quotes the whole of it', async () => {
  const boris = await signedIn(GUEST);
  // Written by a trigger, as the owner: from those whom the rules of rows bind PostgreSQL itself keeps what it would quote.
  await sql(`alter table audit_entry add constraint nobody_called_so check (after is distinct from '${NAME}')`);
  const answer = await boris.ask('mutation ($name: String!) { correctName(name: $name) { name } }', { name: NAME });
  const refusal = await sql(`insert into audit_entry (action, subject, after) values ('ADDED', 'PERSON', '${NAME}')`).catch((error: unknown) => error);
  await sql('alter table audit_entry drop constraint nobody_called_so');
  expect([answer.status, answer.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  const logged = server().log.filter(({ reference }) => reference === answer.errors![0]!.extensions.reference);
  expect(logged).toMatchObject([{ err: { code: '23514', constraint: 'nobody_called_so', table: 'audit_entry', stack: expect.stringContaining('at ') as string } }]);
  expect(JSON.stringify(server().log)).not.toContain('Zephyrine');
  // The control: told as it is, it says the name.
  const lines: string[] = [];
  pino({}, { write: (line: string) => void lines.push(line) }).error({ err: refusal });
  expect(lines.join()).toContain('Zephyrine');
});
