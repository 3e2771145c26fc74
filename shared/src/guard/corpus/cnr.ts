import type { Sample } from './sample.ts';

export const cnr: Sample = {
  people: [
    'Djevojka od {age} godina {from} smještena je sinoć u sklonište.',
    'M.K., {age} godina, {from}, govori samo albanski.',
    '{age}-godišnja djevojčica {from} prosi kod pijace.',
    'Za {name}, staru {age} godina, traži se staratelj.',
    'Žrtva je žena od {age} godina {from}, vrbovana preko interneta.',
    'Maloljetnica {name} ({age} godina) nađena je na granici kod Bara.',
    'Maloljetnik A.D. ({age}) prisiljen je na krađe.',
    'Dječak uzrasta {age} godina, po imenu {name}, zatečen je u Budvi.',
    'Ona ima {age} godina, dolazi {from} i nema dokumenta.',
    'Riječ je o {age}-godišnjaku {from} koji je radio bez plate.',
    'Korisnica {name} je navršila {age} godina i treba joj smještaj.',
    'Momak star {age} godina {from} radio je na brodu bez ugovora.',
    'Šesnaestogodišnja {name} udata je protiv svoje volje.',
    'U dom je primljeno dijete od {age} godina, {name}.',
  ],
  names: ['Jovana', 'Amina', 'Marko', 'Milica'],
  from: ['iz Nikšića', 'iz Rožaja', 'iz Skadra', 'iz Peći'],
  carriers: ['Molim pozovite porodicu: {x}, u bilo koje vrijeme.', 'Zapisao sam {x} u spis, provjerite.', 'Imamo samo {x}; ništa drugo nije poznato.', '({x})', 'Ostavila nam je {x} i otišla.'],
  clean: [
    'Djeca mlađa od 18 godina imaju pravo na staratelja u svakom postupku.', 'Djevojke od 14 do 17 godina najviše su izložene vrbovanju na internetu.', 'Obuka za 25 žena i 12 muškaraca, u Podgorici, u junu.',
    'Član 16 stav 2 Konvencije primjenjuje se na maloljetnike od 15–17 godina u Rumuniji.', 'Budžet je 1.200.000 EUR za 36 mjeseci.', 'Rezolucija A/RES/55/25 usvojena je 15. novembra 2000. godine.',
    'Svako dijete od 17 godina može biti saslušano pred sudijom.', 'Kazna je bila 5 godina zatvora za trgovca ljudima.', 'Petogodišnji program za žrtve završava se 2027. godine.', 'GRETA poziva vlasti da identifikuju više žrtava (stav 118).',
    'U 2023. godini 64 % identifikovanih žrtava bile su žene, 21 % djevojčice, a 15 % muškarci.', 'Direktiva 2024/1712 mijenja Direktivu 2011/36/EU.', 'U hitnim slučajevima pozovite 112, a žrtve krivičnih djela 116 006.', 'Prosječna starost žrtava bila je 19 godina u 2022.',
    'Traži se stručnjak sa 10 godina iskustva u finansijskim istragama.', 'Trogodišnji akcioni plan za zaštitu žena usvojen je na Cetinju.', 'Projekat je počeo 01.09.2024. i traje do 31.08.2026.', 'Predmet br. 2023/4512-B zatvorio je Apelacioni sud.',
    'Učestvovalo je najmanje 30 stručnjaka iz Albanije, sa Kosova i iz Srbije, od toga 17 žena.', 'Žrtve mlađe od 18 godina saslušane su u posebnoj sobi u Podgorici.',
  ],
};
