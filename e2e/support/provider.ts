/** A provider of identities and a server of its own that knows it, for the stories about agents. */
import { firstLine, type OwnSite, startSite, startTool } from './own-site.ts';

/** Starts both on free ports and a folder of their own. `emails` can sign in at the provider. */
export const startAgentSite = (emails: readonly string[]): Promise<OwnSite> => startSite('agents', async (address, children) => {
  const provider = startTool('provider', [address, ...emails]);
  children.push(provider);
  return { ...Object.fromEntries((await firstLine(provider)).split(' ').map((word) => word.split('=', 2) as [string, string])), PUBLIC_URL: address };
});
