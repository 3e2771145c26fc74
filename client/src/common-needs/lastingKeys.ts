interface Together {
  readonly needs: readonly { readonly id: string }[];
}

/**
 * A key for each list of needs, unique among them: the one that a list with one of its needs had `before`, so that what somebody types beside a list stays while others take a need out of it. Lists have no need in common.
 */
export function lastingKeys(lists: readonly Together[], before: ReadonlyMap<string, string>): Map<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const { needs } of lists) {
    const ids = needs.map(({ id }) => id);
    const key = [...ids.flatMap((id) => before.get(id) ?? []), ...ids, ids.join()].find((one) => !taken.has(one))!;
    taken.add(key);
    for (const id of ids) keys.set(id, key);
  }
  return keys;
}
