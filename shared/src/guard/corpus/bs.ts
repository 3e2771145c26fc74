import type { Sample } from './sample.ts';

export const bs: Sample = {
  people: [
    'Djevojka od {age} godina {from} smještena je sinoć u sigurnu kuću.',
    'M.K., {age} godina, {from}, govori samo albanski.',
    '{age}-godišnja državljanka Srbije {from} odbija svjedočiti.',
    '{name}, stara {age} godina, pronađena je na granici.',
    'Žrtva je žena stara {age} godina {from}, vrbovana preko interneta.',
    'Tražimo staratelja za {name} ({age} godina), koji je u Zenici.',
    'Maloljetnica A.D. ({age}) prisiljena je na prosjačenje.',
    'Dječak u dobi od {age} godina, po imenu {name}, identificiran je u Bihaću.',
    'Ona ima {age} godina, dolazi {from} i trudna je.',
    'Radi se o {age}-godišnjakinji {from} koju je stric doveo u Sarajevo.',
    'Naša korisnica {name} ima {age} godina i treba joj smještaj.',
    'Dijete uzrasta {age} godina {from} iskorištavano je za krađe.',
    'Mladić {name}, {age} godina, radio je bez plate na gradilištu.',
    'U centar je primljena {age}-godišnja djevojčica {name}.',
  ],
  names: ['Amina', 'Lejla', 'Emir', 'Jovana'],
  from: ['iz Tuzle', 'iz Mostara', 'iz Zenice', 'iz Niša'],
  carriers: ['Molim nazovite porodicu: {x}, u bilo koje vrijeme.', 'Zapisao sam {x} u spis, provjerite.', 'Imamo samo {x}; ništa drugo nije poznato.', '({x})', 'Ostavila nam je {x} i otišla.'],
  clean: [
    'Djeca mlađa od 18 godina imaju pravo na staratelja u svakom postupku.', 'Djevojke od 14 do 17 godina najizloženije su vrbovanju na internetu.', 'Obuka za 25 žena i 12 muškaraca, u Skoplju, u junu.',
    'Član 16. stav 2. Konvencije odnosi se na maloljetnike od 15–17 godina u Rumuniji.', 'Budžet iznosi 1.200.000 EUR za 36 mjeseci.', 'Rezolucija A/RES/55/25 usvojena je 15. novembra 2000. godine.',
    'Svako dijete od 17 godina sudija može saslušati.', 'Kazna je bila 5 godina zatvora za trgovca ljudima.', 'Petogodišnji program za žrtve završava 2027. godine.', 'GRETA poziva vlasti da identifikuju više žrtava (stav 118).',
    'U 2023. godini 64 % identifikovanih žrtava bile su žene, 21 % djevojčice, a 15 % muškarci.', 'Direktiva 2024/1712 mijenja Direktivu 2011/36/EU.', 'U hitnim slučajevima nazovite 112, a žrtve krivičnih djela 116 006.', 'Prosječna starost žrtava bila je 19 godina u 2022.',
    'Tražimo stručnjaka sa 10 godina iskustva u finansijskim istragama.', 'Trogodišnji akcioni plan za zaštitu žena usvojen je u Sarajevu.', 'Projekat je počeo 01.09.2024. i traje do 31.08.2026.', 'Predmet br. 2023/4512-B zatvorio je Apelacioni sud.',
    'Najmanje 30 stručnjaka iz Albanije, Kosova i Srbije učestvovalo je, od toga 17 žena.', 'Žrtve koje su imale manje od 18 godina saslušane su u posebnoj sobi u Sofiji.',
  ],
};
