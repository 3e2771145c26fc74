/** A scanner for viruses and a server of its own that asks it, for the stories about files that wait. */
import type { ChildProcess } from 'node:child_process';
import { firstLine, type OwnSite, startSite, startTool } from './own-site.ts';

/** What scanners know, and nothing else is harmed by; in two parts, so that no scanner takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface ScannedSite extends OwnSite {
  /** Has the scanner keep what comes waiting where it has answered at once, and the other way round. */
  readonly turn: () => void;
}

/** Starts both: files wait until the scanner is turned. */
export async function startScannedSite(): Promise<ScannedSite> {
  let scanner: ChildProcess | undefined;
  const turn = (): void => void scanner!.stdin!.write('\n');
  const site = await startSite('scanned', async (_address, children) => {
    scanner = startTool('scanner');
    children.push(scanner);
    const [name, value] = (await firstLine(scanner)).split('=', 2) as [string, string];
    turn();
    return { [name]: value, PROOF_OF_WORK: '20', VISITOR_LIMIT: '1000000', MEMBER_LIMIT: '1000000', TRUSTED_PROXIES: 'loopback' };
  });
  return { ...site, turn };
}
