/** What the matrix asks of projects, and who does what with them: the adviser and the team, and nobody else learns whether there is one. */
import type { Role } from './roles.ts';
import type { World } from './world.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000d2';
const INPUT = 'input: { sourceLocale: "fr", title: "T", purpose: "P", countries: ["RS"], needs: [], recommendations: [], partners: [], experts: [], sessions: [], budget: [{ label: "L", cents: 100 }] }';
const TEXTS = 'texts: { locale: "mk", title: "T", purpose: "P" }';

export const PROJECT_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  saveProject: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 0, ${INPUT}`, select: 'outcome' },
  translateProject: { expect: 'SIGNED_IN', args: `id: "Project_${NOBODY}", version: 1, ${TEXTS}`, select: 'outcome' },
  decideProject: { expect: 'SIGNED_IN', args: `id: "Project_${NOBODY}", version: 1, to: GIVEN_UP, reason: "R"`, select: 'outcome' },
  chooseSessionProject: { expect: 'SIGNED_IN', args: `session: "TrainingSession_${NOBODY}", project: null, was: null`, select: 'outcome' },
};

const ADVISERS: readonly Role[] = ['assistant', 'adviser'];

export const PROJECT_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  project: { expect: 'ANYBODY', args: `id: "Project_${NOBODY}"`, select: 'id' },
  // The demonstration has some.
  projects: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ADVISERS },
  projectSuggestions: { expect: 'THEIRS', args: 'countries: ["AL", "RS"], themes: ["ASSISTANCE", "PREVENTION", "LABOUR_EXPLOITATION"]', select: 'nodes { kind }', seenBy: ADVISERS },
};

const TOLD = { DONE: ADVISERS, NOT_ALLOWED: 'OTHERS' } as const;

export const PROJECT_RIGHTS = [
  { does: 'saveProject', with: () => `key: "${NEW}", version: 0, ${INPUT}`, told: TOLD },
  { does: 'translateProject', with: ({ project }: World) => `id: "${project}", version: 1, ${TEXTS}`, told: TOLD },
  { does: 'chooseSessionProject', with: ({ open, project }: World) => `session: "${open}", project: "${project}", was: null`, told: TOLD },
  { does: 'decideProject', with: ({ project }: World) => `id: "${project}", version: 1, to: SELECTED, reason: "R"`, told: TOLD },
] as const;

/** The types of projects that tell of no person, each with its fields. */
export const PROJECT_PLAIN: Readonly<Record<string, string>> = {
  ProjectAbilities: 'decide edit translate',
  ProjectBudgetLine: 'cents label locale',
  ProjectFault: 'fault field maximum position',
  ProjectPayload: 'faults outcome project',
  SessionProjectPayload: 'outcome session',
  ProjectSuggestion: 'countries expert kind lastOn partner recommendation session themes',
  ProjectTranslation: 'isOutdated isSource locale purpose title',
};
