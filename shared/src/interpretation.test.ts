import { describe, expect, test } from 'vitest';
import { interpretationOf, lacksOf, type Level, type Skill, type Speaker } from './interpretation.ts';

const speaker = (name: string, ...languages: readonly (readonly [string, Level])[]): Speaker => ({ name, languages: languages.map(([language, level]): Skill => ({ language, level })) });
const JUDGE = speaker('Judge', ['fr', 'NATIVE'], ['en', 'B1']);
const OFFICER = speaker('Officer', ['fr', 'NATIVE'], ['sr', 'B2'], ['en', 'C1']);
const SERB = speaker('Serb', ['sr', 'NATIVE'], ['fr', 'C1']);
const SILENT = speaker('Silent');

describe('who needs an interpreter', () => {
  test('is whoever does not reach the level in a language of the meeting, between it and what they speak best', () => {
    expect(interpretationOf([JUDGE, OFFICER], [{ language: 'sr', atLeast: 'B2' }])).toEqual([
      { language: 'sr', atLeast: 'B2', follows: ['Officer'], unknown: [], needs: [{ name: 'Judge', between: ['fr'], bridges: ['Officer'] }] },
    ]);
    expect(interpretationOf([OFFICER], [{ language: 'sr', atLeast: 'C1' }])[0]!.needs).toEqual([{ name: 'Officer', between: ['fr'], bridges: [] }]);
  });

  test('is told of each language by itself', () => {
    const told = interpretationOf([JUDGE, SERB], [{ language: 'en', atLeast: 'B1' }, { language: 'sr', atLeast: 'B1' }]);
    expect(told.map(({ follows, needs }) => [follows, needs.map(({ name }) => name)])).toEqual([[['Judge'], ['Serb']], [['Serb'], ['Judge']]]);
  });

  test('is unknown of whoever has said nothing: neither in need nor following', () => {
    expect(interpretationOf([SILENT], [{ language: 'fr', atLeast: 'A1' }])).toEqual([{ language: 'fr', atLeast: 'A1', follows: [], unknown: ['Silent'], needs: [] }]);
  });

  test('is nobody where the meeting has no language', () => {
    expect(interpretationOf([JUDGE, SILENT], [])).toEqual([]);
  });
});

describe('a bridge', () => {
  test('follows the meeting and speaks what the other speaks best, at C1 or better', () => {
    const weak = speaker('Weak', ['sr', 'NATIVE'], ['fr', 'B2']);
    expect(interpretationOf([JUDGE, SERB, weak], [{ language: 'sr', atLeast: 'B2' }])[0]!.needs).toEqual([{ name: 'Judge', between: ['fr'], bridges: ['Serb'] }]);
  });

  test('serves each of the languages that somebody speaks as well as any other', () => {
    const both = speaker('Both', ['fr', 'NATIVE'], ['en', 'NATIVE']);
    const english = speaker('English', ['sr', 'C2'], ['en', 'C1']);
    expect(interpretationOf([both, english], [{ language: 'sr', atLeast: 'B2' }])[0]!.needs).toEqual([{ name: 'Both', between: ['fr', 'en'], bridges: ['English'] }]);
  });
});

describe('what a meeting lacks', () => {
  const going = (person: Speaker, kind: 'MAGISTRATE' | 'POLICE', isSubstitute = false) => ({ ...person, kind, isSubstitute });

  test('are roles and languages that nobody covers who goes; substitutes count for nothing', () => {
    const needs = [{ kind: 'MAGISTRATE', atLeast: 1 }, { kind: 'POLICE', atLeast: 2 }] as const;
    expect(lacksOf([going(JUDGE, 'MAGISTRATE'), going(OFFICER, 'POLICE', true)], { needs, languages: [{ language: 'sr', atLeast: 'B2' }, { language: 'fr', atLeast: 'C1' }] }))
      .toEqual({ roles: [{ kind: 'POLICE', missing: 2 }], languages: [{ language: 'sr', isUnknown: false }] });
  });

  test('is not known where somebody of whom nothing is said might speak it', () => {
    expect(lacksOf([going(SILENT, 'POLICE')], { needs: [], languages: [{ language: 'sr', atLeast: 'B2' }] }).languages).toEqual([{ language: 'sr', isUnknown: true }]);
  });
});
