/** When a session is: as the clocks of its place show it, with the reader's own hours beside them where those differ. */
import { expect, test } from '@playwright/test';
import { AWAY, whenOn } from '../support/session-times.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';

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
