/**
 * Before stories that are told shortly: the search for a plan that the demonstration comes with, which takes a processor for minutes, is ended. No short story
 * is about what it finds.
 */
import { type FullConfig, request } from '@playwright/test';
import { firstInTurn } from './plan.ts';
import { isShort } from './short.ts';
import { signIn } from './sign-in.ts';

export default async function quiet({ projects: [project] }: FullConfig): Promise<void> {
  if (!isShort) return;
  const adviser = await request.newContext({ baseURL: project!.use.baseURL! });
  await signIn({ request: adviser }, 'fr', 'adviser@passerelle.example');
  await firstInTurn(adviser);
  await adviser.dispose();
}
