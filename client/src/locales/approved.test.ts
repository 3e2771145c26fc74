// @vitest-environment node
/** Nobody is called an approved expert, in any language, on a page, in a mail or on paper. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { approvedWords, namesExperts } from '../../scripts/language/approved.ts';
import { place, readCatalogues } from '../../scripts/language/catalogues.ts';

const catalogues = readCatalogues();

describe.each(LOCALE_TAGS)('the texts of %s', (tag) => {
  test('call no expert approved', () => {
    expect(catalogues[tag].flatMap((entry) => approvedWords(tag, entry).map((word) => `${place(entry)}: ${word}`))).toEqual([]);
  });

  test('are known to name experts where they do', () => {
    const titles = catalogues[tag].filter(({ key }) => ['experts.title', 'experts.expert', 'nav.experts'].includes(key));
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.filter(({ message }) => !namesExperts(tag, message))).toEqual([]);
  });
});

test.each<[Locale, string]>([
  ['fr', 'Experts agréés'], ['fr', 'Cet expert est accrédité.'], ['en', 'Approved experts'], ['en', 'An accredited expert'], ['sq', 'Ekspertë të miratuar'], ['sq', 'Ekspert i akredituar'], ['bs', 'Odobreni stručnjaci'], ['bs', 'Ovlašteni stručnjak'], ['cnr', 'Odobreni stručnjaci'],
  ['cnr', 'Ovlašćeni stručnjak'], ['bg', 'Одобрени експерти'], ['bg', 'Акредитиран експерт'], ['el', 'Εγκεκριμένοι εμπειρογνώμονες'], ['el', 'Διαπιστευμένος εμπειρογνώμονας'], ['hr', 'Odobreni stručnjaci'], ['hr', 'Akreditirani stručnjak'], ['hu', 'Jóváhagyott szakértők'],
  ['hu', 'Akkreditált szakértő'], ['mk', 'Одобрени експерти'], ['mk', 'Акредитиран експерт'], ['ro', 'Experți aprobați'], ['ro', 'Expert acreditat'], ['sr-Cyrl', 'Одобрени стручњаци'], ['sr-Cyrl', 'Овлашћени стручњак'], ['sr-Latn', 'Odobreni stručnjaci'],
  ['sr-Latn', 'Akreditovani stručnjak'], ['sl', 'Odobreni strokovnjaki'], ['sl', 'Pooblaščen strokovnjak'], ['tr', 'Onaylı uzmanlar'], ['tr', 'Akredite uzman'], ['uk', 'Затверджені експерти'], ['uk', 'Акредитований експерт'],
])('the control: in %s “%s” is found, on any page', (tag, message) => {
  expect(approvedWords(tag, { part: 'missions', message })).toHaveLength(1);
  // What is about somebody else is not.
  expect(approvedWords(tag, { part: 'members', message: message.replaceAll(/\p{L}*(?:expert|exper[tț]|ekspert|stručnja|стручња|експерт|strokovnjak|εμπειρογν|szakért|uzman)\p{L}*/giu, '…') })).toEqual([]);
});
