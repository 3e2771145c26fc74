/** E-mail addresses, also with spaces or words in the place of their signs. Those that name an office instead of a person warn. */
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import type { Reading } from './reading.ts';

/** What the sign is called, as the text is folded. */
const CALLED = 'at|arobase|chez|kukac|maimunsko|majmunsko|et|de la|arond|manki|monki|afna|παπακι|ravlik|sobacka';
/** What a full stop is called. */
const STOP = 'dot|point|tacka|tocka|punct|pont|nokta|pike|τελεια|krapka';

const [OPEN, CLOSE] = ['[[({<]', '[\\])}>]'];
/**
 * How the sign comes: with spaces around it or in brackets; as a word in brackets; as a word alone. `loose`: what stands in sentences and
 * names too, and counts only before a service whose addresses are persons'.
 */
const AT = new RegExp(
  `(?<loose>[ \\n]{1,3}@(?![ \\n])|[ \\n_-](?:${CALLED})[ \\n_-])|[ \\n]{0,3}(?:${OPEN} ?)?@(?: ?${CLOSE})?[ \\n]{0,3}|[ \\n]{0,3}${OPEN} ?(?:${CALLED}) ?${CLOSE}[ \\n]{0,3}`, 'g');

const NAME = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const DOT = `(?: ?\\.(?! )| \\. | ?${OPEN} ?(?:${STOP}) ?${CLOSE} ?)`;
const DOMAIN = new RegExp(`^${LABEL}(?:${DOT}${LABEL}){1,5}`, 'u');
/** Services where persons have their addresses. */
const SERVICE = new RegExp(
  `^[ \\n]?(?:gmail|googlemail|yahoo|hotmail|outlook|live|msn|icloud|proton(?:mail)?|gmx|aol|abv|ukr|yandex|freemail|citromail|mail|inbox|orange|wanadoo|laposte)(?:${DOT}| (?:${STOP}) )[a-z]{2,6}(?![\\p{L}\\p{N}])`, 'u');
const OFFICE = /^(?:info|contact|kontakt|contacto|office|secretariat|sekretariat|press|presse|help|hotline|sos|admin|webmaster|support|mail|ured|kancelarija|protection|antitrafficking|nrm|ngo|security|privacy|noreply)[\d.-]*$/;

/** Where the domain ends that begins a text; undefined where there is none. A number is one only where nothing is loose: "at @ 10.30". */
function domainOf(text: string, isLoose: boolean, isSpaced: boolean): number | undefined {
  const service = SERVICE.exec(text)?.[0].length;
  if (isLoose) return service;
  const domain = DOMAIN.exec(text)?.[0];
  return domain !== undefined && (!isSpaced || /\p{L}{2,}$/u.test(domain)) ? Math.max(domain.length, service ?? 0) : service;
}

/** Addresses in a text. Names and domains are looked at only as far as they may be long. */
export function emails({ text }: Reading): Stretch[] {
  return [...text.matchAll(AT)].flatMap((match) => {
    const after = match.index + match[0].length;
    const name = NAME.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[0];
    const domain = domainOf(text.slice(after, after + 255), match.groups!.loose !== undefined, /\s/.test(match[0]));
    if (name === undefined || domain === undefined) return [];
    const severity = OFFICE.test(name) ? SEVERITY.WARN : SEVERITY.REFUSE;
    return [{ kind: FINDING_KIND.EMAIL, severity, from: match.index - name.length, to: after + domain }];
  });
}
