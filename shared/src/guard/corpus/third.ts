/** Sentences of a third round; the rules were changed by them afterwards. */
import type { Locale } from '../../locales.ts';
import type { Round } from './round.ts';

export const THIRD: Readonly<Record<Exclude<Locale, 'sr-Latn'>, Round>> = {
  en: {
    people: ['For {name}, a {age}-year-old waitress {from}, we need a psychologist.', 'The police freed a woman ({age}) and took her to Skopje.', 'I am writing about my neighbour’s daughter {name}, aged {age}, who has disappeared.', 'Victim no. 2, a boy of {age} years, was transferred {from} on Monday.'],
    clean: ['Municipalities with over 20 years of practice, such as Tirana, share their methods.', 'Pupils of 8 schools in Novi Sad saw the play about recruitment.', 'The minister said on 17 May that every victim is a person before being a file.'],
  },
  fr: {
    people: ['Pour {name}, serveuse de {age} ans {from}, il nous faut une psychologue.', 'La police a libéré une femme ({age} ans) et l’a conduite à Skopje.', 'Je vous écris au sujet de la fille de ma voisine, {name}, âgée de {age} ans, disparue.', 'La victime n° 2, un garçon de {age} ans, a été transférée {from} lundi.'],
    clean: ['Des communes qui ont plus de 20 ans de pratique, comme Tirana, partagent leurs méthodes.', 'Les élèves de 8 écoles de Novi Sad ont vu la pièce sur le recrutement.', 'Le ministre a dit le 17 mai que toute victime est une personne avant d’être un dossier.'],
  },
  sq: {
    people: ['Për {name}, kamariere {age} vjeçe {from}, na duhet një psikolog.', 'Policia liroi një grua ({age} vjeç) dhe e dërgoi në Shkup.', 'Po shkruaj për vajzën e fqinjës, {name}, {age} vjeçe, që është zhdukur.', 'Viktima nr. 2, një djalë {age} vjeç, u transferua të hënën {from}.'],
    clean: ['Bashki me mbi 20 vjet praktikë, si Tirana, ndajnë metodat e tyre.', 'Nxënësit e 8 shkollave në Novi Sad panë dramën për rekrutimin.', 'Ministri tha më 17 maj se çdo viktimë është person para se të jetë dosje.'],
  },
  bs: {
    people: ['Za {name}, konobaricu od {age} godina {from}, trebamo psihologa.', 'Policija je oslobodila ženu ({age}) i odvela je u Skoplje.', 'Pišem Vam zbog komšijine kćerke, {name}, stare {age} godina, koja je nestala.', 'Žrtva broj 2, dječak od {age} godina, prebačena je {from} u ponedjeljak.'],
    clean: ['Općine s više od 20 godina prakse, kao Tirana, dijele svoje metode.', 'Učenici 8 škola u Novom Sadu gledali su predstavu o vrbovanju.', 'Ministar je 17. maja rekao da je svaka žrtva osoba prije nego što je predmet.'],
  },
  bg: {
    people: ['За {name}, сервитьорка на {age} години {from}, ни трябва психолог.', 'Полицията освободи жена ({age} г.) и я отведе в Скопие.', 'Пиша Ви за дъщерята на съседката, {name}, на {age} години, която изчезна.', 'Жертва № 2, момче на {age} години, беше преместена {from} в понеделник.'],
    clean: ['Общини с над 20 години практика, като Тирана, споделят методите си.', 'Ученици от 8 училища в Нови Сад гледаха пиесата за вербуването.', 'Министърът каза на 17 май, че всяка жертва е човек, преди да бъде преписка.'],
  },
  hr: {
    people: ['Za {name}, konobaricu od {age} godina {from}, trebamo psihologa.', 'Policija je oslobodila ženu ({age}) i odvela je u Skoplje.', 'Pišem Vam zbog susjedine kćeri {name}, {age} godina, koja je nestala.', 'Žrtva br. 2, dječak od {age} godina, premještena je {from} u ponedjeljak.'],
    clean: ['Općine s više od 20 godina prakse, poput Tirane, dijele svoje metode.', 'Učenici 8 škola u Novom Sadu gledali su predstavu o vrbovanju.', 'Ministar je 17. svibnja rekao da je svaka žrtva osoba prije nego što je predmet.'],
  },
  el: {
    people: ['Για την {name}, σερβιτόρα {age} ετών {from}, χρειαζόμαστε ψυχολόγο.', 'Η αστυνομία απελευθέρωσε μια γυναίκα ({age} ετών) και την οδήγησε στα Σκόπια.', 'Σας γράφω για την κόρη της γειτόνισσας, {name}, {age} ετών, που εξαφανίστηκε.', 'Το θύμα αρ. 2, ένα αγόρι {age} χρονών, μεταφέρθηκε {from} τη Δευτέρα.'],
    clean: ['Δήμοι με πάνω από 20 χρόνια πρακτικής, όπως τα Τίρανα, μοιράζονται τις μεθόδους τους.', 'Μαθητές 8 σχολείων στο Νόβι Σαντ είδαν το έργο για τη στρατολόγηση.', 'Ο υπουργός είπε στις 17 Μαΐου ότι κάθε θύμα είναι άνθρωπος πριν γίνει φάκελος.'],
  },
  hu: {
    people: ['{name}, {age} éves pincérnő {from}: pszichológusra volna szüksége.', 'A rendőrség kiszabadított egy nőt ({age} éves), és Szkopjéba vitte.', 'A szomszédom lánya, a {age} éves {name} ügyében írok, aki eltűnt.', 'A 2. számú áldozatot, egy {age} éves fiút hétfőn elszállították {from}.'],
    clean: ['A több mint 20 éves gyakorlattal rendelkező önkormányzatok, például Tirana, megosztják módszereiket.', 'Az újvidéki 8 iskola diákjai látták a toborzásról szóló darabot.', 'A miniszter május 17-én azt mondta, minden áldozat előbb ember, és csak aztán akta.'],
  },
  mk: {
    people: ['За {name}, келнерка од {age} години {from}, ни треба психолог.', 'Полицијата ослободи жена ({age}) и ја однесе во Скопје.', 'Ви пишувам за ќерката на соседката, {name}, стара {age} години, која исчезна.', 'Жртва бр. 2, момче од {age} години, беше префрлена {from} во понеделник.'],
    clean: ['Општини со над 20 години практика, како Тирана, ги споделуваат своите методи.', 'Ученици од 8 училишта во Нови Сад ја гледаа претставата за врбување.', 'Министерот на 17 мај рече дека секоја жртва е човек пред да биде предмет.'],
  },
  ro: {
    people: ['Pentru {name}, chelneriță de {age} ani {from}, avem nevoie de un psiholog.', 'Poliția a eliberat o femeie ({age} ani) și a dus-o la Skopje.', 'Vă scriu despre fiica vecinei, {name}, de {age} ani, care a dispărut.', 'Victima nr. 2, un băiat de {age} ani, a fost transferată {from} luni.'],
    clean: ['Municipalități cu peste 20 de ani de practică, precum Tirana, își împărtășesc metodele.', 'Elevii din 8 școli din Novi Sad au văzut piesa despre recrutare.', 'Ministrul a spus la 17 mai că orice victimă este o persoană înainte de a fi un dosar.'],
  },
  'sr-Cyrl': {
    people: ['За {name}, конобарицу од {age} година {from}, треба нам психолог.', 'Полиција је ослободила жену ({age}) и одвела је у Скопље.', 'Пишем Вам због комшијине ћерке, {name}, старе {age} година, која је нестала.', 'Жртва број 2, дечак од {age} година, пребачена је {from} у понедељак.'],
    clean: ['Општине са више од 20 година праксе, као Тирана, деле своје методе.', 'Ученици 8 школа у Новом Саду гледали су представу о врбовању.', 'Министар је 17. маја рекао да је свака жртва особа пре него што је предмет.'],
  },
  cnr: {
    people: ['Za {name}, konobaricu od {age} godina {from}, potreban nam je psiholog.', 'Policija je oslobodila ženu ({age}) i odvela je u Skoplje.', 'Pišem Vam zbog komšijine kćerke, {name}, {age} godina, koja je nestala.', 'Žrtva broj 2, dječak od {age} godina, prebačena je {from} u ponedjeljak.'],
    clean: ['Opštine sa više od 20 godina prakse, kao Tirana, dijele svoje metode.', 'Učenici 8 škola u Novom Sadu gledali su predstavu o vrbovanju.', 'Ministar je 17. maja rekao da je svaka žrtva osoba prije nego što je predmet.'],
  },
  sl: {
    people: ['Za {name}, {age}-letno natakarico {from}, potrebujemo psihologa.', 'Policija je osvobodila žensko ({age}) in jo odpeljala v Skopje.', 'Pišem Vam zaradi sosedine hčere {name}, stare {age} let, ki je izginila.', 'Žrtev št. 2, {age}-letni deček, je bila v ponedeljek premeščena {from}.'],
    clean: ['Občine z več kot 20 leti prakse, kot je Tirana, delijo svoje metode.', 'Učenci 8 šol v Novem Sadu so si ogledali predstavo o novačenju.', 'Minister je 17. maja dejal, da je vsaka žrtev najprej oseba in šele nato spis.'],
  },
  tr: {
    people: ['{from} gelen {age} yaşındaki garson {name} için psikolog gerekiyor.', 'Polis bir kadını ({age}) kurtarıp Üsküp’e götürdü.', 'Komşumun kaybolan kızı {name}, {age} yaşında; onun için yazıyorum.', '2 numaralı mağdur, {age} yaşında bir erkek çocuk, pazartesi günü {from} nakledildi.'],
    clean: ['Tiran gibi 20 yıldan uzun uygulaması olan belediyeler yöntemlerini paylaşıyor.', 'Novi Sad’daki 8 okulun öğrencileri kandırılma konulu oyunu izledi.', 'Bakan 17 Mayıs’ta her mağdurun dosyadan önce bir insan olduğunu söyledi.'],
  },
  uk: {
    people: ['Для {name}, офіціантки {age} років {from}, потрібен психолог.', 'Поліція звільнила жінку ({age} років) і відвезла її до Скоп’є.', 'Пишу Вам про доньку сусідки, {name}, {age} років, яка зникла.', 'Потерпілого № 2, хлопця {age} років, у понеділок перевели {from}.'],
    clean: ['Громади з понад 20 роками практики, як-от Тирана, діляться своїми методами.', 'Учні 8 шкіл у Новому Саді побачили виставу про вербування.', 'Міністр сказав 17 травня, що кожна потерпіла — людина, а вже потім справа.'],
  },
};
