import { describe, expect, test } from 'vitest';
import { instantsOf, isTimeZone, isWallTime, wallTimeAt } from './wallTime.ts';

const told = (wallTime: string, timeZone: string): string[] => instantsOf(wallTime, timeZone).map((instant) => instant.toISOString());

describe('a wall time', () => {
  test('is shown at one instant, in summer and in winter', () => {
    expect(told('2027-01-15T09:30', 'Europe/Skopje')).toEqual(['2027-01-15T08:30:00.000Z']);
    expect(told('2027-07-15T09:30', 'Europe/Skopje')).toEqual(['2027-07-15T07:30:00.000Z']);
    expect(told('2027-07-15T09:30', 'Europe/Kyiv')).toEqual(['2027-07-15T06:30:00.000Z']);
    expect(told('2027-07-15T00:00', 'Europe/Istanbul')).toEqual(['2027-07-14T21:00:00.000Z']);
  });

  test('is shown at no instant where the clocks are put forward', () => {
    expect(told('2027-03-28T02:00', 'Europe/Paris')).toEqual([]);
    expect(told('2027-03-28T02:59', 'Europe/Paris')).toEqual([]);
    expect(told('2027-03-28T03:00', 'Europe/Paris')).toEqual(['2027-03-28T01:00:00.000Z']);
    expect(told('2027-03-28T01:59', 'Europe/Paris')).toEqual(['2027-03-28T00:59:00.000Z']);
    expect(told('2027-03-28T03:30', 'Europe/Athens')).toEqual([]);
  });

  test('is shown at two instants where they are put back, the earlier first', () => {
    expect(told('2027-10-31T02:00', 'Europe/Paris')).toEqual(['2027-10-31T00:00:00.000Z', '2027-10-31T01:00:00.000Z']);
    expect(told('2027-10-31T02:59', 'Europe/Paris')).toHaveLength(2);
    expect(told('2027-10-31T03:00', 'Europe/Paris')).toEqual(['2027-10-31T02:00:00.000Z']);
    expect(told('2027-10-31T01:59', 'Europe/Paris')).toEqual(['2027-10-30T23:59:00.000Z']);
  });

  test('comes back from each of its instants, at every quarter of an hour of a year and in zones of both halves of the earth', () => {
    for (const zone of ['Europe/Paris', 'Europe/Chisinau', 'Europe/Istanbul', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Apia', 'UTC']) {
      for (let instant = Date.UTC(2027, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 4 * 3_600_000 + 900_000) {
        const found = instantsOf(wallTimeAt(new Date(instant), zone), zone);
        expect(found.map(Number)).toContain(instant);
      }
    }
  });

  test.each(['', '2027-02-29T10:00', '2027-13-01T10:00', '2027-01-01T24:00', '2027-01-01T10:60', '2027-01-01 10:00', '2027-01-01T10:00Z', '27-01-01T10:00', '0000-01-01T09:00', '0001-01-01T09:00', '1899-12-31T23:59', '9999-01-01T00:00', '9999-12-31T23:59'])('is none: %s', (text) => {
    expect(isWallTime(text)).toBe(false);
    expect(() => instantsOf(text, 'UTC')).toThrow(RangeError);
  });

  test('is shown at one instant in the first and the last year of which clocks are asked', () => {
    for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
      for (const wallTime of ['1900-01-01T00:00', '9998-12-31T23:59']) expect(instantsOf(wallTime, zone).map((instant) => wallTimeAt(instant, zone)), `${wallTime} ${zone}`).toEqual([wallTime]);
    }
  });

  test('is of a zone that there is', () => {
    expect(isWallTime('2027-01-01T10:00')).toBe(true);
    expect(() => instantsOf('2027-01-01T10:00', 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('a time zone', () => {
  test.each(['Europe/Paris', 'Europe/Kyiv', 'Europe/Kiev', 'Asia/Nicosia', 'America/Argentina/Ushuaia', 'Etc/GMT+5', 'UTC'])('is named by its area and its place: %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(['', 'Europe', 'Europe/', 'Europe/Nowhere', 'europe/paris', 'Mars/Olympus', 'EST', 'ACT', 'CST6CDT', 'SystemV/PST8', 'US/Pacific-New', '+01:00', 'GMT+1', 'posix/Europe/Paris', 'Europe/Paris\n', ' Europe/Paris'])('is not %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
