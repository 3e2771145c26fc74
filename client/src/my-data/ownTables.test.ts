import { describe, expect, it } from 'vitest';

import { fileOf, isDay, isInstant, purposesOf, tablesToShow, toldBy } from './ownTables.ts';
import { failureIn } from '../core/files/index.ts';

const column = (name: string, category: string): never => ({ name, category }) as never;
const table = (name: string, rows: (string | null)[][]): never => ({ name, columns: [column('name', 'IDENTITY'), column('token', 'CREDENTIALS'), column('image', 'IDENTITY')], rows: rows.map((values) => ({ values })) }) as never;

describe('what is kept about somebody', () => {
  it('is a file to save where a row stands for one', () => {
    const files = (name: string): never => ({ name, columns: ['uuid', 'email', 'name', 'kind'].map((one) => column(one, 'ANSWERS')), rows: [] }) as never;
    const row = { values: ['1', 'a@ngo.example', 'Potvrda', 'JPEG'] };
    expect([fileOf(files('answer_file'), row), fileOf(files('person'), row)]).toEqual([{ address: '/answers/AnswerFile_1', name: 'Potvrda.jpeg' }, undefined]);
    expect(fileOf(files('expert_photo'), { values: ['2', null, null, null] })).toEqual({ address: '/portraits/ExpertPhoto_2', name: 'photo.webp' });
    const photos = { name: 'expert_photo', columns: ['uuid', 'declined_at'].map((one) => column(one, 'IMAGE')), rows: [] } as never;
    expect([fileOf(photos, { values: ['2', '2026-11-20T10:00:00+00:00'] }), fileOf(photos, { values: ['2', null] })?.name]).toEqual([undefined, 'photo.webp']);
  });

  it('is told where there is something, one’s account before its traces', () => {
    expect(tablesToShow([table('audit_entry', [['a'], ['b']]), table('mail', []), table('member', [['SCAC']]), table('person', [['Anna']])]).map(({ name }) => name)).toEqual(['person', 'member', 'audit_entry']);
  });

  it('is told without what is empty, and without showing how one signs in', () => {
    const person = table('person', [['Anna', 'true', null]]);
    expect(toldBy(person, (person as { rows: { values: string[] }[] }).rows[0] as never)).toEqual([
      { column: 'name', category: 'IDENTITY', value: 'Anna' }, { column: 'token', category: 'CREDENTIALS', value: undefined },
    ]);
  });

  it('is kept for purposes, each of which is told once', () => {
    expect(purposesOf({ columns: [{ purpose: 'PROTECT' }, { purpose: null }, { purpose: 'RUN_ACCOUNTS' }, { purpose: 'PROTECT' }] } as never)).toEqual(['PROTECT', 'RUN_ACCOUNTS']);
  });

  it('has days and instants among it', () => {
    expect([isDay('2026-11-25'), isDay('2026-11-25T10:00:00+00:00'), isInstant('2026-11-25T10:00:00.1+00:00'), isInstant('Anna')]).toEqual([true, false, true, false]);
  });
});

describe('a file that did not come', () => {
  it.each([
    [{ errors: [{ extensions: { code: 'RATE_LIMITED' } }] }, 'RATE_LIMITED'], [{ errors: [{ extensions: { code: 'NEW' } }] }, 'INTERNAL_SERVER_ERROR'], [null, 'INTERNAL_SERVER_ERROR'],
  ])('says why: %j', (body, code) => {
    expect(failureIn(body)).toEqual({ code });
  });
});
