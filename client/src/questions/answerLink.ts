import { inject, type InjectionKey, provide } from 'vue';

/** The link by which a page brings files as answers, where nobody has to be signed in. */
export interface AnswerLink {
  readonly secret: () => string;
  /** For how long a file is kept, and who can open it, in words. */
  readonly waits: () => string;
}

const LINK: InjectionKey<AnswerLink> = Symbol('answer link');

/** Says to the fields of answers within who asks that their files are brought by this link. */
export const bringByLink = (link: AnswerLink): void => provide(LINK, link);

/** The link by which files are brought here; undefined where it is who is signed in that brings them. */
export const useAnswerLink = (): AnswerLink | undefined => inject(LINK, undefined);
