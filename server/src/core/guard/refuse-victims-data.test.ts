import { inspect } from 'node:util';
import { FINDING_KIND } from '@passerelle/shared/guard/index.ts';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { UserError } from '../errors.ts';
import { errorFormatter } from '../graphql/format-error.ts';
import { refuseVictimsData } from './index.ts';

/** Words that nothing else has: where one of them is found, the text has leaked. */
const CANARY = 'Zephyrine';
const TEXT = `Zephyrine Quixada, a 17-year-old girl from Xanadubrook, 0101990100102, zephyrine.quixada@example.com, +355 69 234 5678`;
const LEAKS = /zephyrine|quixada|xanadubrook|0101990100102|234 ?5678|17-year/i;

function refusal(text: string): UserError {
  try {
    refuseVictimsData('request.need', text);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('Nothing was refused');
}

/** Everything that could be told of an error: as text, as JSON, as the log writes it, as the answer carries it. */
function told(error: Error): string[] {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  log.error({ err: error }, 'refused');
  log.error(error);
  const formatted = errorFormatter((reference, fault) => log.error({ reference, err: fault }))({ message: error.message }, new GraphQLError(error.message, { originalError: error }));
  return [String(error), error.stack ?? '', JSON.stringify(error), inspect(error, { depth: null, showHidden: true }), JSON.stringify(formatted), ...lines];
}

describe('a text with a person’s data', () => {
  it('is refused with the field, the kinds and the places', () => {
    const { code, params } = refusal(TEXT).extensions as { code: string; params: { field: string; findings: { kind: string; start: number; end: number }[] } };
    expect(code).toBe('VICTIM_DATA');
    expect(params.field).toBe('request.need');
    expect(params.findings.map(({ kind }) => kind)).toEqual([FINDING_KIND.PERSON_DESCRIPTION, FINDING_KIND.NATIONAL_NUMBER, FINDING_KIND.EMAIL, FINDING_KIND.PHONE]);
    expect(TEXT.slice(params.findings[1]!.start, params.findings[1]!.end)).toBe('0101990100102');
  });

  it('is told of without a word of it: not in the error, its JSON, the answer or the log', () => {
    for (const text of told(refusal(TEXT))) expect(text).not.toMatch(LEAKS);
  });

  it('would be seen to leak if an error quoted it', () => {
    const leaking = told(new UserError('VICTIM_DATA', `Found ${CANARY}`, { field: 'request.need' }));
    expect(leaking.filter((text) => LEAKS.test(text)).length).toBeGreaterThan(4);
  });

  it('is carried to the client with its code', () => {
    const formatted = errorFormatter(() => undefined)({ message: '' }, refusal(TEXT));
    expect(formatted.extensions).toMatchObject({ code: 'VICTIM_DATA', params: { field: 'request.need' } });
  });
});

describe('other texts', () => {
  it.each(['', 'Children under 18 are heard in a special room.', 'Call +389 2 3123 456', 'She spoke with a girl aged 16.'])('%j pass', (text) => {
    expect(() => refuseVictimsData('request.need', text)).not.toThrow();
  });

  it('pass with a published number', () => {
    expect(() => refuseVictimsData('hotline.note', 'SOS +355 69 234 5678', { allowed: ['0692345678'] })).not.toThrow();
    expect(() => refuseVictimsData('hotline.note', 'SOS +355 69 234 5678')).toThrow(UserError);
  });

  it('that are too long to be read are refused as such', () => {
    expect(refusal('a '.repeat(30_000)).extensions.code).toBe('PAYLOAD_TOO_LARGE');
  });
});
