/** How each language says “you”: to nobody here as to a friend. */
import type { Locale } from '@passerelle/shared/locales.ts';

import { forms } from './catalogues.ts';

/** Words that only somebody says who is on familiar terms with the reader; those that mean something else too are left out. */
const FAMILIAR: Partial<Record<Locale, string>> = {
  fr: 'tu|tes|toi|tien|tienne', sq: 'jote|tënde|tënden|mundesh|dëshiron të',
  bs: 'tvoj|tvoja|tvoje|tvoju|tvog|tvojih|tebi|tebe|tobom|možeš|želiš|imaš|moraš|nemaš', bg: 'твой|твоя|твое|твоят|твоята|твоето|твоите|теб|можеш|искаш|имаш|нямаш',
  hr: 'tvoj|tvoja|tvoje|tvoju|tvog|tvojih|tebi|tebe|tobom|možeš|želiš|imaš|moraš|nemaš', el: 'εσύ|εσένα|σου|μπορείς|θέλεις|έχεις|είσαι',
  hu: 'te|tied|neked|téged|veled|tudsz|akarsz|vagy te', mk: 'твој|твоја|твое|твои|твојот|твојата|тебе|можеш|сакаш|имаш|немаш',
  ro: 'tu|tău|tăi|ta|tale|te|ție|îți|ești|poți|vrei|trebuie să ai',
  'sr-Cyrl': 'твој|твоја|твоје|твоју|твог|твојих|теби|тебе|тобом|можеш|желиш|имаш|мораш|немаш', 'sr-Latn': 'tvoj|tvoja|tvoje|tvoju|tvog|tvojih|tebi|tebe|tobom|možeš|želiš|imaš|moraš|nemaš',
  cnr: 'tvoj|tvoja|tvoje|tvoju|tvog|tvojih|tebi|tebe|tobom|možeš|želiš|imaš|moraš|nemaš', sl: 'tvoj|tvoja|tvoje|tvoji|tebi|tebe|teboj|tabo|moreš|želiš|imaš|moraš|nimaš',
  tr: 'sen|senin|sana|seni|sende|senden|yapabilirsin|istersin', uk: 'твій|твоя|твоє|твої|твого|тебе|тобі|тобою|можеш|хочеш|маєш',
};

/**
 * Commands to a single friend, as a sentence begins with them. Only where buttons are polite too: elsewhere a button is the
 * reader’s own command to the machine, and short, as in the software of the language (Spremi, Зачувај, Shrani, Kaydet).
 */
const COMMANDS: Partial<Record<Locale, string>> = {
  ro: 'abandonează acceptă actualizează adaugă afișează alege anulează anunță apasă aprobă arată arhivează atașează caută cere citește compară completează confirmă configurează continuă copiază corectează creează descarcă deschide desprinde elimină fă folosește găsește invită introdu încarcă încearcă încheie închide înscrie întreabă leagă modifică mută notează pornește preia pregătește propune publică pune păstrează răspunde redenumește redeschide refuză reia renunță respinge retrage ridică salvează sari schimbă scrie selectează semnalează sortează spune sună suspendă șterge tipărește trimite unește urmărește validează verifică vezi vizualizează',
  sq: 'anulo anuloje arkivo bashko bashkoji bëj bëje cakto dërgo dërgoje dil fike filtro fshi fshij fshije fto gjej hap hape harto hiq hiqe hyr jep kalo kërko konfirmo konsulto kopjo krahaso krijo kthehu lejo lexo lidhe ndaj ndërro ndize ndrysho ngarko njofto lësho lëre mbaj mbaje mbaji mbyll mbylle merr miratoje përdor përgatit planifiko prano propozo provo publiko publikoje pyet refuzo regjistro rendite riprovo ruaj ruaje shëno shënoje shfaq shfaqe shfaqi shfuqizoje shih shkarko shkruaj shkëpute shpall shto shtype trego tërhiq tërhiqe vazhdo vendos verifiko vlerëso vëre zgjidh zhvendos',
};

/** What is forbidden to a friend: Romanian has the infinitive for it (here those that are no present tense), Albanian the command. */
const FORBIDDEN: Partial<Record<Locale, RegExp>> = {
  ro: /(?<!\p{L})nu (?:(?:mai|o|îl|îi|le|te) )*(?:adăuga|afișa|anula|arăta|confirma|copia|elimina|folosi|modifica|pleca|publica|salva)(?!\p{L})/iu,
  sq: /(?<!\p{L})mos (?:(?:e|i|ia|ua|më) )*(?:\p{L}+o|bëj|fshij|hap|mbaj|mbyll|ruaj|shkruaj)(?!\p{L})/iu,
};

/** Sentences that begin with such a word and command nothing, each with the reason. */
export const NO_COMMANDS: Partial<Record<Locale, Readonly<Record<string, string>>>> = {
  ro: {
    'plans.idea.invited': 'a body invites',
    'gallery.long': 'the sentence shows', 'myData.reason.VIEW': 'the table shows', 'recommendationVerb.INVITE': 'a body invites', 'exportFile.recommendations.verb.INVITE': 'a body invites',
    'photos.public': 'the adjective', 'photos.publicBy': 'the adjective', 'attendance.checkInIntro': 'the page keeps', 'mail.registration.told.INVITED': 'the invitation registers',
  },
  sq: { 'entry.intro': 'the embassy decides', 'pins.act.ATTENDS': 'somebody attends' },
};

const edge = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');
/** How the clauses of a sentence begin: it itself, what follows a colon or a full stop, what follows “yes”. */
const beginnings = (form: string): string[] => form.split(/[.:;!?] |^(?:Da|Po), /u).map((clause) => (/\p{L}+/u.exec(clause)?.[0] ?? '').toLowerCase());

/** The words of a message that speak to the reader as to a friend. */
export function familiarWords(tag: Locale, key: string, message: string): string[] {
  const commands = new Set(COMMANDS[tag]?.split(' ') ?? []);
  return forms(message).flatMap((form) => [
    ...(FAMILIAR[tag] === undefined ? [] : form.match(edge(FAMILIAR[tag])) ?? []),
    ...(NO_COMMANDS[tag]?.[key] === undefined ? beginnings(form).filter((word) => commands.has(word)) : []),
    ...(FORBIDDEN[tag]?.exec(form) ?? []),
  ]);
}
