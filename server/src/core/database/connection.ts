/** How to connect to `url` with these settings (`name=value`), beside those that the URL itself brings. */
export function connectionWith(url: string, settings: readonly string[]): { connectionString: string; options: string } {
  const parsed = new URL(url);
  const options = [parsed.searchParams.get('options'), ...settings.map((setting) => `-c ${setting}`)].filter(Boolean).join(' ');
  parsed.searchParams.delete('options');
  return { connectionString: parsed.href, options };
}
