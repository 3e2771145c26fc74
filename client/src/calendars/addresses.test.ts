import { describe, expect, it } from 'vitest';

import { calendarPath, forApplication, sessionFile } from './addresses.ts';

describe('the addresses of calendars', () => {
  it('say the language, and what the calendar is kept to', () => {
    expect(sessionFile('TrainingSession_1', 'sr-Latn')).toBe('/calendar/session/TrainingSession_1.ics?locale=sr-Latn');
    expect(calendarPath({}, 'el')).toBe('/calendar/sessions.ics?locale=el');
    expect(calendarPath({ country: 'GR', theme: 'IDENTIFICATION' }, 'el')).toBe('/calendar/sessions.ics?country=GR&theme=IDENTIFICATION&locale=el');
    expect(calendarPath({ country: '', theme: 'a&b=c', expert: 'Expert_1' }, 'fr')).toBe('/calendar/sessions.ics?theme=a%26b%3Dc&expert=Expert_1&locale=fr');
  });

  it('are opened by an application under a scheme of their own', () => {
    expect(forApplication('https://example.org/calendar/own/x.ics')).toBe('webcal://example.org/calendar/own/x.ics');
    expect(forApplication('http://localhost:4000/calendar/sessions.ics?locale=el')).toBe('webcal://localhost:4000/calendar/sessions.ics?locale=el');
  });
});
