/** Every time that the register says has somebody who ends it, and every table about persons a way to them. */
import { describe, expect, test } from 'vitest';
import { accountJobs, type Accounts } from '../accounts/index.ts';
import { agentJobs } from '../agents/index.ts';
import { auditJobs } from '../audit/index.ts';
import { Declarations, kept } from '../core/personal/declare.ts';
import { declarations, termsOf } from '../core/personal/index.ts';
import { withoutWay } from '../core/personal/ways.ts';
import { evaluationJobs } from '../evaluations/index.ts';
import { mailJobs } from '../mail/index.ts';
import { memberJobs } from '../members/index.ts';
import { registrationJobs } from '../registrations/index.ts';
import { createSchema } from '../schema.ts';
import { myDataJobs } from './my-data.jobs.ts';
import { ORIGIN, testRetention } from './retention.fixture.ts';
import type { Tombstones } from './tombstones.ts';

const { owner, app } = testRetention();

/** Tables that say nothing of persons themselves, and with which table their rows go: what goes with them goes with it. */
const CARRIED: Readonly<Record<string, string>> = { clearance_file: 'clearance' };

describe('every time of the register', () => {
  const jobs = [...mailJobs('none'), ...accountJobs({} as Accounts), ...agentJobs({} as never), ...auditJobs(), ...memberJobs(), ...myDataJobs({} as Tombstones, ORIGIN), ...registrationJobs(ORIGIN), ...evaluationJobs()];

  /** What is wrong with who ends the times: nobody, or somebody who does not exist or does not come by themselves. */
  async function without(of: Declarations): Promise<string[]> {
    const mutations = Object.keys((await createSchema()).getMutationType()!.getFields());
    const tables = new Set(termsOf(of).map(({ table }) => table));
    return termsOf(of).flatMap(({ table, event, forgetting }) => {
      const name = `${table} ${event}`;
      if (!forgetting) return [`${name}: nobody`];
      if ('by' in forgetting) return jobs.some((job) => job.name === forgetting.by && job.recurrence) ? [] : [`${name}: no job ${forgetting.by} that comes by itself`];
      if ('act' in forgetting) return mutations.includes(forgetting.act) ? [] : [`${name}: no mutation ${forgetting.act}`];
      if ('with' in forgetting) {
        const other = app().getMetadata().find(forgetting.with as never)!.tableName;
        return tables.has(CARRIED[other] ?? other) ? [] : [`${name}: goes with what does not go`];
      }
      return [];
    });
  }

  test('has somebody who ends it', async () => {
    expect(await without(declarations)).toEqual([]);
    expect(termsOf(declarations).length).toBeGreaterThan(15);
  });

  test('without anybody is found out', async () => {
    const planted = new Declarations();
    planted.personalTable('planted', {
      of: 'MEMBER', category: 'ACCOUNT', purpose: null, basis: null, retention: [kept('P1Y', 'RECORDED'), kept('P2Y', 'SENT'), kept('P3Y', 'INVITED')], recipients: ['SELF'], source: null,
      about: 'person', forgotten: { SENT: { by: 'nobody.forgets' }, INVITED: { act: 'forgetMe' } }, columns: { person: {} },
    });
    expect(await without(planted)).toEqual(['planted RECORDED: nobody', 'planted SENT: no job nobody.forgets that comes by itself', 'planted INVITED: no mutation forgetMe']);
  });

  test('that goes with another row does so by the database itself', async () => {
    const rows = (await owner(`
      select conrelid::regclass::text as table, confrelid::regclass::text as with from pg_constraint where contype = 'f' and confdeltype = 'c'
      union all select relname, null from pg_class where relkind = 'v'
      union all select 'published_photo', 'mission_photo' from pg_trigger where tgname = 'photo_decision_withdrawn'`)) as { table: string; with: string | null }[];
    const pairs = declarations.all.flatMap(({ table, forgotten }) => Object.values(forgotten).flatMap((forgetting) => ('with' in forgetting && typeof table !== 'string'
      ? [{ table: app().getMetadata().find(table as never)!.tableName, with: app().getMetadata().find(forgetting.with as never)!.tableName }] : [])));
    pairs.push(...Object.entries(CARRIED).map(([table, other]) => ({ table, with: other })));
    expect(pairs.filter((pair) => !rows.some((row) => row.table === pair.table && (row.with === null || row.with === pair.with)))).toEqual([]);
    expect(pairs.length).toBeGreaterThan(4);
  });
});

describe('every table about persons', () => {
  test('says how it leads to one, or why it cannot', () => {
    expect(withoutWay(declarations)).toEqual([]);
  });

  test('that does not is found out', () => {
    const planted = new Declarations();
    planted.personalTable('planted', { of: 'MEMBER', category: 'ACCOUNT', purpose: null, basis: null, retention: null, recipients: ['SELF'], source: null, columns: { shoes: {} } });
    expect(withoutWay(planted)).toEqual([expect.stringMatching(/^planted: say with “about”/)]);
  });
});
