import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { type MissionWords, useMissionWords } from './useMissionWords.ts';

function words(): MissionWords {
  let given: MissionWords | undefined;
  mount({ setup: () => { given = useMissionWords(); return () => null; } }, { global: { plugins: [i18n] } });
  return given!;
}

const LACKING = { field: 'TEAM', fault: 'LACKING', maximum: null, leg: null } as const;

beforeEach(() => setLocale('en', ['missions', 'prepare']));

describe('that a team would lack somebody', () => {
  it('is said with as what they are lacking', () => {
    expect(words().fault({ ...LACKING, lacking: ['NGO', 'POLICE'] })).toBe('The team still lacks: From NGOs · Police officers');
  });

  it('is said without, where nobody knows as what', () => {
    expect(words().fault({ ...LACKING, lacking: [] })).toBe('The team would lack somebody who must be in it.');
  });
});
