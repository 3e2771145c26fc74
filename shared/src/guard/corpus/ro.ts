import type { Sample } from './sample.ts';

export const ro: Sample = {
  people: [
    'O fată de {age} ani {from} a fost adusă aseară la adăpost.',
    'M.K., {age} ani, {from}, vorbește doar albaneza.',
    'Victima este o femeie în vârstă de {age} de ani {from}, recrutată pe internet.',
    '{name}, {age} ani, {from}, a fost obligată să cerșească.',
    'Minora {name}, în vârstă de {age} ani, refuză să depună mărturie.',
    'Căutăm un tutore pentru {name} ({age} ani), aflat la Galați.',
    'Ea are {age} ani, vine {from} și este însărcinată.',
    'Un băiat de {age} ani, pe nume {name}, a fost identificat la graniță.',
    'Este vorba despre un copil de {age} ani {from}, adus de unchiul său.',
    'Minorul A.D. ({age} ani) a fost găsit într-un depozit.',
    'Beneficiara noastră {name} a împlinit {age} ani și are nevoie de locuință.',
    'Tânăra de {age} de ani {from} a muncit fără plată.',
    'O adolescentă de șaptesprezece ani {from} a fost racolată prin metoda „loverboy”.',
    'Eleva {name}, de numai {age} ani, a dispărut din Bacău.',
  ],
  names: ['Maria', 'Elena', 'Andrei', 'Ioana'],
  from: ['din Iași', 'din Craiova', 'din Chișinău', 'din Bălți'],
  carriers: ['Vă rog să sunați familia: {x}, la orice oră.', 'Am notat {x} în dosar, verificați.', 'Avem doar {x}; altceva nu se știe.', '({x})', 'Ea ne-a lăsat {x} și a plecat.'],
  clean: [
    'Copiii sub 18 ani au dreptul la un tutore în orice procedură.', 'Fetele între 14 și 17 ani sunt cele mai expuse recrutării online.', 'Un curs pentru 25 de femei și 12 bărbați, la Skopje, în iunie.',
    'Articolul 16 alineatul (2) din Convenție se aplică minorilor de 15–17 ani din România.', 'Bugetul este de 1 200 000 EUR pe 36 de luni.', 'Rezoluția A/RES/55/25 a fost adoptată la 15 noiembrie 2000.',
    'Orice copil de 17 ani poate fi ascultat de judecător.', 'Pedeapsa a fost de 5 ani de închisoare pentru traficant.', 'Programul de 5 ani pentru victime se încheie în 2027.', 'GRETA îndeamnă autoritățile să identifice mai multe victime (paragraful 118).',
    'În 2023, 64 % dintre victimele identificate au fost femei, 21 % fete și 15 % bărbați.', 'Directiva 2024/1712 modifică Directiva 2011/36/UE.', 'Sunați la 112 în caz de urgență sau la 116 006 pentru victimele infracțiunilor.', 'Vârsta medie a victimelor a fost de 19 ani în 2022.',
    'Căutăm un expert cu 10 ani de experiență în investigații financiare.', 'Planul de acțiune pe 3 ani pentru protecția copilului a fost adoptat la București.', 'Proiectul a început la 01.09.2024 și durează până la 31.08.2026.', 'Dosarul nr. 2023/4512-B a fost închis de Curtea de Apel.',
    'Au participat cel puțin 30 de profesioniști din Albania, Kosovo și Serbia, dintre care 17 femei.', 'Victimele care aveau sub 18 ani au fost audiate într-o cameră specială la Sofia.',
  ],
};
