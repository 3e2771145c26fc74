import { computed, type ComputedRef, onBeforeUnmount, onMounted, type Ref, ref, shallowRef } from 'vue';

import { type Failure, useAct } from '../core/api/index.ts';
import { type FileOutcome, titleOf, useBringFile } from '../core/files/index.ts';
import { RemoveAnswerFileMutation } from './answers.documents.ts';
import { useAnswerLink } from './answerLink.ts';
import { answerFile, MOST_BYTES, type TypedAnswer, withChosen, withoutFile } from './answers.ts';

/** What can be done about the file that answers a question. */
export interface AnswerFileDoing {
  /** Brings a file in the place of the one that is there. */
  readonly choose: (file: File) => Promise<void>;
  /** Brings the same once more. */
  readonly again: () => Promise<void>;
  /** Takes it away, at the server too. */
  readonly remove: () => void;
  /** Why it was not taken; undefined while nothing is known against it. */
  readonly outcome: Ref<FileOutcome | undefined>;
  readonly failure: ComputedRef<Failure | undefined>;
}

// The server takes one file of a person at once: each waits for the one before it, whomever it is brought for.
let line: Promise<unknown> = Promise.resolve();

/** Brings files for an answer: each is sent at once, and waits at the server until somebody is registered with it. */
export function useAnswerFile(question: () => string, answer: Ref<TypedAnswer>): AnswerFileDoing {
  const { perform, failure } = useBringFile();
  const { act } = useAct(RemoveAnswerFileMutation);
  const link = useAnswerLink();
  const outcome = ref<FileOutcome>();
  const chosen = shallowRef<{ readonly file: File; readonly key: string }>();
  let way = new AbortController();

  /** The server forgets what was brought before; where it cannot be asked, it does by itself after a day. */
  function forget(): void {
    way.abort();
    way = new AbortController();
    if (answer.value.file !== '') void act({ id: answer.value.file, secret: link?.secret() ?? null });
  }

  async function send(): Promise<void> {
    if (!chosen.value) return;
    const [{ file, key }, { signal }] = [chosen.value, way];
    [outcome.value, failure.value] = [undefined, undefined];
    answer.value = withChosen(file, 'COMING');
    const said = { key, name: titleOf(file.name) || file.name, ...(link && { secret: link.secret() }) };
    const came = file.size > MOST_BYTES ? 'TOO_LARGE' : await (line = line.then(() => (signal.aborted ? undefined : perform({ address: `/answers/${question()}`, header: 'x-answer-file', said, file, signal }))));
    // Something else was chosen meanwhile, or nothing.
    if (signal.aborted) return;
    outcome.value = came === 'DONE' ? undefined : (came as FileOutcome | undefined);
    answer.value = came === 'DONE' ? { ...withChosen(file, 'KEPT'), file: answerFile(key) } : withChosen(file, 'NOT_TAKEN');
  }

  async function choose(file: File): Promise<void> {
    forget();
    // One for each file: what is sent twice is there once.
    chosen.value = { file, key: crypto.randomUUID() };
    await send();
  }

  function remove(): void {
    forget();
    [chosen.value, outcome.value, failure.value] = [undefined, undefined, undefined];
    answer.value = withoutFile(answer.value);
  }

  // What is on its way to a question that is asked no longer arrives nowhere; asked again, it is chosen again.
  onBeforeUnmount(() => way.abort());
  onMounted(() => {
    if (answer.value.chosen && answer.value.chosen.state !== 'KEPT') answer.value = withoutFile(answer.value);
  });

  return { choose, again: send, remove, outcome, failure: computed(() => failure.value) };
}
