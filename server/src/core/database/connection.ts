/** What is asked for often lies in memory, where any row is as near as the next; and compiling costs more than it gains on short statements. */
export const NEAR = ['random_page_cost=1.1', 'jit=off'] as const;

/**
 * The same where what is prepared is planned once: what is asked for is found by a key, whatever the values are, and planning anew costs
 * more than such a statement does.
 */
export const PLANNED_ONCE = [...NEAR, 'plan_cache_mode=force_generic_plan'] as const;

/** How to connect to `url` with these settings (`name=value`), beside those that the URL itself brings. */
export function connectionWith(url: string, settings: readonly string[]): { connectionString: string; options: string } {
  const parsed = new URL(url);
  const options = [parsed.searchParams.get('options'), ...settings.map((setting) => `-c ${setting}`)].filter(Boolean).join(' ');
  parsed.searchParams.delete('options');
  return { connectionString: parsed.href, options };
}
