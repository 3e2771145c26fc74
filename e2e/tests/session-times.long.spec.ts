/** When a session is for readers of other clocks. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { AWAY, whenOn } from '../support/session-times.ts';
import { sound } from '../support/sound.ts';

interface Session {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}
const SAME = 'Europe/Athens';
const clock = (instant: string, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
const day = (instant: string, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(instant));

/** A session to come in Greece, of one day. */
async function inAthens(page: Page): Promise<Session> {
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: Session[] } }>(
    page.request, 'en', '{ trainingSessions(first: 100, sort: LATEST, filter: { country: "GR", states: [OPEN, CLOSED, DONE] }) { nodes { id startsAt endsAt timeZone } } }');
  return trainingSessions.nodes.find(({ startsAt, endsAt, timeZone }) => timeZone === 'Europe/Athens' && day(startsAt, timeZone) === day(endsAt, timeZone))!;
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
