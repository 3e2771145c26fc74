/**
 * Words that tell Bosnian, Croatian, Serbian and Montenegrin apart, which letters and statistics cannot: a word of one
 * line is right in the languages of that line and wrong in the others. Only words that no careful text of the others
 * would have are listed. `=word` is that word alone, `word` also all that begins with it.
 */
import type { Locale } from '@passerelle/shared/locales.ts';

export const MARKED = ['bs', 'hr', 'sr-Latn', 'cnr'] as const satisfies readonly Locale[];

export type Marked = (typeof MARKED)[number];

const WORDS: Readonly<Record<string, string>> = {
  // Croatian against the three others.
  'hr': '=tko =netko =nitko =svatko tjedan tjedn veleposlan europ uvjet izvješć izobrazb suradnj sudjelova sudjeluj sudioni poslužitelj obvez '
    + 'tisuć točn odvjetni sudac =suci sudaca trenutačn izbornik financij sustav glazb vjerojatn rujan rujn listopad =studeni =studenoga =studenog prosinac prosinc siječanj siječnj '
    + 'veljač ožuj travanj travnj svibanj svibnj lipanj lipnj srpanj srpnj kolovoz materinsk podrijetl znanstven unutarnj liječni evaluacijsk priopćenj',
  'bs cnr sr-Latn': '=ko =niko =svako =svakog evrop uslov ambasad saradnj učestv učesni obavez hiljad tačn sudij tužilac tužioc tužilaštv finansij '
    + '=sistem =sistema =sistemu =sistemi =sistemom nivo zvanič =projekat budžet januar februar septembar septembr oktobar oktobr novembar novembr decembar decembr maternj naučn unutrašnj organizovan =server servera',
  'bs cnr': 'obavještenj vjerovatn porijekl ljekar bezbjedn',
  // Bosnian and Croatian against Serbian and Montenegrin.
  'bs hr': '=prijevod =prijevoda =prijevodu =prijevodom =prijevode također općin općinsk =opći =opće =opća =općeg =općem uopće suglasn =ured =ureda =uredu =spremi jučer',
  'cnr sr-Latn': '=prevod =prevoda =prevodu =prevodom =prevode takođe opštin =opšti =opšte =opšta =opšteg =opštem uopšte =sajt =sajta =sajtu =sajtom oebs istorij poređaj juče',
  'bs': 'historij lahk mehk kahv',
  'hr bs': 'obavijest',
  'cnr': 'nijesam nijesmo nijesu nijeste śutr źenic iźe',
  // Serbian, which is ekavian, against the three others, which are ijekavian.
  'sr-Latn': 'mesto mesta mestu mestim =dete deteta =deca =dece =deci =decom =gde =negde =ovde primer =reč =reči rečim vrednost zahtev verovatn =posle '
    + 'poslednj sledeć izmenjen promen proveri proveren provera =uneli =uneti obaveštenj izveštaj =vreme =mera =mere merama merila =rešenj rešen savet čovek =telo =tela '
    + '=procena =procene =procenu =proceni bezbed poverljiv poveren svedo nasleđ =pre prevodilac zastare razume =deluje =deluju =deo =dela =delu =dele nedelj porekl lečenj leka lekar uspeš uspeh celo =ceo =cela cele =celog zameni zamen pomera uspet rečnik pesm sećan',
  'bs cnr hr': 'vijeć mjest =dijete djetet =djeca =djece =djeci =djecom =gdje =negdje =ovdje primjer =riječ =riječi riječim vrijednost zahtjev posljednj sljedeć izmijenjen promijen promjen '
    + 'provjer =unijeli =unijeti =vrijeme =mjera =mjere mjerama rješenj riješ savjet čovjek =tijelo =tijela procjen svjedo povjer nasljeđ =prije =poslije djeluj =dio =dijela =dijelu =dijele nedjelj zastarje uspješ uspjeh =cijeli =cijelo zamijen zamjen',
};

interface Marker {
  readonly word: string;
  readonly whole: boolean;
  readonly right: readonly string[];
}

const MARKERS: readonly Marker[] = Object.entries(WORDS).flatMap(([tags, list]) =>
  list.split(' ').map((word) => ({ word: word.replaceAll('=', ''), whole: word.startsWith('='), right: tags.split(' ') })));

/** The marker words of a text, with the languages each is right in; the longest marker decides about a word. */
export function markers(text: string): { word: string; right: readonly string[] }[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
    const found = MARKERS.filter((marker) => (marker.whole ? word === marker.word : word.startsWith(marker.word)));
    if (found.length === 0) return [];
    const longest = Math.max(...found.map((marker) => marker.word.length));
    return [{ word, right: found.filter((marker) => marker.word.length === longest).flatMap(({ right }) => right) }];
  });
}

/** The words of a text that are not of the language `tag`. */
export const foreignWords = (tag: Marked, text: string): string[] => [...new Set(markers(text).filter(({ right }) => !right.includes(tag)).map(({ word }) => word))];
