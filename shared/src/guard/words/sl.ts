import type { LanguageWords } from './languageWords.ts';

export const sl: LanguageWords = {
  person: 'po imenu, ji je ime, mu je ime, ženskega spola, moškega spola, dekle, dekleta, dekletu, dekletom, deklica, deklice, deklici, deklico, fant, fanta, fantu, fantom, deček, dečka, dečku, otrok, otroka, otroku, otrokom, mladoletnica, mladoletnice, mladoletnici, mladoletnico, '
    + 'mladoletnik, mladoletnika, mladoletniku, mladoletna, ženska, ženske, ženski, žensko, žena, moški, moškega, žrtev, žrtve, žrtvi, žrtvijo, najstnica, najstnice, najstnici, najstnico, najstnik, najstnika, oseba, '
    + 'osebe, osebi, osebo, državljanka, državljanke, državljanki, državljanko, državljan, državljana, učenka, učenke, učenko, učenec, učenca, dijakinja, dijakinje, dijakinjo, dijak, dijaka, študentka, študentko, '
    + 'mladenka, mladenič, mladeniča, punca, punce, punco, punčka, punčke, mati, mama, sestra, dojenček, oškodovanka, oškodovanke, oškodovanko, ona, on, varovanka, varovanke, varovanko, begunka, begunko',
  ageAfter: 'let star, let stara, let staro, let stare, let starega, leta star, leta stara',
  ageAdjective: 'letna, letne, letni, letno, letnega, letnemu, letnim',
  agePerson: 'letnica, letnice, letnici, letnico, letnik, letnika, letniku, letnikom',
  ageBefore: 'stara, star, staro, stare, v starosti, pri starosti, starosti, starost',
  ageVerb: 'ji je bilo, mu je bilo, ima, imela, je imela, imel, je imel, dopolnila, dopolnil, ima komaj, ima šele',
  unit: 'let, leti, leta, leto',
  link: 'pri, komaj, s, z, šele',
  hedge: 'danes, samo, komaj, šele, okoli, okrog, približno, že, skoraj, zdaj',
  purpose: 'da, časa, za',
  guessLink: '',
  guessUnit: '',
  from: 'iz, z, s, rojena, rojen, ki',
  group: 'pod, nad, do, med, najmanj, največ, mlajš*, starejš*, vsak*, vse, vsi, vseh, otroci, otroke, otrokom, deklet, dekleti, fantje, fantov, žensk, ženskam, moških, oseb, osebam, ljudi, mladih, mladi, dopolni, '
    + 'dopolnijo, dopolnjen*, povprečn*, več, manj, polnoletn*, odrasl*, žrtvam, deklicam, vsaj, mladoletniki, mladoletnikov',
  range: 'do, in, ali, oziroma',
  thing: 'rok, roka, doba, dobe, praksa, prakse, bivanje, dovoljenje, financiranje, prepoved, sporazum, trajanje, trajanja, privolitev, načrt, načrta, program, programa, projekt, projekta, strategija, strategije, strategijo, kazen, kazni, zapor, zapora, izkušenj, izkušnje, obdobje, obdobja, pogodba, pogodbe, mandat, poročilo, akcijski',
  born: 'rojena, rojen, rojeno, rojene, rojenega, rojstva',
  numbers: 'dve, tri, štiri, pet, šest, sedem, osem, devet, deset, enajst, dvanajst, trinajst, štirinajst, petnajst, šestnajst, sedemnajst, osemnajst, devetnajst, dvajset',
  national: 'EMŠO, enotna matična številka, matična številka, davčna številka, osebna številka',
  document: 'potni list, potnega lista, osebna izkaznica, osebne izkaznice, osebno izkaznico, dovoljenje za prebivanje',
  phone: 'telefon, telefonska, tel, mob, mobilni, gsm, whatsapp, viber',
};
