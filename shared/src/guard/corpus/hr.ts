import type { Sample } from './sample.ts';

export const hr: Sample = {
  people: [
    'Djevojka u dobi od {age} godina {from} smještena je u sklonište.',
    'M.K., {age} godina, {from}, govori samo albanski.',
    '{age}-godišnja djevojka {from} boji se osvete.',
    'Za {name}, staru {age} godina, tražimo skrbnika.',
    'Žrtva, {age}-godišnji mladić {from}, radila je bez plaće u restoranu.',
    'Maloljetna {name} ({age} godina) pronađena je na graničnom prijelazu.',
    'Djevojčica od samo {age} godina {from} prosila je na ulici.',
    'Ona je stara {age} godina, zove se {name} i ne želi kući.',
    '{age}-godišnjakinja {from} prijavila je da joj je oduzeta putovnica.',
    'Korisnica {name} navršila je {age} godina i mora napustiti dom.',
    'Dječak A.D. ({age}) doveden je {from} u Zagreb.',
    'Tinejdžerica {name} iz Splita, {age} godina, vrbovana je preko aplikacije.',
    'Sedamnaestogodišnja {name} pobjegla je od poslodavca.',
    'Riječ je o ženi od {age} godina, majci dvoje djece, {from}.',
  ],
  names: ['Marija', 'Ivana', 'Luka', 'Amina'],
  from: ['iz Osijeka', 'iz Rijeke', 'iz Vukovara', 'iz Tuzle'],
  carriers: ['Molim nazovite obitelj: {x}, u bilo koje doba.', 'Upisao sam {x} u spis, provjerite.', 'Imamo samo {x}; ništa drugo nije poznato.', '({x})', 'Ostavila nam je {x} i otišla.'],
  clean: [
    'Djeca mlađa od 18 godina imaju pravo na skrbnika u svakom postupku.', 'Djevojke od 14 do 17 godina najizloženije su vrbovanju na internetu.', 'Izobrazba za 25 žena i 12 muškaraca, u Skoplju, u lipnju.',
    'Članak 16. stavak 2. Konvencije primjenjuje se na maloljetnike od 15 do 17 godina u Rumunjskoj.', 'Proračun iznosi 1.200.000 EUR za 36 mjeseci.', 'Rezolucija A/RES/55/25 donesena je 15. studenoga 2000.',
    'Svaka osoba od 18 godina može sama podnijeti zahtjev.', 'Kazna je bila 5 godina zatvora za trgovca ljudima.', 'Petogodišnji program za žrtve završava 2027. godine.', 'GRETA poziva vlasti da identificiraju više žrtava (stavak 118.).',
    'U 2023. godini 64 % identificiranih žrtava bile su žene, 21 % djevojčice, a 15 % muškarci.', 'Direktiva 2024/1712 mijenja Direktivu 2011/36/EU.', 'U hitnim slučajevima nazovite 112, a žrtve kaznenih djela 116 006.', 'Prosječna dob žrtava bila je 19 godina u 2022.',
    'Tražimo stručnjaka s 10 godina iskustva u financijskim istragama.', 'Trogodišnji nacionalni plan za zaštitu žena donesen je u Zagrebu.', 'Projekt je počeo 1. 9. 2024. i traje do 31. 8. 2026.', 'Predmet br. 2023/4512-B zaključio je Visoki sud.',
    'Sudjelovalo je najmanje 30 stručnjaka iz Albanije, s Kosova i iz Srbije, od toga 17 žena.', 'Žrtve mlađe od 18 godina saslušane su u posebnoj prostoriji u Sofiji.',
  ],
};
