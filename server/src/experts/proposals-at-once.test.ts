/** An expert who changes or withdraws what they propose while the adviser decides about it: one of the two is told, and what was decided is what was read. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { decide, PROPOSED, propose, sheetOf, withdraw } from './proposals.fixture.ts';
import { decideSheetProposal, proposeSheet } from './proposals.service.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let app: MikroORM;
let key: string;
let people: Readonly<Record<string, string>>;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = Object.fromEntries((await sql<{ id: string; email: string }>('select id, email from person where email in (?, ?)', [PEOPLE.adviser, PEOPLE.expert])).map(({ id, email }) => [email, id]));
  app = await MikroORM.init(ormOptions(server().database.app));
  return () => app.close();
});
beforeEach(async () => {
  await sheetOf(server(), PEOPLE.expert);
  key = (await propose(server(), headers.expert, { name: 'Ariane Q.' })).expert!.sheet!.proposal!.key;
});

interface Left { readonly version: number; readonly decided: boolean; readonly name: string }
const left = (): Promise<Left[]> => sql<Left>(`select version, decided_at is not null as decided, content ->> 'name' as name from expert_proposal where uuid = ?`, [key]);

describe('the adviser decides while', () => {
  test('its expert changes it: it is decided as it was read, or changed and open', async () => {
    const came = await whileHeld(server(), ['expert_proposal', key], [() => decide(server(), headers.adviser, key, { NAME: true }), () => propose(server(), headers.expert, { key, version: 1, name: 'A. Q.' })]);
    expect(came).toEqual(['CONFLICT', 'DONE']);
    expect([[{ version: 1, decided: true, name: 'Ariane Q.' }], [{ version: 2, decided: false, name: 'A. Q.' }]]).toContainEqual(await left());
  });

  test('its expert withdraws it: it is decided, or gone', async () => {
    const came = await whileHeld(server(), ['expert_proposal', key], [() => decide(server(), headers.adviser, key, { NAME: true }), () => withdraw(server(), headers.expert, key)]);
    expect(came).toEqual(['CONFLICT', 'DONE']);
    expect([[{ version: 1, decided: true, name: 'Ariane Q.' }], []]).toContainEqual(await left());
  });
});

describe('the control: where neither looks at what it writes over, both are told that it is done', () => {
  /** As somebody, without what their statements look at; once both have read. */
  async function blind(works: readonly (readonly [email: string, work: (em: never) => Promise<{ readonly outcome: string }>])[]): Promise<string[]> {
    const read = works.map(() => Promise.withResolvers<void>());
    return Promise.all(works.map(([email, work], index) => transactAs(app, people[email]!)(async (em) => {
      const execute = em.execute.bind(em) as (text: string, values?: unknown[]) => Promise<unknown>;
      Object.assign(em, {
        execute: async (text: string, values?: unknown[]) => {
          const found = await execute(text.replace('and decided_at is null for update', 'and decided_at is null').replace('and version = ? and decided_at is null returning', 'and ?::int is not null returning'), values);
          if (text.startsWith('select uuid as key, expert_uuid')) {
            read[index]!.resolve();
            await Promise.all(read.map(({ promise }) => promise));
          }
          return found;
        },
      });
      return (await work(em as never)).outcome;
    })));
  }
  const deciding = (em: never): Promise<{ readonly outcome: string }> =>
    decideSheetProposal(em, { circle: 'adviser', person: people[PEOPLE.adviser]!, session: null }, { key, version: 1, sheetVersion: 1, sent: [{ field: 'NAME', isTaken: true, reason: null }], locale: 'fr' } as never, 'https://passerelle.example');

  test('who changes and who decides', async () => {
    expect(await blind([[PEOPLE.adviser, deciding], [PEOPLE.expert, (em) => proposeSheet(em, { key, version: 1, sheetVersion: 1, sent: { ...PROPOSED, name: 'A. Q.' } as never })]])).toEqual(['DONE', 'DONE']);
  });
});
