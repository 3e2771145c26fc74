/** What somebody has at hand to show that it is them. */
import type { BrowserContext, Page } from '@playwright/test';

/** A device beside the browser that knows its owner and says so. */
export async function giveDevice(page: Page, context: BrowserContext): Promise<void> {
  const browser = await context.newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
