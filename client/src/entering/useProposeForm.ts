import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { type Editor, useEditor } from '../core/editing/index.ts';
import { openProposal, proposalInput, typedDraft } from './proposalForm.ts';
import { emptySheet, faultsOf, isChanged, merge, type SheetFieldName, tidied, type TypedSheet } from './sheetForm.ts';
import type { SheetFault } from './useEntering.ts';
import { type Proposed, type ProposalInput, proposedOf, useProposeSheet } from './useProposals.ts';

/** A sheet as its expert has read it. `version` counts the readings, since a sheet and what is proposed for it have one each. */
interface Reading {
  readonly version: number;
  readonly sheet: Proposed;
}
/** What is typed is about one sheet. */
export interface Readings {
  readonly id: string;
  readonly readings: readonly Reading[];
}

/** The form in which an expert proposes to change their own sheet. */
export function useProposeForm(sheet: () => Proposed): Editor<Readings, TypedSheet, SheetFieldName, SheetFault> {
  const { t } = useI18n();
  const { act, isActing, failure } = useProposeSheet();
  const read = new Map<number, Proposed>();
  // One for each proposal that is made here: what is sent twice is made once.
  let drawn = crypto.randomUUID() as string;

  function readingOf(now: Proposed): Readings {
    const version = read.size + 1;
    read.set(version, now);
    return { id: now.id, readings: [{ version, sheet: now }] };
  }

  /** Which proposal is written, and the version of it that was read: the one that is open, or a new one. */
  function whichOf(before: Proposed): { readonly key: string; readonly version: number } {
    const open = openProposal(before);
    if (open) return { key: open.key, version: open.version };
    if (before.proposal?.key === drawn) drawn = crypto.randomUUID();
    return { key: drawn, version: 0 };
  }

  async function perform(_id: string, { version }: { readonly version: number }, input: ProposalInput) {
    const before = read.get(version)!;
    const payload = (await act({ ...whichOf(before), sheetVersion: before.version, input }))?.proposeSheet;
    if (!payload) return undefined;
    const now = proposedOf(payload.expert);
    return { outcome: payload.outcome, faults: payload.faults, session: now ? readingOf(now) : null };
  }

  const session = computed(() => readingOf(sheet()));
  return useEditor({
    doing: { perform, isActing: computed(() => isActing.value), failure: computed(() => failure.value) }, session: () => session.value, start: session.value.readings[0], keyOf: ({ sheet: { id } }: Reading) => id,
    itemsOf: ({ readings }: Readings) => readings, empty: () => emptySheet('fr'), typedOf: ({ sheet: now }: Reading) => typedDraft(now), isChanged, merge, tidied, inputOf: proposalInput,
    faultsOf: (typed) => faultsOf(typed, true), obstacle: (outcome) => (outcome === 'GONE' ? t('proposals.none') : undefined),
  });
}
