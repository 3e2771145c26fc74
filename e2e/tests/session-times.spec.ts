/** When a session is: as the clocks of its place show it, with the reader's own hours beside them where those differ. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

interface Session {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

const AWAY = 'America/New_York';
const SAME = 'Europe/Athens';

const spaces = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const clock = (instant: string, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
const day = (instant: string, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(instant));

/** A session to come in Greece, of one day. */
async function inAthens(page: Page): Promise<Session> {
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: Session[] } }>(
    page.request, 'en', '{ trainingSessions(first: 100, sort: LATEST, filter: { country: "GR", states: [OPEN, CLOSED, DONE] }) { nodes { id startsAt endsAt timeZone } } }');
  return trainingSessions.nodes.find(({ startsAt, endsAt, timeZone }) => timeZone === 'Europe/Athens' && day(startsAt, timeZone) === day(endsAt, timeZone))!;
}

/** What the page of a session says of when it is: the main line, then the others. */
async function whenOn(page: Page, id: string): Promise<{ main: string; others: string[] }> {
  await page.goto(`/en/trainings/${id}`);
  await settled(page);
  const when = page.locator('.when').first();
  return { main: spaces(await when.locator('.when-main').innerText()), others: (await when.locator('.quiet').allInnerTexts()).map(spaces) };
}

for (const zone of [AWAY, SAME]) {
  test.describe(`a reader whose clock is that of ${zone}`, () => {
    test.use({ timezoneId: zone });

    test('reads the hours of Athens, and their own where those are others', async ({ page }) => {
      const { id, startsAt, endsAt, timeZone } = await inAthens(page);
      const { main, others } = await whenOn(page, id);
      expect(main).toContain(day(startsAt, timeZone));
      expect(main).toContain(`${clock(startsAt, timeZone)}–${clock(endsAt, timeZone)}`);
      expect(others[0]).toMatch(/^Time zone of the session: Athens \((UTC|GMT)\+[23]\)$/);
      expect(others.slice(1)).toEqual(zone === SAME ? [] : [`In your time zone: from ${clock(startsAt, AWAY)} to ${clock(endsAt, AWAY)}`]);
      await sound(page);
    });
  });
}

test.describe('a reader in New York', () => {
  test.use({ timezoneId: AWAY });

  test('of a session that begins there on the day before reads that day too', async ({ page, browser }) => {
    const desk = await visitOf(browser, 'en', 'adviser');
    const year = new Date().getFullYear() + 2;
    const id = await announced(desk, 'en', { title: 'Checks at night', country: 'GR', town: 'Athens', timeZone: 'Europe/Athens', starts: `${year}-05-10T03:00`, ends: `${year}-05-10T11:00` });
    await desk.context().close();
    const { main, others } = await whenOn(page, id);
    expect(main).toContain(`10 May ${year}, 03:00–11:00`);
    expect(others[1]).toMatch(new RegExp(`^In your time zone: from 9 May ${year} at 20:00 (GMT|UTC)-4 to 10 May ${year} at 04:00 (GMT|UTC)-4$`));
  });
});
