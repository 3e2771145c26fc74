import type { LanguageWords } from './languageWords.ts';

export const tr: LanguageWords = {
  person: 'adlı, adında, isimli, Arnavut, Rumen, Bulgar, Sırp, Ukraynalı, Moldovalı, Suriyeli, Boşnak, kız, kızın, kıza, kızı, kızımız, kızdan, çocuk, çocuğun, çocuğu, çocuğa, erkek, oğlan, kadın, kadının, kadını, kadına, adam, mağdur, mağdurun, mağduru, mağdura, mağdure, ergen, genç, gencin, reşit olmayan, kişi, kişinin, '
    + 'kişiyi, vatandaş, vatandaşı, öğrenci, öğrencinin, öğrencisi, bebek, anne, kurban, kurbanın, hayatta kalan, göçmen, uyruklu, o, kardeş, kardeşi',
  ageAfter: '',
  ageAdjective: 'yaşlarındaki, yaşlarında',
  agePerson: 'yaşında, yaşındayken, yaşındadır, yaşına yeni girdi, yaşına girdi, yaşına bastı, yaşına yeni bastı, yaşındaydı, yaşındaymış, yaşında olduğunu, yaşındaki',
  ageBefore: 'yaşı',
  ageVerb: '',
  unit: 'yaş',
  link: '',
  hedge: 'bugün, henüz, yaklaşık, sadece, yalnızca, daha, şu an, şimdi',
  purpose: 'için',
  guessLink: '',
  guessUnit: '',
  from: '',
  group: 'altı, altında, altındaki, üstü, üzeri, üzerinde, üzerindeki, büyük, en az, fazla, her, tüm, bütün, çocuklar, çocukların, çocukları, kızlar, kızların, kızları, kadınlar, kadınların, kadınları, mağdurlar, mağdurların, '
    + 'kişiler, kişilerin, gençler, gençlerin, ergenler, arası, arasında, arasındaki, ortalama, ortalaması, dolduran, doldurmuş, doldurmamış, bitiren, yetişkinler, insanlar, herkes',
  range: 'ile, ve, ila, veya',
  thing: 'plan, planı, program, programı, proje, projesi, strateji, stratejisi, hapis, ceza, cezası, deneyim, deneyimi, dönem, sözleşme, eylem',
  born: 'doğumlu, doğan, doğdu, doğmuş, doğum tarihi',
  numbers: 'beş, altı yaş, yedi, sekiz, dokuz, on, on bir, on iki, on üç, on dört, on beş, on altı, on yedi, on sekiz, on dokuz, yirmi, onbir, oniki, onüç, ondört, onbeş, onaltı, onyedi, onsekiz, ondokuz',
  national: 'TCKN, T.C. kimlik, TC kimlik, kimlik no, kimlik numarası, kimlik numaralı, T.C. no, yabancı kimlik',
  document: 'pasaport, pasaportu, pasaportun, pasaport no, nüfus cüzdanı, kimlik kartı, ikamet izni, seri no',
  phone: 'telefon, telefonu, tel, cep, gsm, whatsapp, viber, numaralı hat',
};
