import { describe, expect, it } from 'vitest';

import { calendarFile } from './calendarFile.ts';

const entry = {
  id: 'TrainingSession_1', title: 'Αναγνώριση των θυμάτων; και, συνέχεια', summary: 'Une ligne\nune autre', place: 'Αθήνα, Ελλάδα', url: 'https://example.org/el/trainings/1',
  startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-04T15:30:00Z', timeZone: 'Europe/Athens',
};

/** The lines of a file, with those that were folded at 75 octets put together again. */
const lines = (file: string): string[] => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

describe('the calendar file of a session', () => {
  it('is one event with the instants of the session', () => {
    const found = lines(calendarFile(entry));
    expect(found[0]).toBe('BEGIN:VCALENDAR');
    expect(found.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(found).toEqual(expect.arrayContaining(['DTSTART:20271103T080000Z', 'DTEND:20271104T153000Z', 'UID:TrainingSession_1', `URL;VALUE=URI:${entry.url}`]));
  });

  it('keeps signs that mean something in the format as text', () => {
    const found = lines(calendarFile(entry));
    expect(found).toContain('SUMMARY:Αναγνώριση των θυμάτων\\; και\\, συνέχεια');
    expect(found).toContain('DESCRIPTION:Une ligne\\nune autre');
    expect(found).toContain('LOCATION:Αθήνα\\, Ελλάδα');
  });

  it('cannot be given a second event by its words', () => {
    const found = lines(calendarFile({ ...entry, title: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y' }));
    expect(found.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });
});
