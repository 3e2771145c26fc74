import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, loadMessages, setLocale } from '../core/i18n/index.ts';
import type { Line } from './register.ts';
import RegisterTable from './RegisterTable.vue';

const LINE: Line = {
  columns: ['person.email', 'person.phone', 'network_member.email', 'expert_translation.summary'], category: 'CONTACT_DETAILS', purpose: 'SEND_MAIL', basis: 'PUBLIC_TASK',
  retention: [{ period: 'P2Y', from: 'LAST_SIGN_IN' }], recipients: ['SELF', 'ADVISER'], source: 'PERSON', proposed: [],
};

function cells(line: Partial<Line>): string[] {
  const table = mount(RegisterTable, { props: { group: { person: 'MEMBER', lines: [{ ...LINE, ...line }] } }, global: { plugins: [i18n] } });
  return table.findAll('tbody th, tbody td').map((cell) => cell.text().replaceAll(/\s+/g, ' '));
}

describe('a line of the register', () => {
  beforeEach(async () => {
    await setLocale('en');
    await loadMessages('en', ['register']);
  });

  it('says what, why, on which basis, how long, for whom and from where, in words', () => {
    expect(cells({})).toEqual([
      'Contact details Accounts person.email person.phone Members of the network network_member.email Experts: texts by language expert_translation.summary', 'Sending the messages that are needed', 'Task carried out in the public interest', '2 yearscounted from: last sign-in',
      'The person concernedThe regional technical adviser and their team', 'The person concerned',
    ]);
  });

  it('shows what is unknown as unknown', () => {
    expect(cells({ purpose: null, basis: null, retention: null, source: null })).toEqual([expect.any(String), 'Unknown', 'Unknown', 'Unknown', expect.any(String), 'Unknown']);
  });

  it('marks what is proposed, and nothing else', () => {
    expect(cells({ proposed: ['BASIS', 'RETENTION'] }).map((text) => text.includes('Proposed'))).toEqual([false, false, true, true, false, false]);
  });

  it('says which of two times counts', () => {
    expect(cells({ retention: [{ period: 'P0D', from: 'ACCOUNT_CLOSED' }, { period: 'PT1H', from: 'SENT' }] })[3])
      .toBe('Whichever comes first:until: closing of the account1 hourcounted from: sending of the message');
  });
});
