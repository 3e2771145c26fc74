/** How proposals of experts for their own sheets are read: by them, and by the adviser. */
import { acting, code, edge, one, query, reader, sql } from '../core/reader/index.ts';
import { mayKeepSheets } from './expert.policy.ts';
import { ExpertReader } from './expert.reader.ts';
import { ExpertSheetReader } from './expert-sheets.reader.ts';
import { changedFields, type ProposalDecision, type ProposedContent } from './proposal-content.ts';
import { SheetProposal } from './proposal.entity.ts';

export const SheetProposalReader = reader(SheetProposal, {
  rows: (proposal, actor) => (mayKeepSheets(actor) ? undefined : sql<boolean>`exists (select from expert e where e.uuid = ${proposal.sheet} and e.person_id = ${acting.person})`),
  fields: (proposal) => ({
    key: proposal.uuid,
    expert: one(ExpertReader, (expert) => sql`${expert.uuid} = ${proposal.sheet}`),
    base: code({ base: proposal.base }, ({ base }) => base as never as ProposedContent),
    content: code({ content: proposal.content }, ({ content }) => content as never as ProposedContent),
    decisions: code({ decisions: proposal.decisions }, ({ decisions }) => decisions as never as ProposalDecision[] | null),
    fields: code({ base: proposal.base, content: proposal.content }, ({ base, content }) => changedFields(base as never, content as never)),
  }),
});

edge(ExpertSheetReader, 'proposal', {
  description: 'What its expert proposed last: for them and for the adviser; null where they have proposed nothing, or have withdrawn it.',
  maybe: SheetProposalReader,
  on: (proposal, sheet) => sql`${proposal.uuid} = (select p.uuid from expert_proposal p where p.expert_uuid = ${sheet.uuid} order by p.decided_at desc nulls first limit 1)`,
});

query('sheetProposals', {
  description: 'What experts propose for their own sheets and nobody has decided about, the oldest first: for the adviser, none for others.',
  list: SheetProposalReader,
  // An expert finds theirs on their sheet.
  on: (proposal) => sql`${proposal.decidedAt} is null and (select is_adviser())`,
  order: (proposal) => [proposal.proposedAt, proposal.uuid],
});
