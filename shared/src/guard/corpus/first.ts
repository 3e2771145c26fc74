/** Sentences of a first round, as messages are written in haste; the rules were changed by them afterwards. */
import type { Locale } from '../../locales.ts';
import type { Round } from './round.ts';

export const FIRST: Readonly<Record<Exclude<Locale, 'sr-Latn'>, Round>> = {
  en: {
    people: ['Urgent: female, {age} years old, arrived yesterday with {name}, no papers.', '{name} told us she was {age} when they took her passport.', 'Could anyone host a {age}-year-old boy {from} for two weeks?', 'Hello, I work with {name}, {age}, from a village near Elbasan.', 'Our youngest case is a child of {age}, {from}, sold by his stepfather.'],
    clean: ['We would like to train 17 police officers in Tirana on the identification of minors.', 'The law of 16 June 2023 raised the age of consent to 16 years.', 'In 14 of the 17 cases, the victim was a woman from the region.', 'The shelter has 18 places for women and 6 for girls.', 'Victims have 3 years to claim compensation from the State.'],
  },
  fr: {
    people: ['Urgent : une femme, {age} ans, est arrivée hier avec {name}, sans papiers.', '{name} dit qu’elle avait {age} ans quand on lui a pris son passeport.', 'Qui pourrait héberger un garçon de {age} ans {from} pendant deux semaines ?', 'Bonjour, j’accompagne {name}, {age} ans, d’un village près d’Elbasan.', 'Notre plus jeune cas est un enfant de {age} ans {from}, vendu par son beau-père.'],
    clean: ['Nous souhaitons former 17 policiers à Tirana à l’identification des mineurs.', 'La loi du 16 juin 2023 a porté l’âge du consentement à 16 ans.', 'Dans 14 des 17 affaires, la victime était une femme de la région.', 'Le foyer compte 18 places pour femmes et 6 pour filles.', 'La victime a 3 ans pour demander une indemnisation à l’État.'],
  },
  sq: {
    people: ['Urgjent: femër, {age} vjeç, erdhi dje me {name}, pa dokumente.', '{name} na tha se ishte {age} vjeçe kur i morën pasaportën.', 'A mund të strehojë dikush një djalë {age} vjeç {from} për dy javë?', 'Përshëndetje, punoj me {name}, {age} vjeç, nga një fshat pranë Elbasanit.', 'Rasti ynë më i ri është një fëmijë {age} vjeç {from}, i shitur nga njerku.'],
    clean: ['Dëshirojmë të trajnojmë 17 policë në Tiranë për identifikimin e të miturve.', 'Ligji i 16 qershorit 2023 e ngriti moshën e pëlqimit në 16 vjeç.', 'Në 14 nga 17 raste, viktima ishte grua nga rajoni.', 'Streha ka 18 vende për gra dhe 6 për vajza.', 'Viktimat kanë 3 vjet kohë për të kërkuar kompensim nga shteti.'],
  },
  bs: {
    people: ['Hitno: žensko, {age} godina, stigla jučer s osobom {name}, bez papira.', '{name} kaže da je imala {age} godina kad su joj uzeli pasoš.', 'Može li neko primiti dječaka od {age} godina {from} na dvije sedmice?', 'Poštovani, radim s djevojkom {name}, {age} godina, iz sela kod Elbasana.', 'Naš najmlađi slučaj je dijete od {age} godina {from}, koje je prodao očuh.'],
    clean: ['Želimo obučiti 17 policajaca u Tirani o identifikaciji maloljetnika.', 'Zakon od 16. juna 2023. podigao je dob pristanka na 16 godina.', 'U 14 od 17 predmeta žrtva je bila žena iz regije.', 'Sigurna kuća ima 18 mjesta za žene i 6 za djevojčice.', 'Žrtva ima 3 godine da zatraži naknadu od države.'],
  },
  bg: {
    people: ['Спешно: жена, {age} г., пристигна вчера с {name}, без документи.', '{name} казва, че е била на {age} години, когато са ѝ взели паспорта.', 'Може ли някой да приюти момче на {age} години {from} за две седмици?', 'Здравейте, работя с {name}, {age} години, от село край Елбасан.', 'Най-малкият ни случай е дете на {age} години {from}, продадено от втория си баща.'],
    clean: ['Искаме да обучим 17 полицаи в Тирана за идентифициране на непълнолетни.', 'Законът от 16 юни 2023 г. повиши възрастта за съгласие на 16 години.', 'В 14 от 17 случая жертвата беше жена от региона.', 'Кризисният център има 18 места за жени и 6 за момичета.', 'Жертвата има 3 години да поиска обезщетение от държавата.'],
  },
  hr: {
    people: ['Hitno: žena, {age} godina, stigla jučer s osobom {name}, bez dokumenata.', '{name} kaže da je imala {age} godina kad su joj uzeli putovnicu.', 'Može li netko primiti dječaka od {age} godina {from} na dva tjedna?', 'Poštovani, radim s djevojkom {name}, {age} godina, iz sela kod Elbasana.', 'Naš najmlađi slučaj je dijete od {age} godina {from}, koje je prodao očuh.'],
    clean: ['Želimo obučiti 17 policajaca u Tirani o identifikaciji maloljetnika.', 'Zakon od 16. lipnja 2023. podigao je dob pristanka na 16 godina.', 'U 14 od 17 predmeta žrtva je bila žena iz regije.', 'Sklonište ima 18 mjesta za žene i 6 za djevojčice.', 'Žrtva ima 3 godine da zatraži naknadu od države.'],
  },
  el: {
    people: ['Επείγον: γυναίκα, {age} ετών, έφτασε χθες με την {name}, χωρίς χαρτιά.', 'Η {name} λέει ότι ήταν {age} χρονών όταν της πήραν το διαβατήριο.', 'Μπορεί κάποιος να φιλοξενήσει ένα αγόρι {age} ετών {from} για δύο εβδομάδες;', 'Καλημέρα, συνοδεύω την {name}, {age} ετών, από χωριό κοντά στο Ελμπασάν.', 'Η μικρότερη περίπτωσή μας είναι ένα παιδί {age} ετών {from}, που το πούλησε ο πατριός του.'],
    clean: ['Θέλουμε να εκπαιδεύσουμε 17 αστυνομικούς στα Τίρανα για τον εντοπισμό ανηλίκων.', 'Ο νόμος της 16ης Ιουνίου 2023 ανέβασε την ηλικία συναίνεσης στα 16 έτη.', 'Σε 14 από τις 17 υποθέσεις το θύμα ήταν γυναίκα από την περιοχή.', 'Ο ξενώνας έχει 18 θέσεις για γυναίκες και 6 για κορίτσια.', 'Το θύμα έχει 3 χρόνια για να ζητήσει αποζημίωση από το κράτος.'],
  },
  hu: {
    people: ['Sürgős: nő, {age} éves, tegnap érkezett vele {name}, papírok nélkül.', '{name} azt mondja, {age} éves volt, amikor elvették az útlevelét.', 'Be tudna fogadni valaki két hétre egy {age} éves fiút {from}?', 'Jó napot, {name} ügyében írok, {age} éves, egy Elbasan melletti faluból jött.', 'A legfiatalabb esetünk egy {age} éves gyermek {from}, akit a nevelőapja adott el.'],
    clean: ['Tiranában 17 rendőrt szeretnénk képezni a kiskorúak azonosítására.', 'A 2023. június 16-i törvény 16 évre emelte a beleegyezési korhatárt.', 'A 17 ügyből 14-ben az áldozat a régióból származó nő volt.', 'A védett házban 18 hely van nőknek és 6 lányoknak.', 'Az áldozatnak 3 éve van arra, hogy az államtól kártérítést kérjen.'],
  },
  mk: {
    people: ['Итно: женско, {age} години, пристигна вчера со {name}, без документи.', '{name} вели дека имала {age} години кога ѝ го зеле пасошот.', 'Може ли некој да прими момче од {age} години {from} на две недели?', 'Здраво, работам со {name}, {age} години, од село кај Елбасан.', 'Нашиот најмлад случај е дете од {age} години {from}, продадено од очувот.'],
    clean: ['Сакаме да обучиме 17 полицајци во Тирана за идентификација на малолетници.', 'Законот од 16 јуни 2023 ја подигна возраста за согласност на 16 години.', 'Во 14 од 17 предмети жртвата беше жена од регионот.', 'Прифатилиштето има 18 места за жени и 6 за девојчиња.', 'Жртвата има 3 години да побара надомест од државата.'],
  },
  ro: {
    people: ['Urgent: femeie, {age} ani, sosită ieri cu {name}, fără acte.', '{name} spune că avea {age} ani când i-au luat pașaportul.', 'Poate cineva să găzduiască un băiat de {age} ani {from} două săptămâni?', 'Bună ziua, lucrez cu {name}, {age} ani, dintr-un sat de lângă Elbasan.', 'Cel mai tânăr caz al nostru este un copil de {age} ani {from}, vândut de tatăl vitreg.'],
    clean: ['Dorim să formăm 17 polițiști la Tirana privind identificarea minorilor.', 'Legea din 16 iunie 2023 a ridicat vârsta consimțământului la 16 ani.', 'În 14 din cele 17 cauze, victima era o femeie din regiune.', 'Adăpostul are 18 locuri pentru femei și 6 pentru fete.', 'Victima are 3 ani pentru a cere despăgubiri de la stat.'],
  },
  'sr-Cyrl': {
    people: ['Хитно: женско, {age} година, стигла јуче са особом {name}, без папира.', '{name} каже да је имала {age} година кад су јој узели пасош.', 'Може ли неко да прими дечака од {age} година {from} на две недеље?', 'Поштовани, радим са девојком {name}, {age} година, из села код Елбасана.', 'Наш најмлађи случај је дете од {age} година {from}, које је продао очух.'],
    clean: ['Желимо да обучимо 17 полицајаца у Тирани о идентификацији малолетника.', 'Закон од 16. јуна 2023. подигао је узраст за пристанак на 16 година.', 'У 14 од 17 предмета жртва је била жена из региона.', 'Сигурна кућа има 18 места за жене и 6 за девојчице.', 'Жртва има 3 године да затражи накнаду од државе.'],
  },
  cnr: {
    people: ['Hitno: žensko, {age} godina, stigla juče s osobom {name}, bez papira.', '{name} kaže da je imala {age} godina kad su joj uzeli pasoš.', 'Može li neko da primi dječaka od {age} godina {from} na dvije nedjelje?', 'Poštovani, radim sa djevojkom {name}, {age} godina, iz sela kod Elbasana.', 'Naš najmlađi slučaj je dijete od {age} godina {from}, koje je prodao očuh.'],
    clean: ['Želimo da obučimo 17 policajaca u Tirani o identifikaciji maloljetnika.', 'Zakon od 16. juna 2023. podigao je uzrast za pristanak na 16 godina.', 'U 14 od 17 predmeta žrtva je bila žena iz regiona.', 'Sklonište ima 18 mjesta za žene i 6 za djevojčice.', 'Žrtva ima 3 godine da zatraži naknadu od države.'],
  },
  sl: {
    people: ['Nujno: ženska, {age} let, prišla včeraj z osebo {name}, brez dokumentov.', '{name} pravi, da je imela {age} let, ko so ji vzeli potni list.', 'Lahko kdo za dva tedna sprejme {age}-letnega fanta {from}?', 'Pozdravljeni, delam z dekletom {name}, {age} let, iz vasi pri Elbasanu.', 'Naš najmlajši primer je {age}-letni otrok {from}, ki ga je prodal očim.'],
    clean: ['V Tirani želimo usposobiti 17 policistov za prepoznavanje mladoletnikov.', 'Zakon z dne 16. junija 2023 je starost za privolitev zvišal na 16 let.', 'V 14 od 17 zadev je bila žrtev ženska iz regije.', 'Varna hiša ima 18 mest za ženske in 6 za dekleta.', 'Žrtev ima 3 leta časa, da od države zahteva odškodnino.'],
  },
  tr: {
    people: ['Acil: kadın, {age} yaşında, dün {name} ile geldi, belgesi yok.', '{name} pasaportu alındığında {age} yaşında olduğunu söylüyor.', '{from} gelen {age} yaşında bir erkek çocuğu iki haftalığına kim ağırlayabilir?', 'Merhaba, {name} ile çalışıyorum, {age} yaşında, Elbasan yakınındaki bir köyden.', 'En küçük vakamız {from} gelen, üvey babasının sattığı {age} yaşındaki bir çocuk.'],
    clean: ['Tiran’da 17 polisi çocukların belirlenmesi konusunda eğitmek istiyoruz.', '16 Haziran 2023 tarihli kanun rıza yaşını 16’ya yükseltti.', '17 davanın 14’ünde mağdur bölgeden bir kadındı.', 'Sığınma evinde kadınlar için 18, kızlar için 6 yer var.', 'Mağdurun devletten tazminat istemek için 3 yılı var.'],
  },
  uk: {
    people: ['Терміново: жінка, {age} років, прибула вчора разом з {name}, без документів.', '{name} каже, що їй було {age} років, коли в неї забрали паспорт.', 'Хто може прихистити на два тижні {age}-річного хлопця {from}?', 'Добрий день, працюю з {name}, {age} років, із села під Ельбасаном.', 'Наш наймолодший випадок — дитина {age} років {from}, яку продав вітчим.'],
    clean: ['Хочемо навчити 17 поліцейських у Тирані виявляти неповнолітніх.', 'Закон від 16 червня 2023 року підвищив вік згоди до 16 років.', 'У 14 із 17 справ потерпілою була жінка з регіону.', 'У притулку є 18 місць для жінок і 6 для дівчат.', 'Потерпіла особа має 3 роки, щоб вимагати відшкодування від держави.'],
  },
};
