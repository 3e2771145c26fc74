/** Sentences written last of all: no rule was written for them or changed by them. */
import type { Locale } from '../../locales.ts';
import type { Round } from './round.ts';

export const UNSEEN: Readonly<Record<Exclude<Locale, 'sr-Latn'>, Round>> = {
  en: {
    people: ['Dear colleagues, our new resident {name} ({age}) needs insulin.', 'Two weeks ago a girl who is only {age} years old was sold {from} to Italy.', 'The interpreter says that {name}, a seventeen-year-old, understands Romani.'],
    clean: ['The 10-year agreement between Tirana and Rome covers 30 shelters.', 'For 12 years Maria Grazia Giammarinaro has been quoted in such cases.', 'Persons over 60 in Moldova receive a pension.'],
  },
  fr: {
    people: ['Chers collègues, notre nouvelle résidente {name} ({age} ans) a besoin d’insuline.', 'Il y a deux semaines, une fille qui n’a que {age} ans a été vendue {from} en Italie.', 'L’interprète dit que {name}, dix-sept ans, comprend le romani.'],
    clean: ['L’accord de 10 ans entre Tirana et Rome concerne 30 foyers.', 'Depuis 12 ans, la loi de Bucarest prévoit un fonds.', 'Les personnes de plus de 60 ans en Moldavie touchent une pension.'],
  },
  sq: {
    people: ['Të nderuar kolegë, banorja jonë e re {name} ({age} vjeçe) ka nevojë për insulinë.', 'Dy javë më parë, një vajzë që është vetëm {age} vjeçe u shit {from} në Itali.', 'Përkthyesi thotë se {name}, shtatëmbëdhjetë vjeç, kupton romisht.'],
    clean: ['Marrëveshja 10-vjeçare mes Tiranës dhe Romës mbulon 30 streha.', 'Prej 12 vjetësh, ligji në Bukuresht parashikon një fond.', 'Personat mbi 60 vjeç në Moldavi marrin pension.'],
  },
  bs: {
    people: ['Drage kolege, našoj novoj stanarki {name} ({age} godina) treba inzulin.', 'Prije dvije sedmice djevojka koja ima samo {age} godina prodana je {from} u Italiju.', 'Prevodilac kaže da {name}, sedamnaest godina, razumije romski.'],
    clean: ['Desetogodišnji sporazum između Tirane i Rima obuhvata 30 sigurnih kuća.', 'Već 12 godina zakon u Bukureštu predviđa fond.', 'Osobe starije od 60 godina u Moldaviji primaju penziju.'],
  },
  bg: {
    people: ['Уважаеми колеги, новата ни настанена {name} ({age} г.) се нуждае от инсулин.', 'Преди две седмици момиче, което е само на {age} години, беше продадено {from} в Италия.', 'Преводачът казва, че {name}, седемнайсетгодишна, разбира ромски.'],
    clean: ['Десетгодишното споразумение между Тирана и Рим обхваща 30 центъра.', 'От 12 години законът в Букурещ предвижда фонд.', 'Лицата над 60 години в Молдова получават пенсия.'],
  },
  hr: {
    people: ['Drage kolege, našoj novoj štićenici {name} ({age} godina) treba inzulin.', 'Prije dva tjedna djevojka koja ima samo {age} godina prodana je {from} u Italiju.', 'Prevoditelj kaže da {name}, sedamnaest godina, razumije romski.'],
    clean: ['Desetogodišnji sporazum između Tirane i Rima obuhvaća 30 skloništa.', 'Već 12 godina zakon u Bukureštu predviđa fond.', 'Osobe starije od 60 godina u Moldaviji primaju mirovinu.'],
  },
  el: {
    people: ['Αγαπητοί συνάδελφοι, η νέα μας φιλοξενούμενη {name} ({age} ετών) χρειάζεται ινσουλίνη.', 'Πριν από δύο εβδομάδες ένα κορίτσι που είναι μόλις {age} χρονών πουλήθηκε {from} στην Ιταλία.', 'Ο διερμηνέας λέει ότι η {name}, δεκαεπτά ετών, καταλαβαίνει ρομανί.'],
    clean: ['Η δεκαετής συμφωνία μεταξύ Τιράνων και Ρώμης καλύπτει 30 ξενώνες.', 'Εδώ και 12 χρόνια ο νόμος στο Βουκουρέστι προβλέπει ταμείο.', 'Τα άτομα άνω των 60 ετών στη Μολδαβία λαμβάνουν σύνταξη.'],
  },
  hu: {
    people: ['Kedves kollégák, új lakónknak, {name} ({age} éves), inzulinra van szüksége.', 'Két hete egy mindössze {age} éves lányt adtak el {from} Olaszországba.', 'A tolmács szerint {name}, aki tizenhét éves, ért cigányul.'],
    clean: ['A Tirana és Róma közötti 10 éves megállapodás 30 védett házra terjed ki.', 'A bukaresti törvény 12 éve ír elő alapot.', 'Moldovában a 60 év felettiek nyugdíjat kapnak.'],
  },
  mk: {
    people: ['Драги колеги, на нашата нова станарка {name} ({age} години) ѝ треба инсулин.', 'Пред две недели девојка која има само {age} години беше продадена {from} во Италија.', 'Преведувачот вели дека {name}, седумнаесет години, разбира ромски.'],
    clean: ['Десетгодишниот договор меѓу Тирана и Рим опфаќа 30 прифатилишта.', 'Веќе 12 години законот во Букурешт предвидува фонд.', 'Лицата над 60 години во Молдавија добиваат пензија.'],
  },
  ro: {
    people: ['Dragi colegi, noua noastră rezidentă {name} ({age} ani) are nevoie de insulină.', 'Acum două săptămâni, o fată care are doar {age} ani a fost vândută {from} în Italia.', 'Interpretul spune că {name}, șaptesprezece ani, înțelege limba romani.'],
    clean: ['Acordul de 10 ani dintre Tirana și Roma acoperă 30 de adăposturi.', 'De 12 ani, legea de la București prevede un fond.', 'Persoanele de peste 60 de ani din Moldova primesc pensie.'],
  },
  'sr-Cyrl': {
    people: ['Драге колеге, нашој новој станарки {name} ({age} година) треба инсулин.', 'Пре две недеље девојка која има само {age} година продата је {from} у Италију.', 'Преводилац каже да {name}, седамнаест година, разуме ромски.'],
    clean: ['Десетогодишњи споразум између Тиране и Рима обухвата 30 сигурних кућа.', 'Већ 12 година закон у Букурешту предвиђа фонд.', 'Особе старије од 60 година у Молдавији примају пензију.'],
  },
  cnr: {
    people: ['Drage kolege, našoj novoj stanarki {name} ({age} godina) treba insulin.', 'Prije dvije nedjelje djevojka koja ima samo {age} godina prodata je {from} u Italiju.', 'Prevodilac kaže da {name}, sedamnaest godina, razumije romski.'],
    clean: ['Desetogodišnji sporazum između Tirane i Rima obuhvata 30 skloništa.', 'Već 12 godina zakon u Bukureštu predviđa fond.', 'Osobe starije od 60 godina u Moldaviji primaju penziju.'],
  },
  sl: {
    people: ['Drage kolegice, naša nova stanovalka {name} ({age} let) potrebuje inzulin.', 'Pred dvema tednoma je bilo dekle, ki ima komaj {age} let, prodano {from} v Italijo.', 'Tolmač pravi, da {name}, sedemnajst let, razume romsko.'],
    clean: ['Desetletni sporazum med Tirano in Rimom zajema 30 varnih hiš.', 'Že 12 let zakon v Bukarešti predvideva sklad.', 'Osebe, starejše od 60 let, v Moldaviji prejemajo pokojnino.'],
  },
  tr: {
    people: ['Değerli meslektaşlar, yeni misafirimiz {name} ({age} yaşında) insüline ihtiyaç duyuyor.', 'İki hafta önce henüz {age} yaşında olan bir kız {from} İtalya’ya satıldı.', 'Tercüman, on yedi yaşındaki {name} adlı gencin Romanca anladığını söylüyor.'],
    clean: ['Tiran ile Roma arasındaki 10 yıllık anlaşma 30 sığınma evini kapsıyor.', 'Bükreş’teki yasa 12 yıldır bir fon öngörüyor.', 'Moldova’da 60 yaşın üzerindeki kişiler emekli maaşı alıyor.'],
  },
  uk: {
    people: ['Шановні колеги, нашій новій мешканці {name} ({age} років) потрібен інсулін.', 'Два тижні тому дівчину, якій лише {age} років, продали {from} до Італії.', 'Перекладач каже, що {name}, сімнадцять років, розуміє ромську.'],
    clean: ['Десятирічна угода між Тираною та Римом охоплює 30 притулків.', 'Уже 12 років закон у Бухаресті передбачає фонд.', 'Особи старші за 60 років у Молдові отримують пенсію.'],
  },
};
