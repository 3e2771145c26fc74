/** The mailbox without the mails of other stories. */
import type { Route } from '@playwright/test';

/** Answers for the mailbox; what other stories were sent is not to be seen. */
export function holding(mails: '[]' | 'null'): (route: Route) => Promise<void> {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/"localMailbox":(\[.*\]|null)/s, `"localMailbox":${mails}`) });
  };
}
