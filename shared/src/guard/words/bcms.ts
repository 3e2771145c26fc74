import type { LanguageWords } from './languageWords.ts';

/** Bosnian, Croatian, Montenegrin and Serbian in both scripts: one list, because the words of the one are written in the others. */
export const bcms: LanguageWords = {
  person: 'zove se, po imenu, se zove, s imenom, pod imenom, žensko, muško, djevojka, djevojke, djevojci, djevojku, djevojkom, devojka, devojke, devojci, devojku, devojkom, djevojčica, djevojčice, djevojčici, djevojčicu, djevojčicom, devojčica, devojčice, devojčici, '
    + 'devojčicu, devojčicom, dječak, dječaka, dječaku, dječakom, dečak, dečaka, dečaku, dečakom, dijete, djeteta, djetetu, djetetom, dete, deteta, detetu, detetom, maloljetnica, maloljetnice, maloljetnici, '
    + 'maloljetnicu, maloljetnicom, maloljetnik, maloljetnika, maloljetniku, maloletnica, maloletnice, maloletnici, maloletnicu, maloletnicom, maloletnik, maloletnika, maloletniku, maloljetna, maloletna, '
    + 'žena, žene, ženi, ženu, ženom, muškarac, muškarca, muškarcu, mladić, mladića, mladiću, mladićem, žrtva, žrtve, žrtvi, žrtvu, žrtvom, tinejdžerka, tinejdžerke, tinejdžerki, tinejdžerku, tinejdžerica, '
    + 'tinejdžerice, tinejdžericu, tinejdžer, tinejdžera, curica, curice, curicu, cura, curu, osoba, osobe, osobi, osobu, osobom, državljanka, državljanke, državljanki, državljanku, državljanin, državljanina, '
    + 'učenica, učenice, učenici, učenicu, učenik, učenika, studentica, studenticu, studentkinja, studentkinju, beba, bebu, migrantkinja, migrantkinju, korisnica, korisnice, korisnicu, štićenica, štićenice, '
    + 'štićenici, štićenicu, štićenik, štićenika, sestra, sestru, kći, kćer, kćerka, kćerku, momak, momka, majka, majku, ona, on, oštećena, oštećene, oštećenu, oštećeni, preživjela, preživela',
  ageAfter: 'godina star, godina stara, godina staro, godina stare, godina staru, godine star, godine stara, godine staro',
  ageAdjective: 'godišnja, godišnje, godišnji, godišnju, godišnjoj, godišnjeg, godišnjega, godišnjem, godišnjom, godišnjemu',
  agePerson: 'godišnjakinja, godišnjakinje, godišnjakinji, godišnjakinju, godišnjakinjom, godišnjak, godišnjaka, godišnjaku, godišnjakom',
  ageBefore: 'dob, starost, uzrast, stara, star, staro, stare, staru, starog, starosti, starosti od, u dobi od, u dobi, u starosti od, uzrasta, uzrasta od, dobi od, dobi',
  ageVerb: 'joj je bilo, mu je bilo, joj je, mu je, kojoj je, kojem je, navršila je, navršio je, napunila je, napunio je, ima, imala, imala je, je imala, imao je, je imao, ima samo, koja ima, navršila, napunila, napunio',
  unit: 'godina, godine, godinu, god, godinica',
  link: 'od, od samo, od svega, od oko, sa, s, sa samo, sa svega',
  hedge: 'danas, trenutno, samo, svega, oko, tek, jedva, skoro, otprilike, već, nepunih, punih, sada, sad',
  purpose: 'da, za',
  guessLink: 'od',
  guessUnit: '',
  from: 'iz, sa, iz okoline, rođena, rođen, koja, koji',
  group: 'ispod, iznad, mlađ*, starij*, najmanje, najviše, manje, više, preko, između, do, navrše, navrši, svaka, svaki, svako, svakog, svake, svakoj, svaku, sve, svi, svih, nijedn*, djeca, deca, djece, dece, '
    + 'djeci, deci, djecu, decu, djevojaka, devojaka, djevojkama, devojkama, djevojčicama, devojčicama, dječaci, dečaci, žrtava, žrtvama, ženama, maloljetnici i, maloljetnicima, maloletnicima, ljudi, mladih, mladi, '
    + 'mlade, prosječn*, prosečn*, odrasl*, muškarci, osobama, barem, bar, punoljetn*, punoletn*, lica, licima',
  range: 'do, i, ili, te',
  thing: 'rok, roka, roku, staž, staža, praksa, prakse, rad, rada, važenje, boravak, boravka, dozvola, finansiranje, zabrana, sporazum, postojanja, trajanja, trajanje, trajanju, mjera, mera, garancija, garancije, pristanka, pristanak, ukupno, punoljetnost, saradnja, suradnja, plan, plana, program, programa, projekt, projekat, projekta, strategija, strategije, strategiju, kazna, kazne, kaznu, kazni, zatvor, zatvora, zatvorska, iskustva, iskustvo, razdoblje, razdoblja, period, perioda, '
    + 'ugovor, mandat, izvještaj, izveštaj, izvješće, skupština, konferencija, akcioni, akcijski',
  born: 'rođena, rođen, rođeno, rođene, rođenu, rođenog, rođenja, datum rođenja, rodila se, rodio se',
  numbers: 'dvo, tro, četvoro, četvero, peto, šesto, sedmo, osmo, devet, deveto, deset, deseto, jedanaest, jedanaesto, dvanaest, dvanaesto, trinaest, trinaesto, četrnaest, četrnaesto, petnaest, petnaesto, šesnaest, '
    + 'šesnaesto, sedamnaest, sedamnaesto, osamnaest, osamnaesto, devetnaest, devetnaesto, dvadeset, dvadeseto, tridesetogodišnj, pet, šest, sedam, osam',
  national: 'JMBG, matični broj, jedinstveni matični broj, OIB, MBG, osobni identifikacijski broj, lični broj, osobni broj',
  document: 'pasoš, pasoša, pasošem, putovnica, putovnice, putovnicu, putna isprava, putne isprave, lična karta, lične karte, ličnu kartu, osobna iskaznica, osobne iskaznice, osobnu iskaznicu, boravišna dozvola',
  phone: 'telefon, telefona, tel, mob, mobitel, mobitela, mobilni, whatsapp, viber, broj telefona',
};
