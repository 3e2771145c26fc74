/** E-mail addresses. Those that name an office instead of a person warn. */
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import type { Reading } from './reading.ts';

const AT = /@| ?[[(] ?(?:at|arobase|kukac|маймунско|et|de la) ?[\])] ?/g;
const NAME = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const DOMAIN = /^[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[[(] ?(?:dot|point|tacka|punct) ?[\])] ?)[\p{L}\p{N}-]{1,63}){1,5}/u;
const OFFICE = /^(?:info|contact|kontakt|contacto|office|secretariat|sekretariat|press|presse|help|hotline|sos|admin|webmaster|support|mail|ured|kancelarija|protection|antitrafficking|nrm|ngo|security|privacy|noreply)[\d.-]*$/;

/** Addresses in a text. Names and domains are looked at only as far as they may be long. */
export function emails({ text }: Reading): Stretch[] {
  return [...text.matchAll(AT)].flatMap((match) => {
    const after = match.index + match[0].length;
    const name = NAME.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[0];
    const domain = DOMAIN.exec(text.slice(after, after + 255))?.[0];
    if (name === undefined || domain === undefined) return [];
    const severity = OFFICE.test(name) ? SEVERITY.WARN : SEVERITY.REFUSE;
    return [{ kind: FINDING_KIND.EMAIL, severity, from: match.index - name.length, to: after + domain.length }];
  });
}
