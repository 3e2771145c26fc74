/** Sentences of a second round, written differently in each language; the rules were changed by them afterwards. */
import type { Locale } from '../../locales.ts';
import type { Round } from './round.ts';

export const SECOND: Readonly<Record<Exclude<Locale, 'sr-Latn'>, Round>> = {
  en: {
    people: ['Hi all, does anyone know a lawyer in Bari for a {age}-year-old Albanian, {name}?', 'The father sold {name} when she was {age}.', '{name} is {age} years old, has a scar on her left hand and comes {from}.', 'Follow-up on the teenager {from} (aged {age}) whom we discussed by phone.', 'A survivor, now {age} years old, agreed to speak about her life in Pristina.'],
    clean: ['The helpline received 1 250 calls in 2022, 35% of them from women aged 25 to 34.', 'A victim may stay in the shelter for 6 months in Serbia and 12 in Croatia.', 'The minor must be heard within 15 days, says Article 35 of the Code.', 'We offer 2 days of training to 20 labour inspectors from Burgas and Varna.', 'Over 17 years, the office in Vienna has trained more than 3 000 people.'],
  },
  fr: {
    people: ['Bonjour, connaissez-vous un avocat à Bari pour un Albanais de {age} ans, {name} ?', 'Son père a vendu {name} alors qu’elle n’avait que {age} ans.', '{name} a {age} ans, une cicatrice à la main gauche, et vient {from}.', 'Suite de notre appel au sujet de l’adolescente {from} ({age} ans).', 'Une survivante, aujourd’hui âgée de {age} ans, accepte de témoigner à Pristina.'],
    clean: ['La ligne d’écoute a reçu 1 250 appels en 2022, dont 35 % de femmes de 25 à 34 ans.', 'Une victime peut rester 6 mois au foyer en Serbie, 12 en Croatie.', 'Le mineur doit être entendu dans les 15 jours, selon l’article 35 du code.', 'Nous proposons 2 jours de formation à 20 inspecteurs du travail de Bourgas et de Varna.', 'En 17 ans, le bureau de Vienne a formé plus de 3 000 personnes.'],
  },
  sq: {
    people: ['A njihni ndonjë avokat në Bari për një shqiptar {age} vjeç, me emrin {name}?', 'Babai e shiti {name} kur ishte vetëm {age} vjeçe.', '{name} është {age} vjeçe, ka një shenjë në dorën e majtë dhe vjen {from}.', 'Sa i përket të miturës {from} ({age} vjeçe), për të cilën folëm.', 'E mbijetuara, sot {age} vjeçe, pranoi të flasë në Prishtinë.'],
    clean: ['Linja e ndihmës mori 1 250 telefonata në vitin 2022, 35% nga gra të moshës 25 deri në 34 vjeç.', 'Viktima mund të qëndrojë 6 muaj në strehë në Serbi dhe 12 në Kroaci.', 'I mituri duhet të dëgjohet brenda 15 ditëve, sipas nenit 35 të Kodit.', 'Ofrojmë 2 ditë trajnim për 20 inspektorë të punës nga Burgasi dhe Varna.', 'Në 17 vjet, zyra në Vjenë ka trajnuar mbi 3 000 persona.'],
  },
  bs: {
    people: ['Znate li advokata u Bariju za Albanca od {age} godina, zove se {name}?', 'Otac je prodao osobu {name} kad joj je bilo samo {age} godina.', '{name} ima {age} godina, ožiljak na lijevoj ruci i dolazi {from}.', 'U vezi s tinejdžerkom {from} (stara {age} godina) o kojoj smo razgovarali.', 'Preživjela, koja danas ima {age} godina, pristala je govoriti u Prištini.'],
    clean: ['Linija za pomoć primila je 1.250 poziva u 2022., od toga 35 % od žena u dobi od 25 do 34 godine.', 'Žrtva može ostati 6 mjeseci u sigurnoj kući u Srbiji, a 12 u Hrvatskoj.', 'Maloljetnik mora biti saslušan u roku od 15 dana, prema članu 35. Zakona.', 'Nudimo 2 dana obuke za 20 inspektora rada iz Burgasa i Varne.', 'Za 17 godina ured u Beču obučio je više od 3.000 osoba.'],
  },
  bg: {
    people: ['Познавате ли адвокат в Бари за албанец на {age} години на име {name}?', 'Баща ѝ продал {name}, когато била само на {age} години.', '{name} е на {age} години, има белег на лявата ръка и идва {from}.', 'Относно тийнейджърката {from} (на {age} години), за която говорихме.', 'Оцеляла, днес {age}-годишна, се съгласи да говори в Прищина.'],
    clean: ['Горещата линия прие 1250 обаждания през 2022 г., 35 % от жени на възраст от 25 до 34 години.', 'Жертвата може да остане 6 месеца в кризисния център в Сърбия и 12 в Хърватия.', 'Непълнолетният трябва да бъде изслушан в срок от 15 дни според член 35 от кодекса.', 'Предлагаме 2 дни обучение на 20 инспектори по труда от Бургас и Варна.', 'За 17 години бюрото във Виена е обучило над 3000 души.'],
  },
  hr: {
    people: ['Poznajete li odvjetnika u Bariju za Albanca od {age} godina po imenu {name}?', 'Otac je prodao {name} kad je imala samo {age} godina.', '{name} ima {age} godina, ožiljak na lijevoj ruci i dolazi {from}.', 'Vezano uz maloljetnu djevojku {from} (dob: {age} godina) o kojoj smo razgovarali.', 'Preživjela, danas {age}-godišnjakinja, pristala je govoriti u Prištini.'],
    clean: ['Linija za pomoć primila je 1.250 poziva u 2022., od čega 35 % od žena u dobi od 25 do 34 godine.', 'Žrtva može ostati 6 mjeseci u skloništu u Srbiji, a 12 u Hrvatskoj.', 'Maloljetnika treba saslušati u roku od 15 dana, prema članku 35. Zakona.', 'Nudimo 2 dana izobrazbe za 20 inspektora rada iz Burgasa i Varne.', 'U 17 godina ured u Beču osposobio je više od 3.000 osoba.'],
  },
  el: {
    people: ['Γνωρίζετε δικηγόρο στο Μπάρι για έναν Αλβανό {age} ετών, τον {name};', 'Ο πατέρας πούλησε τη {name} όταν ήταν μόλις {age} ετών.', 'Η {name} είναι {age} ετών, έχει μια ουλή στο αριστερό χέρι και έρχεται {from}.', 'Σχετικά με την έφηβη {from} (ηλικία: {age}), για την οποία μιλήσαμε.', 'Μια επιζώσα, σήμερα {age} ετών, δέχτηκε να μιλήσει στην Πρίστινα.'],
    clean: ['Η γραμμή βοήθειας δέχτηκε 1.250 κλήσεις το 2022, το 35 % από γυναίκες 25 έως 34 ετών.', 'Το θύμα μπορεί να μείνει 6 μήνες στον ξενώνα στη Σερβία και 12 στην Κροατία.', 'Ο ανήλικος πρέπει να ακουστεί εντός 15 ημερών, κατά το άρθρο 35 του κώδικα.', 'Προσφέρουμε 2 ημέρες εκπαίδευσης σε 20 επιθεωρητές εργασίας από το Μπουργκάς και τη Βάρνα.', 'Σε 17 χρόνια το γραφείο στη Βιέννη έχει εκπαιδεύσει πάνω από 3.000 άτομα.'],
  },
  hu: {
    people: ['Ismernek ügyvédet Bariban egy {age} éves albán férfi, {name} számára?', 'Az apja adta el, amikor {name} még csak {age} éves volt.', '{name} {age} éves, heg van a bal kezén, és {from} jött.', 'A {from} érkezett tinilány ({age} éves) ügyében, akiről beszéltünk.', 'Egy ma {age} éves túlélő vállalta, hogy Pristinában beszél.'],
    clean: ['A segélyvonal 2022-ben 1250 hívást fogadott, 35%-át 25 és 34 év közötti nőktől.', 'Az áldozat Szerbiában 6, Horvátországban 12 hónapig maradhat a védett házban.', 'A kiskorút a törvény 35. cikke szerint 15 napon belül meg kell hallgatni.', 'Kétnapos képzést kínálunk 20 burgaszi és várnai munkaügyi felügyelőnek.', 'A bécsi iroda 17 év alatt több mint 3000 embert képzett.'],
  },
  mk: {
    people: ['Знаете ли адвокат во Бари за Албанец од {age} години по име {name}?', 'Татко ѝ ја продал {name} кога имала само {age} години.', '{name} има {age} години, лузна на левата рака и доаѓа {from}.', 'Во врска со тинејџерката {from} (возраст: {age} години) за која зборувавме.', 'Преживеана, денес на {age} години, се согласи да зборува во Приштина.'],
    clean: ['Линијата за помош прими 1.250 повици во 2022 година, 35 % од жени на возраст од 25 до 34 години.', 'Жртвата може да остане 6 месеци во прифатилиште во Србија, а 12 во Хрватска.', 'Малолетникот мора да се сослуша во рок од 15 дена според член 35 од Законот.', 'Нудиме 2 дена обука за 20 инспектори за труд од Бургас и Варна.', 'За 17 години канцеларијата во Виена обучи над 3.000 лица.'],
  },
  ro: {
    people: ['Cunoașteți un avocat la Bari pentru un albanez de {age} ani, pe nume {name}?', 'Tatăl a vândut-o pe {name} când avea doar {age} ani.', '{name} are {age} ani, o cicatrice pe mâna stângă și vine {from}.', 'Referitor la adolescenta {from} (vârsta: {age} ani) despre care am vorbit.', 'O supraviețuitoare, astăzi în vârstă de {age} de ani, a acceptat să vorbească la Priștina.'],
    clean: ['Linia de asistență a primit 1 250 de apeluri în 2022, 35 % de la femei între 25 și 34 de ani.', 'Victima poate rămâne 6 luni în adăpost în Serbia și 12 în Croația.', 'Minorul trebuie audiat în 15 zile, potrivit articolului 35 din Cod.', 'Oferim 2 zile de formare pentru 20 de inspectori de muncă din Burgas și Varna.', 'În 17 ani, biroul din Viena a format peste 3 000 de persoane.'],
  },
  'sr-Cyrl': {
    people: ['Знате ли адвоката у Барију за Албанца од {age} година који се зове {name}?', 'Отац је продао особу {name} кад јој је било само {age} година.', '{name} има {age} година, ожиљак на левој руци и долази {from}.', 'У вези са тинејџерком {from} (стара {age} година) о којој смо разговарали.', 'Преживела, која данас има {age} година, пристала је да говори у Приштини.'],
    clean: ['Линија за помоћ примила је 1.250 позива у 2022, од тога 35 % од жена узраста од 25 до 34 године.', 'Жртва може да остане 6 месеци у сигурној кући у Србији, а 12 у Хрватској.', 'Малолетник мора бити саслушан у року од 15 дана, према члану 35. Закона.', 'Нудимо 2 дана обуке за 20 инспектора рада из Бургаса и Варне.', 'За 17 година канцеларија у Бечу обучила је више од 3.000 особа.'],
  },
  cnr: {
    people: ['Znate li advokata u Bariju za Albanca od {age} godina, po imenu {name}?', 'Otac je {name} prodao kad je imala samo {age} godina.', '{name} ima {age} godina, ožiljak na lijevoj ruci i dolazi {from}.', 'Povodom maloljetnice {from} (starost: {age} godina) o kojoj smo pričali.', 'Preživjela, kojoj je danas {age} godina, pristala je da govori u Prištini.'],
    clean: ['Linija za pomoć primila je 1.250 poziva u 2022, od toga 35 % od žena starosti od 25 do 34 godine.', 'Žrtva može da ostane 6 mjeseci u skloništu u Srbiji, a 12 u Hrvatskoj.', 'Maloljetnik mora biti saslušan u roku od 15 dana, prema članu 35 Zakona.', 'Nudimo 2 dana obuke za 20 inspektora rada iz Burgasa i Varne.', 'Za 17 godina kancelarija u Beču obučila je više od 3.000 osoba.'],
  },
  sl: {
    people: ['Poznate odvetnika v Bariju za {age}-letnega Albanca po imenu {name}?', 'Oče je prodal osebo {name}, ko je imela komaj {age} let.', '{name} ima {age} let, brazgotino na levi roki in prihaja {from}.', 'Glede najstnice {from} (starost: {age} let), o kateri smo govorili.', 'Preživela, danes stara {age} let, je privolila v pogovor v Prištini.'],
    clean: ['Linija za pomoč je leta 2022 prejela 1.250 klicev, od tega 35 % od žensk, starih od 25 do 34 let.', 'Žrtev lahko v varni hiši v Srbiji ostane 6 mesecev, na Hrvaškem pa 12.', 'Mladoletnika je treba po 35. členu zakonika zaslišati v 15 dneh.', 'Ponujamo 2 dni usposabljanja za 20 inšpektorjev za delo iz Burgasa in Varne.', 'V 17 letih je urad na Dunaju usposobil več kot 3.000 oseb.'],
  },
  tr: {
    people: ['Bari’de {age} yaşında bir Arnavut, {name}, için avukat tanıyor musunuz?', 'Babası {name} daha {age} yaşındayken onu satmış.', '{name} {age} yaşında, sol elinde yara izi var ve {from} geliyor.', 'Telefonda konuştuğumuz genç kız ({age} yaşında) {from} gelmişti.', 'Bugün {age} yaşında olan bir mağdur Priştine’de konuşmayı kabul etti.'],
    clean: ['Yardım hattı 2022’de 1.250 çağrı aldı; %35’i 25–34 yaş arası kadınlardandı.', 'Mağdur Sırbistan’da 6, Hırvatistan’da 12 ay sığınma evinde kalabilir.', 'Kanun’un 35. maddesine göre küçüğün 15 gün içinde dinlenmesi gerekir.', 'Burgaz ve Varna’dan 20 iş müfettişine 2 günlük eğitim sunuyoruz.', 'Viyana’daki büro 17 yılda 3.000’den fazla kişiyi eğitti.'],
  },
  uk: {
    people: ['Чи знаєте адвоката в Барі для албанця {age} років на ім’я {name}?', 'Батько продав {name}, коли їй було лише {age} років.', '{name} має {age} років, шрам на лівій руці та приїхала {from}.', 'Щодо дівчини-підлітка {from} (вік: {age} років), про яку ми говорили.', 'Постраждала, якій сьогодні {age} років, погодилася говорити у Приштині.'],
    clean: ['Гаряча лінія прийняла 1250 дзвінків у 2022 році, 35 % від жінок віком від 25 до 34 років.', 'Потерпіла може залишатися в притулку 6 місяців у Сербії та 12 у Хорватії.', 'Неповнолітнього слід вислухати протягом 15 днів згідно зі статтею 35 Кодексу.', 'Пропонуємо 2 дні навчання для 20 інспекторів праці з Бургаса та Варни.', 'За 17 років бюро у Відні навчило понад 3000 осіб.'],
  },
};
