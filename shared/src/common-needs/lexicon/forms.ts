import type { Family } from './entry.ts';

/** What is done to people. */
export const forms: Family = {
  usual: 0.04,
  entries: {
    minors: {
      fr: 'mineur|s, enfan|ts, adolescen|, fillette|', en: 'child|ren, minor|s, juvenile|, underage, teenage|, adolescen|', sq: 'të mitur|, fëmijë|, fëmijëve, mitur|, minoren|, adoleshen|',
      bs: 'djec|a, djete|, dijet|, maloljet|, mlađ|', hr: 'djec|a, djece', 'sr-Cyrl': 'дец|а, дет|ета, дете, малолет|', cnr: 'djec|a', sl: 'otro|ci, mladolet|', mk: 'дец|а, дете|, малолет|', bg: 'дец|а, дете|, малолет|, непълнолет|', uk: 'діт|и, дитин|, дитяч|, неповноліт|, малоліт|',
      el: 'παιδ|ιά, ανήλικ|, εφήβ|, έφηβ|', ro: 'copii|, copil|, minor|', hu: 'gyer|mekek, |gyermek|, |gyerek|, kiskorú|, fiatalkorú|', tr: 'çocuk|lar, reşit olmayan, ergen|',
    },
  },
};
