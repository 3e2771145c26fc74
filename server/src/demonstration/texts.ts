/** The texts of the demonstration, in every locale. */
import type { Locale } from '@passerelle/shared/locales.ts';
import bg from './texts/bg.json' with { type: 'json' };
import bs from './texts/bs.json' with { type: 'json' };
import cnr from './texts/cnr.json' with { type: 'json' };
import el from './texts/el.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import hr from './texts/hr.json' with { type: 'json' };
import hu from './texts/hu.json' with { type: 'json' };
import mk from './texts/mk.json' with { type: 'json' };
import ro from './texts/ro.json' with { type: 'json' };
import sl from './texts/sl.json' with { type: 'json' };
import sq from './texts/sq.json' with { type: 'json' };
import srCyrl from './texts/sr-Cyrl.json' with { type: 'json' };
import srLatn from './texts/sr-Latn.json' with { type: 'json' };
import tr from './texts/tr.json' with { type: 'json' };
import uk from './texts/uk.json' with { type: 'json' };

export type CourseCode = keyof typeof en.courses;
export type ExpertProfession = keyof typeof en.experts;

export const TEXTS: Readonly<Record<Locale, typeof en>> = {
  bg, bs, cnr, el, en, fr, hr, hu, mk, ro, sl, sq, 'sr-Cyrl': srCyrl, 'sr-Latn': srLatn, tr, uk,
};

/** The theme, the level and the audiences of each course, by their codes. */
export const COURSES: Readonly<Record<CourseCode, { theme: string; level: keyof typeof en.objectives; audiences: readonly string[] }>> = {
  'first-interview': { theme: 'IDENTIFICATION', level: 'INTERMEDIATE', audiences: ['POLICE', 'MAGISTRATES', 'NGOS'] },
  indicators: { theme: 'IDENTIFICATION', level: 'INTRODUCTORY', audiences: ['POLICE', 'BORDER_GUARDS', 'SOCIAL_SERVICES'] },
  referral: { theme: 'REFERRAL', level: 'INTRODUCTORY', audiences: ['MIXED'] },
  'cross-border-return': { theme: 'RETURN_REINTEGRATION', level: 'INTERMEDIATE', audiences: ['NGOS', 'SOCIAL_SERVICES'] },
  'labour-inspection': { theme: 'LABOUR_EXPLOITATION', level: 'INTERMEDIATE', audiences: ['LABOUR_INSPECTORATE', 'POLICE', 'MAGISTRATES'] },
  'online-recruitment': { theme: 'ONLINE_RECRUITMENT', level: 'INTERMEDIATE', audiences: ['POLICE', 'MAGISTRATES'] },
  'financial-investigation': { theme: 'FINANCIAL_INVESTIGATION', level: 'ADVANCED', audiences: ['POLICE', 'MAGISTRATES'] },
  'joint-investigation-team': { theme: 'INTERNATIONAL_COOPERATION', level: 'ADVANCED', audiences: ['MAGISTRATES', 'POLICE'] },
  'child-victims': { theme: 'CHILD_TRAFFICKING', level: 'INTERMEDIATE', audiences: ['SOCIAL_SERVICES', 'MAGISTRATES', 'NGOS'] },
  'forced-begging': { theme: 'FORCED_BEGGING', level: 'INTRODUCTORY', audiences: ['MIXED'] },
  'non-punishment': { theme: 'NON_PUNISHMENT', level: 'ADVANCED', audiences: ['MAGISTRATES', 'LAWYERS'] },
  compensation: { theme: 'COMPENSATION', level: 'INTERMEDIATE', audiences: ['MAGISTRATES', 'LAWYERS', 'NGOS'] },
  'witness-protection': { theme: 'WITNESS_PROTECTION', level: 'ADVANCED', audiences: ['POLICE', 'MAGISTRATES'] },
  'assistance-trauma': { theme: 'ASSISTANCE', level: 'INTERMEDIATE', audiences: ['NGOS', 'SOCIAL_SERVICES', 'HEALTH'] },
  'prevention-schools': { theme: 'PREVENTION', level: 'INTRODUCTORY', audiences: ['EDUCATION', 'NGOS'] },
  'consular-role': { theme: 'PROTECTION', level: 'INTRODUCTORY', audiences: ['CONSULAR'] },
};
