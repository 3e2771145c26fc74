import type { LanguageWords } from './languageWords.ts';

export const ro: LanguageWords = {
  person: 'pe nume, se numește, cu numele, albanez, albanezul, albaneză, român, româncă, româncă, moldoveancă, moldovean, ucraineancă, ucrainean, bulgăroaică, sârboaică, fată, fata, unei fete, fetei, fetiță, fetița, fetiței, unei fetițe, băiat, băiatul, băiatului, băiețel, băiețelul, copil, copilul, copilului, copilă, copila, copilei, minoră, minora, minorei, minor, minorul, minorului, '
    + 'unei minore, femeie, femeia, femeii, unei femei, bărbat, bărbatul, bărbatului, victimă, victima, victimei, unei victime, tânără, tânăra, tinerei, unei tinere, tânăr, tânărul, tânărului, adolescentă, adolescenta, '
    + 'adolescentei, adolescent, adolescentul, adolescentului, persoană, persoana, persoanei, cetățeană, cetățeanca, cetățean, cetățeanul, elevă, eleva, elevei, elev, elevul, studentă, studenta, beneficiară, '
    + 'beneficiara, beneficiarei, mamă, mama, soră, sora, bebeluș, bebelușul, ea, el, tânara, supraviețuitoare, supraviețuitoarea, migrantă',
  ageAfter: '',
  ageAdjective: '',
  agePerson: '',
  ageBefore: 'în vârstă de, vârsta de, vârstă de, vârsta',
  ageVerb: 'are, avea, are doar, avea doar, a împlinit, împlinit, împlinise, are numai',
  unit: 'ani, de ani, an, anișori',
  link: 'de, de numai, de doar, de aproximativ, de circa, cu vârsta de',
  hedge: 'astăzi, azi, în prezent, doar, numai, aproximativ, circa, aproape, abia, deja, acum, vreo',
  purpose: 'pentru, să',
  guessLink: 'de',
  guessUnit: '',
  from: 'din, de, originară, originar, născută, născut',
  group: 'sub, peste, între, cel puțin, minim, minimum, maxim, maximum, până, mai mult, orice, oricărui, oricărei, fiecare, fiecărui, toți, toate, copii, copiii, copiilor, fetele, fetelor, băieți, băieții, băieților, minori, '
    + 'minorii, minorilor, femei, femeile, femeilor, bărbați, victime, victimele, victimelor, persoane, persoanele, persoanelor, tineri, tinerii, tinerilor, adulți, adulții, împlinească, împlinesc, împlinește, medie, mediu, '
    + 'mici, mari, mică, mare, puțin, niciun, nicio',
  range: 'și, la, până, sau, până la',
  thing: 'termen, termenul, bilanț, valabilitate, activitate, practică, studii, ședere, garanție, finanțare, acord, interdicție, muncă, carieră, consimțământului, consimțământ, durată, total, majorat, plan, planul, program, programul, proiect, proiectul, strategie, strategia, închisoare, închisorii, pedeapsă, pedeapsa, experiență, perioadă, perioada, contract, mandat, raport',
  born: 'născută, născut, nașterii, naștere',
  numbers: 'cinci, șase, șapte, opt, nouă, zece, unsprezece, doisprezece, douăsprezece, treisprezece, paisprezece, cincisprezece, șaisprezece, șaptesprezece, optsprezece, nouăsprezece, douăzeci',
  national: 'CNP, IDNP, cod numeric personal, codul numeric personal, număr de identificare, cod personal, codul personal',
  document: 'pașaport, pașaportul, pașaportului, carte de identitate, cartea de identitate, cărții de identitate, buletin, buletinul, act de identitate, permis de ședere',
  phone: 'telefon, telefonul, tel, mobil, mobilul, whatsapp, viber, număr de telefon',
};
