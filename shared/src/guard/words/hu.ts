import type { LanguageWords } from './languageWords.ts';

export const hu: LanguageWords = {
  person: 'nevű, román, albán, ukrán, szerb, bolgár, lány, lányt, lánynak, lánnyal, lányról, lánya, lánytól, lányhoz, lányért, lányban, kislány, kislányról, kislányt, kislánynak, fiú, fiút, fiúnak, fiúval, fiúról, fiútól, kisfiú, kisfiúról, kisfiúnak, kisfiút, gyermek, gyermeket, gyermeknek, gyermekről, gyermekkel, gyermeke, gyerekről, gyerek, gyereket, gyereknek, nő, nőt, nőnek, '
    + 'nőről, nővel, nőtől, nőhöz, asszony, asszonyt, férfi, férfit, férfinak, kiskorú, kiskorút, kiskorúnak, fiatalkorú, fiatalkorút, áldozat, áldozatot, áldozatnak, áldozattal, áldozata, sértett, sértettet, tinédzser, tinédzsert, tinilány, '
    + 'tinilányt, kamasz, kamaszt, személy, személyt, állampolgár, állampolgárt, tanuló, tanulót, diák, diákot, diáklány, anya, anyát, fiatal, fiatalt, hölgy, csecsemő, csecsemőt, ő, túlélő, túlélőt, menekült, gimnazista',
  ageAfter: 'évesen, éves korában',
  ageAdjective: 'éves, esztendős',
  agePerson: 'éves volt, éves lehetett, éves vagyok, éves lett, éves múlt',
  ageBefore: 'életkor, életkora, kora',
  ageVerb: '',
  unit: 'év',
  link: '',
  hedge: 'ma, jelenleg, csak, mindössze, alig, körülbelül, kb, most, már, még csak',
  purpose: 'hogy',
  guessLink: '',
  guessUnit: '',
  from: '',
  group: 'alatti, aluli, feletti, fölötti, felüli, legalább, legfeljebb, közötti, között, minden, valamennyi, betölt*, gyermekek, gyermekeket, gyerekek, lányok, lányokat, fiúk, nők, nőket, áldozatok, kiskorúak, fiatalok, személyek, '
    + 'felnőttek, kor, kort, koráig, korig, átlag*, idősebb, fiatalabb, több, kevesebb, férfiak, bármely, életkorú',
  range: 'és, vagy, illetve, től, tól',
  thing: 'terv, program, projekt, stratégia, szabadságvesztés, szabadságvesztésre, börtön, börtönbüntetés, börtönre, tapasztalat, tapasztalattal, időszak, időszakra, szerződés, megbízatás, büntetés, cselekvési, stratégiai',
  born: 'született, születésű, szül, születési',
  numbers: 'négy, öt, hat, hét, nyolc, kilenc, tíz, tizenegy, tizenkét, tizenkettő, tizenhárom, tizennégy, tizenöt, tizenhat, tizenhét, tizennyolc, tizenkilenc, húsz, huszonegy, huszonkét, huszonhárom',
  national: 'személyi szám, személyi száma, személyi azonosító, személyi azonosítója, TAJ, TAJ szám, TAJ száma, adóazonosító, adóazonosító jele, adóazonosító jel',
  document: 'útlevél, útlevele, útlevélszám, útlevélszáma, útlevelének, személyi igazolvány, személyi igazolványa, személyi igazolványának, személyazonosító igazolvány, tartózkodási engedély',
  phone: 'telefon, telefonszám, telefonszáma, tel, mobil, mobilszáma, mobilja, whatsapp, viber',
};
