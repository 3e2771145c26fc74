import type { Sample } from './sample.ts';

export const hu: Sample = {
  people: [
    'Tegnap este egy {age} éves lány érkezett a védett házba {from}.',
    'M.K., {age} éves, {from} származik, csak albánul beszél.',
    'Az áldozat egy {age} éves nő {from}, akit az interneten toboroztak.',
    '{name}, {age} éves, a határon került elő.',
    'A {age} éves {name} nem akar vallomást tenni a nagybátyja ellen.',
    'Gyámot keresünk a {age} éves {name} nevű fiúnak.',
    'Egy {age} éves, {from} származó kiskorú lányt koldulásra kényszerítettek.',
    'A kisfiú, aki {age} éves, {from} jött az anyjával.',
    'A sértett {age} évesen került Budapestre {from}.',
    'A kiskorú A.D. ({age} éves) egy raktárban dolgozott.',
    'Gondozottunk, {name} ({age} éves), lakást keres.',
    'Tizenhét éves gimnazista lány {from}, az iskolából tűnt el.',
    'A fiatal nő, {name}, {age} éves korában hagyta el a szüleit.',
    '{age} esztendős asszony {from}, két gyermek anyja, segítséget kér.',
  ],
  names: ['Mária', 'Zsófia', 'Dániel', 'Amina'],
  from: ['Debrecenből', 'Miskolcról', 'Nyíregyházáról', 'Pécsről'],
  carriers: ['Kérem, hívja vissza a családot: {x}, bármikor.', 'Felírtam az aktába: {x}, kérem, ellenőrizze.', 'Csak ennyit tudunk: {x}; mást nem.', '({x})', 'Ezt hagyta nálunk: {x}, aztán elment.'],
  clean: [
    'A 18 éven aluli gyermekeket minden eljárásban megilleti a gyám.', 'A 14 és 17 év közötti lányok vannak leginkább kitéve az internetes toborzásnak.', 'Képzés 25 nőnek és 12 férfinak Szkopjéban, júniusban.',
    'Az egyezmény 16. cikkének (2) bekezdése a 15–17 éves kiskorúakra vonatkozik Romániában.', 'A költségvetés 1 200 000 euró 36 hónapra.', 'Az A/RES/55/25 határozatot 2000. november 15-én fogadták el.',
    'Minden 17 éves gyermeket meghallgathat a bíró.', 'A büntetés 5 év szabadságvesztés volt az emberkereskedőnek.', 'Az áldozatoknak szóló 5 éves program 2027-ben ér véget.', 'A GRETA sürgeti a hatóságokat, hogy több áldozatot azonosítsanak (118. bekezdés).',
    '2023-ban az azonosított áldozatok 64%-a nő, 21%-a lány és 15%-a férfi volt.', 'A 2024/1712 irányelv módosítja a 2011/36/EU irányelvet.', 'Vészhelyzetben hívja a 112-t, a bűncselekmények áldozatainak a 116 006-ot.', 'Az áldozatok átlagos életkora 19 év volt 2022-ben.',
    'Olyan szakértőt keresünk, akinek 10 év tapasztalata van pénzügyi nyomozásban.', 'A 3 éves cselekvési tervet Budapesten fogadták el a gyermek védelmére.', 'A projekt 2024. 09. 01-jén indult és 2026. 08. 31-ig tart.', 'A 2023/4512-B számú ügyet a fellebbviteli bíróság lezárta.',
    'Legalább 30 szakember vett részt Albániából, Koszovóból és Szerbiából, közülük 17 nő.', 'A 18. életévüket be nem töltött áldozatokat külön szobában hallgatták meg Szófiában.',
  ],
};
