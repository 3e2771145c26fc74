import { expect, test } from 'vitest';

import { trainerNames } from './trainerNames.ts';

const one = (profession: string, locale: string, name: string | null = null, institution: string | null = null) => ({ name, profession: { name: { text: profession, locale } }, institution: institution === null ? null : { name: institution } });

test('professions that stand after others begin with a small letter, in the way of their language; names and abbreviations do not', () => {
  expect(trainerNames([one('Magistrat', 'fr'), one('Policier', 'fr'), one('Juge', 'fr', 'Claire Marchand'), one('Inspecteur du travail', 'fr', null, 'DGT')])).toBe('Magistrat, policier, Claire Marchand, inspecteur du travail, DGT');
  expect(trainerNames([one('Savcı', 'tr'), one('İş müfettişi', 'tr'), one('NGO staff member', 'en')])).toBe('Savcı, iş müfettişi, NGO staff member');
});
