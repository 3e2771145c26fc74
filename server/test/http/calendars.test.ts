/** Calendars that anybody may read: of a session, a country, a theme, an expert. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, readCalendar } from '../../src/calendars/reading.fixture.ts';
import { ids, listed, owner, prepareStages } from './calendars-world.ts';
import { raw, send, testServer } from './harness.ts';

const server = testServer({}, { publicUrl: 'https://passerelle.example' });
let cancelled = '';
let [draft, open, theme, expert] = ['', '', '', ''];

beforeAll(async () => {
  cancelled = await prepareStages(server());
  [draft] = (await ids(server(), `stage = 'DRAFT' and country_code = 'RS'`)) as [string];
  [open] = (await ids(server(), `stage = 'OPEN' and country_code = 'GR'`)) as [string];
  [{ theme }] = (await owner<{ theme: string }>(server(), `select theme_code as theme from training_session where country_code = 'GR' limit 1`)) as [{ theme: string }];
  [{ expert }] = (await owner<{ expert: string }>(server(), `select 'Expert_' || expert_uuid as expert from session_trainer group by 1 order by count(*) desc, 1 limit 1`)) as [{ expert: string }];
});

const fileOf = (id: string, locale = 'el'): string => `/calendar/session/${id}.ics?locale=${locale}`;
/** A request as it is written, and what comes back but the hour. */
async function bytes(path: string): Promise<string> {
  const { head, text } = await raw(server(), (socket) => void socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
  return `${head.replace(/^date: .*$/im, '')}\n${text}`;
}

describe('the file of a session', () => {
  test('has the session in each language, under one key', async () => {
    for (const locale of LOCALE_TAGS) {
      const { status, headers, text } = await send(server(), fileOf(open, locale));
      const [event] = readCalendar(text).events;
      expect([status, headers.get('content-type'), headers.get('content-language')]).toEqual([200, 'text/calendar; charset=utf-8', locale]);
      expect(headers.get('content-disposition')).toMatch(/^inline; filename="passerelle-\d{4}-\d\d-\d\d\.ics"$/);
      expect(event).toMatchObject({ uid: open, start: { zone: 'Europe/Athens' } });
      expect(event!.property('url')!.text).toBe(`https://passerelle.example/${locale}/trainings/${open}`);
      expect(event!.property('summary')!.text).toMatch(/ \(\S.*\)$/);
    }
  });

  test('says the instants of the database', async () => {
    const [row] = await owner<{ starts: Date; ends: Date }>(server(), `select starts_at as starts, ends_at as ends from training_session where uuid = ?`, [open.split('_')[1]]);
    const { start, end } = readCalendar((await send(server(), fileOf(open))).text).events[0]!;
    expect([start.at, end.at]).toEqual([row!.starts, row!.ends].map((at) => new Date(at).getTime()));
  });

  test('says that it was called off, why, and that this is newer than what was there before', async () => {
    const { property } = readCalendar((await send(server(), fileOf(cancelled, 'sr-Cyrl'))).text).events[0]!;
    expect([property('status')!.text, property('sequence')!.text, property('transp')!.text]).toEqual(['CANCELLED', '1', 'TRANSPARENT']);
    expect(property('summary')!.text).toMatch(/^Отказано: /);
    expect(property('description')!.text).toContain('Снег');
  });

  test('is not there for a draft, byte for byte as for a session that never was', async () => {
    const absent = await bytes(fileOf('TrainingSession_00000000-0000-7000-8000-000000000000'));
    expect(absent).toMatch(/^HTTP\/1\.1 404/);
    expect(await bytes(fileOf(draft))).toBe(absent);
    for (const path of [fileOf('TrainingSession_1'), fileOf(`${open}'--`), '/calendar/session/.ics', '/calendar/', '/calendar/x', '/calendar/../calendar/own/x.ics', '/calendar/sessions.ics?expert=1', '/calendar/sessions.ics?country=XX']) expect(await bytes(path), path).toBe(absent);
    // The control: that it is a draft is all that hides it.
    await owner(server(), `update training_session set stage = 'OPEN' where uuid = ?`, [draft.split('_')[1]]);
    expect(await bytes(fileOf(draft))).toMatch(/^HTTP\/1\.1 200/);
    await owner(server(), `update training_session set stage = 'DRAFT' where uuid = ?`, [draft.split('_')[1]]);
  });

  test('cannot be given another event by its words', async () => {
    const uuid = open.split('_')[1];
    const [before] = await owner<{ title: string }>(server(), `select title from training_session_translation x join training_session s on s.uuid = x.session_uuid and s.source_locale = x.locale where s.uuid = ?`, [uuid]);
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:y\r\nATTACH:https://evil.example/\u2028z';
    await owner(server(), `update training_session_translation set title = ?, summary = ?, programme = ? where session_uuid = ?`, [evil, evil, evil, uuid]);
    const { text } = await send(server(), fileOf(open));
    expect(readCalendar(text).events.map(({ uid }) => uid)).toEqual([open]);
    expect(linesOf(text).filter((line) => /^(ATTACH|UID:evil)/.test(line))).toEqual([]);
    await owner(server(), `update training_session_translation set title = ?, summary = null, programme = null where session_uuid = ?`, [before!.title, uuid]);
  });
});

describe('a calendar', () => {
  test('of a country, a theme, both, an expert, or all has the sessions that are announced', async () => {
    const announced = `stage <> 'DRAFT'`;
    expect(await listed(server(), '/calendar/sessions.ics')).toEqual(await ids(server(), announced));
    expect(await listed(server(), '/calendar/sessions.ics?country=RS&locale=sr-Latn')).toEqual(await ids(server(), `${announced} and country_code = 'RS'`));
    expect(await listed(server(), `/calendar/sessions.ics?theme=${theme}`)).toEqual(await ids(server(), `${announced} and theme_code = '${theme}'`));
    expect(await listed(server(), `/calendar/sessions.ics?theme=${theme}&country=GR`)).toEqual(await ids(server(), `${announced} and theme_code = '${theme}' and country_code = 'GR'`));
    const taught = await ids(server(), `${announced} and exists (select from session_trainer t where t.session_uuid = uuid and 'Expert_' || t.expert_uuid = '${expert}')`);
    expect(taught.length).toBeGreaterThan(0);
    expect(await listed(server(), `/calendar/sessions.ics?expert=${expert}`)).toEqual(taught);
  });

  test('shows a draft once it is announced, and not before', async () => {
    const path = '/calendar/sessions.ics?country=RS';
    expect(await listed(server(), path)).not.toContain(draft);
    await owner(server(), `update training_session set stage = 'OPEN' where uuid = ?`, [draft.split('_')[1]]);
    expect(await listed(server(), path)).toContain(draft);
    await owner(server(), `update training_session set stage = 'DRAFT' where uuid = ?`, [draft.split('_')[1]]);
  });

  test('has a name in the language that is asked for', async () => {
    expect(readCalendar((await send(server(), '/calendar/sessions.ics?country=GR&locale=el')).text).name).toBe('Passerelle · Εκπαιδευτικές συνεδρίες · Ελλάδα');
    const greek = await send(server(), '/calendar/sessions.ics?country=GR', { headers: { 'accept-language': 'el-GR,el;q=0.9' } });
    expect([readCalendar(greek.text).name, greek.headers.get('vary')]).toEqual(['Passerelle · Εκπαιδευτικές συνεδρίες · Ελλάδα', 'Accept-Encoding, Accept-Language']);
    expect((await send(server(), '/calendar/sessions.ics?locale=xx')).status).toBe(400);
  });

  test('is kept by caches, which ask again and are told that nothing has changed, until something has', async () => {
    const path = '/calendar/sessions.ics?country=GR&locale=el';
    await owner(server(), `update training_session set changed_at = '2026-01-01T00:00:00Z' where uuid = ?`, [open.split('_')[1]]);
    const first = await send(server(), path);
    const tag = first.headers.get('etag')!;
    expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual(['public, no-cache', 'Accept-Encoding']);
    const again = (known: string) => send(server(), path, { headers: { 'if-none-match': known } });
    expect([(await again(tag)).status, (await again(tag)).text]).toEqual([304, '']);
    expect((await send(server(), path.replace('el', 'fr'), { headers: { 'if-none-match': tag } })).status).toBe(200);
    await owner(server(), `update training_session set town = 'Πάτρα', sequence = sequence + 1 where uuid = ?`, [open.split('_')[1]]);
    const changed = await again(tag);
    expect(changed.status).toBe(200);
    const after = readCalendar(changed.text).events.find(({ uid }) => uid === open)!;
    expect(readCalendar(first.text).events.find(({ uid }) => uid === open)!.property('last-modified')!.text).toBe('2026-01-01T00:00:00Z');
    expect(after.property('last-modified')!.text).not.toBe('2026-01-01T00:00:00Z');
    expect([after.property('sequence')!.text, after.property('location')!.text]).toEqual(['1', 'Πάτρα, Ελλάδα']);
  });

  test('is not newer for places that are taken, and is for what is said of it', async () => {
    const modified = async (): Promise<string> => readCalendar((await send(server(), fileOf(open))).text).events[0]!.property('last-modified')!.text;
    const uuid = open.split('_')[1];
    await owner(server(), `update training_session set changed_at = '2026-01-01T00:00:00Z' where uuid = ?`, [uuid]);
    await owner(server(), `update training_session set places_taken = 0 where uuid = ?`, [uuid]);
    expect(await modified()).toBe('2026-01-01T00:00:00Z');
    await owner(server(), `update training_session set version = version + 1 where uuid = ?`, [uuid]);
    expect(await modified()).not.toBe('2026-01-01T00:00:00Z');
  });

  test('is only read', async () => {
    expect([(await send(server(), '/calendar/sessions.ics', { method: 'POST', body: 'x' })).status, (await send(server(), '/calendar/sessions.ics', { method: 'HEAD' })).text]).toEqual([405, '']);
  });
});

test('who asks too often waits, whatever they ask for, and holds nobody else up', async () => {
  const slow = await server().beside({}, { visitorLimit: 3, trustedProxies: ['loopback'] });
  const from = (network: string, path: string) => send(slow, path, { headers: { 'x-forwarded-for': network } });
  const asked = [];
  for (const path of ['sessions.ics', 'sessions.ics?country=XX', 'own/x.ics', 'sessions.ics', 'own/x.ics']) asked.push(await from('192.0.2.1', `/calendar/${path}`));
  expect(asked.map(({ status }) => status)).toEqual([200, 404, 404, 429, 429]);
  expect(Number(asked[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('192.0.2.2', '/calendar/sessions.ics')).status).toBe(200);
});
