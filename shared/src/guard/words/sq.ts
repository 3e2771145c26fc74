import type { LanguageWords } from './languageWords.ts';

export const sq: LanguageWords = {
  person: 'me emrin, quhet, e mbijetuara, e mbijetuar, i mbijetuari, shqiptar, shqiptare, shqiptarja, rumune, serbe, rome, femër, femra, mashkull, mashkulli, vajzë, vajza, vajzës, vajzën, vajze, djalë, djali, djalit, djalin, djaloshi, djalosh, fëmijë, fëmija, fëmijës, fëmijën, e mitur, i mitur, e mitura, i mituri, së miturës, të miturën, të miturin, '
    + 'e miturë, grua, gruaja, gruas, gruan, gruaje, burrë, burri, burrit, burrin, viktimë, viktima, viktimës, viktimën, viktime, adoleshente, adoleshentja, adoleshentes, adoleshenten, adoleshent, '
    + 'adoleshenti, adoleshentin, person, personi, personit, shtetase, shtetasja, shtetases, shtetas, shtetasi, nxënëse, nxënësja, nxënës, nxënësi, studente, studentja, student, foshnjë, foshnja, motra, '
    + 'motër, nënë, nëna, e reja, e re, i ri, i riu, vogëlushe, vogëlushja, vogëlush, përfituese, përfituesja, ajo, ai, një vajzë e re',
  ageAfter: '',
  ageAdjective: 'vjeçare, vjeçar',
  agePerson: 'vjeçarja, vjeçares, vjeçaren, vjeçari, vjeçarit, vjeçarin',
  ageBefore: 'moshën, e moshës, në moshën, moshë, mosha',
  ageVerb: 'është, ishte, mbushi, ka mbushur, kishte mbushur',
  unit: 'vjet, vite, vjeç, vjeçe',
  link: 'prej, rreth, vetëm',
  hedge: 'sot, aktualisht, vetëm, rreth, pothuajse, afërsisht, tashmë, tani',
  purpose: 'kohë, për',
  guessLink: '',
  guessUnit: 'vjeç, vjeçe',
  from: 'nga, në, prej, e cila, i cili',
  group: 'nën, mbi, deri, ndërmjet, midis, paku, më pak, më shumë, shumë, vajzat, vajzave, fëmijët, fëmijëve, gratë, grave, djemtë, djemve, të rinjtë, të rinjve, të mitur, të miturit, të miturve, viktimat, '
    + 'viktimave, personat, personave, çdo, secili, secila, gjithë, mbushin, mbush, mesatare, mesatarja, moshatarë, të gjitha',
  range: 'deri, dhe, e, ose, deri në',
  thing: 'afat, afati, praktikë, punë, leje, qëndrim, kohëzgjatje, pëlqimit, bashkëpunim, plan, plani, program, programi, projekt, projekti, strategji, strategjia, burg, burgim, burgimi, dënim, përvojë, përvoja, periudhë, kontratë, mandat',
  born: 'lindur, lindi, datëlindja, ditëlindja, lindjes',
  numbers: 'pesë, gjashtë, shtatë, tetë, nëntë, dhjetë, njëmbëdhjetë, dymbëdhjetë, trembëdhjetë, katërmbëdhjetë, pesëmbëdhjetë, gjashtëmbëdhjetë, shtatëmbëdhjetë, tetëmbëdhjetë, nëntëmbëdhjetë, njëzet',
  national: 'numri personal, numrin personal, numër personal, numri i identitetit, numri identifikues, NID, numri i identifikimit',
  document: 'pasaportë, pasaporta, pasaportën, pasaportës, letërnjoftim, letërnjoftimi, letërnjoftimin, kartë identiteti, karta e identitetit, kartën e identitetit, leje qëndrimi',
  phone: 'telefon, telefoni, tel, cel, celular, celulari, mobil, whatsapp, viber',
};
