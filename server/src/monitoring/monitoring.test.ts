/** The dates of monitoring bodies: who enters and reads them, that nothing is overwritten unread, and who is reminded of them, once. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { actingFor } from '../core/jobs/each-taken.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { CYCLE, cyclesOf, removeCycle, saveCycle } from './monitoring.fixture.ts';
import { remindOfMonitoring } from './monitoring.service.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from monitoring_cycle');
  await sql('delete from mail');
});

describe('the dates of a round', () => {
  test('are entered by the post of the country and the adviser; what nobody knows is null, and nobody else enters or reads them', async () => {
    const { outcome, cycle, key } = await saveCycle(server(), headers.scac);
    const { country: _, source, sourceUrl: _address, checkedOn, ...dates } = CYCLE;
    expect([outcome, cycle]).toEqual(['DONE', { ...dates, key, version: 1, isDemonstration: true, canChange: true, provenance: { source, isVerified: true, checkedOn } }]);
    expect((await saveCycle(server(), headers.adviser, { country: 'AL', checkedOn: null })).cycle!.provenance).toEqual({ source, isVerified: false, checkedOn: null });
    for (const role of ROLES) {
      const mine = ['scac', 'ssi', 'assistant', 'adviser'].includes(role);
      expect([role, (await cyclesOf(server(), headers[role], 'RS')).length]).toEqual([role, mine ? 1 : 0]);
      if (!mine && role !== 'visitor') expect([role, (await saveCycle(server(), headers[role], { round: 8 })).outcome ?? 'REFUSED']).toEqual([role, expect.stringMatching(/NOT_ALLOWED|REFUSED/)]);
    }
    expect([(await cyclesOf(server(), headers.adviser)).length, (await cyclesOf(server(), headers.scac)).length, (await cyclesOf(server(), undefined)).length]).toEqual([2, 1, 0]);
    expect((await saveCycle(server(), undefined)).code).toBe('UNAUTHENTICATED');
  });

  test('are changed by whoever has read them as they are; whoever has read less loses nothing and reads what is there', async () => {
    const { key } = await saveCycle(server(), headers.scac);
    expect((await saveCycle(server(), headers.adviser, { key, version: 1, followUpOn: '2098-01-01' })).cycle).toEqual(expect.objectContaining({ version: 2, followUpOn: '2098-01-01' }));
    const late = await saveCycle(server(), headers.ssi, { key, version: 1, visitOn: '2097-04-01' });
    expect([late.outcome, late.cycle!.visitOn, late.cycle!.followUpOn]).toEqual(['CONFLICT', CYCLE.visitOn, '2098-01-01']);
    // Who has read them as they are by now does change them: the control.
    expect((await saveCycle(server(), headers.ssi, { key, version: 2, visitOn: '2097-04-01' })).cycle).toEqual(expect.objectContaining({ visitOn: '2097-04-01', followUpOn: null }));
  });

  test('are there once, however often they are sent, and once for a body, a round and a country: also where two enter them in the same moment', async () => {
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await saveCycle(server(), headers.scac, { key })).outcome).toBe('DONE');
    expect((await saveCycle(server(), headers.ssi)).faults).toEqual([{ field: 'ROUND', fault: 'REPEATED', maximum: null }]);
    const backs = await Promise.all([headers.scac, headers.ssi, headers.adviser].map((who) => saveCycle(server(), who, { round: 8 })));
    expect(backs.map(({ outcome }) => outcome).toSorted()).toEqual(['DONE', 'INVALID', 'INVALID']);
    await sql('alter table monitoring_cycle drop constraint monitoring_cycle_once');
    const doubled = await Promise.all([headers.scac, headers.ssi, headers.adviser].map((who) => saveCycle(server(), who, { round: 9 })));
    expect(doubled.filter(({ outcome }) => outcome === 'DONE').length).toBe(3);
    await sql('delete from monitoring_cycle where round = 9');
    await sql('alter table monitoring_cycle add constraint monitoring_cycle_once unique (country_code, body, round, is_demonstration)');
  });

  test('are there once also where one is changed to the round that another enters in the same moment', async () => {
    for (let round = 20; round < 26; round += 1) {
      const { key } = await saveCycle(server(), headers.scac, { round: round + 20 });
      const backs = await Promise.all([saveCycle(server(), headers.ssi, { key, version: 1, round }), saveCycle(server(), headers.adviser, { round })]);
      expect(backs.map(({ outcome, code }) => outcome ?? code).toSorted()).toEqual(['DONE', 'INVALID']);
    }
  });

  test('are removed by those who keep them, as they were read; the trail still says which they were', async () => {
    const { key } = await saveCycle(server(), headers.scac);
    for (const who of ['scacElsewhere', 'authority', 'translator'] as const) expect([who, await removeCycle(server(), headers[who], key)]).toEqual([who, 'GONE']);
    await saveCycle(server(), headers.adviser, { key, version: 1, visitOn: null });
    expect([await removeCycle(server(), headers.ssi, key, 1), await removeCycle(server(), headers.ssi, key, 2), await removeCycle(server(), headers.ssi, key, 2)]).toEqual(['CONFLICT', 'DONE', 'GONE']);
    expect(await cyclesOf(server(), headers.adviser)).toEqual([]);
    expect(await removeCycle(server(), undefined, key)).toBe('UNAUTHENTICATED');
    const trail = await ask(server(), '{ auditEntries(filter: { subjects: [MONITORING] }, sort: LATEST, first: 1) { nodes { action part } } }', {}, headers.adviser);
    expect(JSON.parse(trail.text).data.auditEntries.nodes).toEqual([{ action: 'REMOVED', part: 'RS GRETA 7' }]);
  });

  test.each([
    [{ body: '' }, 'BODY', 'MISSING', null], [{ body: 'a'.repeat(101) }, 'BODY', 'TOO_LONG', 100], [{ body: 'a\nb' }, 'BODY', 'UNREADABLE', null], [{ round: 0 }, 'ROUND', 'OUT_OF_RANGE', 99], [{ source: ' ' }, 'SOURCE', 'MISSING', null],
    [{ sourceUrl: 'javascript:x' }, 'SOURCE_URL', 'NOT_AN_ADDRESS', null], [{ checkedOn: '2097-01-01' }, 'CHECKED_ON', 'TO_COME', null], [{ country: 'FR' }, 'COUNTRY', 'UNKNOWN', null],
  ])('with %j are refused, with the field and the reason', async (changes, field, fault, maximum) => {
    const { outcome, faults } = await saveCycle(server(), headers.adviser, changes);
    expect([outcome, faults]).toEqual(['INVALID', [{ field, fault, maximum }]]);
  });

  test('name nobody: a source that tells who a person is is refused', async () => {
    expect((await saveCycle(server(), headers.adviser, { source: 'Call her on +381 64 123 45 67.' })).code).toBe('VICTIM_DATA');
  });

  test('keep their country, and lead into the trail', async () => {
    const { key } = await saveCycle(server(), headers.adviser);
    expect((await saveCycle(server(), headers.adviser, { key, version: 1, country: 'AL' })).outcome).toBe('GONE');
    await saveCycle(server(), headers.adviser, { key, version: 1, visitOn: null });
    expect(await sql(`select action, part, before, after from audit_entry where subject = 'MONITORING' and object = ? order by at`, [key])).toEqual([{ action: 'ADDED', part: 'RS GRETA 7', before: null, after: null }, { action: 'CHANGED', part: 'RS GRETA 7.visit_on', before: CYCLE.visitOn, after: null }]);
  });

  test('that are real are seen by nobody invented; without that rule they are: the control', async () => {
    const back = await passAsReal(server(), PEOPLE.adviser);
    await saveCycle(server(), headers.adviser);
    await back();
    expect(await cyclesOf(server(), headers.scac)).toEqual([]);
    await sql('update monitoring_cycle set is_demonstration = true');
    expect(await cyclesOf(server(), headers.scac)).toHaveLength(1);
  });

  test('that are invented are read by whoever is real, who is told that they are not theirs to change, and changes nothing', async () => {
    const { key } = await saveCycle(server(), headers.scac);
    const canChange = async (): Promise<unknown> => JSON.parse((await ask(server(), '{ monitoringCycles { canChange } }', {}, headers.adviser)).text).data.monitoringCycles;
    expect(await canChange()).toEqual([{ canChange: true }]);
    const back = await passAsReal(server(), PEOPLE.adviser);
    expect([await canChange(), (await saveCycle(server(), headers.adviser, { key, version: 1, visitOn: null })).outcome, await removeCycle(server(), headers.adviser, key)]).toEqual([[{ canChange: false }], 'GONE', 'GONE']);
    await back();
  });
});

describe('a date that is near', () => {
  const remind = (): Promise<void> => remindOfMonitoring(server().database.orm.em.fork(), 'https://passerelle.example');
  const reminded = async (): Promise<string[]> => (await sql<{ recipient: string }>(`delete from mail where template = 'monitoringDue' returning recipient`)).map(({ recipient }) => recipient).toSorted();
  const dayIn = async (days: number): Promise<string> => (await sql<{ day: string }>(`select ((now() at time zone 'Europe/Belgrade')::date + ?::int)::text as day`, [days]))[0]!.day;
  const READERS = [PEOPLE.adviser, PEOPLE.assistant, PEOPLE.scac, PEOPLE.ssi].toSorted();

  test('is told by mail to the adviser, the team and the post of the country, each in their language, with what is due and when', async () => {
    await sql(`update person set locale = 'sq' where email = ?`, [PEOPLE.ssi]);
    await saveCycle(server(), headers.scac, { visitOn: null, commentsOn: await dayIn(20) });
    await remind();
    const mails = await sql<{ recipient: string; locale: string; text: string }>(`select recipient, locale, text from mail where template = 'monitoringDue'`);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(READERS);
    const [albanian] = mails.filter(({ recipient }) => recipient === PEOPLE.ssi);
    for (const words of ['Afati i komenteve të vendit', 'GRETA', 'Serbi', '/sq/countries/RS/monitoring']) expect(albanian!.text).toContain(words);
  });

  test('is told once also by a job that looked before another told of it, and took it after', async () => {
    await saveCycle(server(), headers.scac, { visitOn: null, commentsOn: await dayIn(20) });
    await sql('alter function monitoring_readers(text, boolean) rename to readers_at_once');
    await sql(`create function monitoring_readers(the_country text, is_for_invented boolean) returns jsonb language plpgsql volatile security definer as $body$ begin
      if current_setting('passerelle.first', true) is distinct from 'yes' then perform pg_advisory_xact_lock_shared(4711); end if;
      return readers_at_once(the_country, is_for_invented);
    end $body$`);
    const holding = server().database.orm.em.fork();
    await holding.begin();
    try {
      await holding.execute('select pg_advisory_xact_lock(4711)');
      const late = remind();
      await untilWaiting(server().database);
      const first = await actingFor(server().database.orm.em.fork(), 'monitoring', async (em) => {
        await em.execute(`select set_config('passerelle.first', 'yes', true)`);
        return em.execute<{ reminder: unknown }[]>(`select take_monitoring_reminder('{}') as reminder`);
      });
      expect(first).toMatchObject([{ reminder: { step: 'COMMENTS' } }]);
      await holding.commit();
      await late;
      expect(await reminded()).toEqual([]);
    } finally {
      if (holding.isInTransaction()) await holding.rollback();
      await sql('drop function monitoring_readers(text, boolean)');
      await sql('alter function readers_at_once(text, boolean) rename to monitoring_readers');
    }
  });

  test('is told once, by two jobs at once too; were it not kept that it was, it would be again: the control. Another day is another date', async () => {
    const { key } = await saveCycle(server(), headers.scac, { visitOn: null, commentsOn: await dayIn(20) });
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await reminded()).toEqual(READERS);
    await sql('delete from monitoring_reminder');
    await remind();
    expect(await reminded()).toEqual(READERS);
    await saveCycle(server(), headers.scac, { key, version: 1, visitOn: null, commentsOn: await dayIn(25) });
    await remind();
    expect(await reminded()).toEqual(READERS);
  });

  test.each([[28, 4], [29, 0], [1, 4], [0, 0], [-1, 0]])('in %i days is told to %i people', async (days, people) => {
    await saveCycle(server(), headers.scac, { visitOn: null, commentsOn: null, publicationOn: await dayIn(days) });
    await remind();
    expect(await reminded()).toHaveLength(people);
  });

  test('of another country, or a real one, is told to nobody whom it does not concern', async () => {
    await saveCycle(server(), headers.adviser, { country: 'AL', visitOn: await dayIn(10), commentsOn: null });
    await remind();
    expect((await reminded()).filter((one) => one === PEOPLE.scac || one === PEOPLE.ssi)).toEqual([]);
    await sql('delete from monitoring_reminder');
    await sql('update monitoring_cycle set is_demonstration = false');
    await remind();
    expect((await reminded()).filter((one) => READERS.includes(one as never))).toEqual([]);
  });

  test('waits where there is nobody to read of it, and is told once there is', async () => {
    await saveCycle(server(), headers.scac, { visitOn: null, commentsOn: await dayIn(20) });
    await sql(`update member set suspended_at = now() where role in ('ADVISER', 'ASSISTANT', 'SCAC', 'SSI')`);
    await remind();
    expect([await reminded(), (await sql('select from monitoring_reminder')).length]).toEqual([[], 0]);
    await sql(`update member set suspended_at = null where person_id in (select id from person where email in (?, ?))`, [PEOPLE.adviser, PEOPLE.scac]);
    await remind();
    expect(await reminded()).toEqual([PEOPLE.adviser, PEOPLE.scac].toSorted());
    await sql(`update member set suspended_at = null where role in ('ADVISER', 'ASSISTANT', 'SCAC', 'SSI')`);
  });
});
